/// Some of the rows of a form, a bit for each: what is left of them by several conditions costs a few machine
/// instructions.
struct RowSet: Sendable {
  /// The first 64 rows; most forms have no more.
  private var low: UInt64 = 0
  /// The rows behind them, 64 in each; most forms have none, and then nothing is counted when a set is handed on.
  private var high: [UInt64]?

  init() {}

  /// The first rows.
  init(count: Int) {
    low = count >= 64 ? .max : (1 << UInt64(count)) - 1
    guard count > 64 else { return }
    var words = [UInt64](repeating: .max, count: (count - 1) / 64)
    if count % 64 > 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
    high = words
  }

  init(_ rows: some Sequence<Int>) {
    for row in rows { insert(row) }
  }

  var isEmpty: Bool { low == 0 && (high?.allSatisfy { $0 == 0 } ?? true) }

  var count: Int { low.nonzeroBitCount + (high?.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0) }

  /// The uppermost of the rows.
  var first: Int? {
    if low != 0 { return low.trailingZeroBitCount }
    guard let high, let word = high.firstIndex(where: { $0 != 0 }) else { return nil }
    return (word + 1) * 64 + high[word].trailingZeroBitCount
  }

  func contains(_ row: Int) -> Bool {
    if row < 64 { return low >> UInt64(row) & 1 == 1 }
    guard let high else { return false }
    let word = row / 64 - 1
    return word < high.count && high[word] >> UInt64(row % 64) & 1 == 1
  }

  mutating func insert(_ row: Int) {
    if row < 64 {
      low |= 1 << UInt64(row)
      return
    }
    let word = row / 64 - 1
    var words = high ?? []
    high = nil
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(row % 64)
    high = words
  }

  /// The rows of both.
  func intersection(_ other: RowSet) -> RowSet {
    var both = self
    both.low &= other.low
    both.high = high.map { high in
      high.indices.map { high[$0] & other.word(behind: $0) }
    }
    return both
  }

  /// The rows that the other does not have.
  func subtracting(_ other: RowSet) -> RowSet {
    var left = self
    left.low &= ~other.low
    left.high = high.map { high in
      high.indices.map { high[$0] & ~other.word(behind: $0) }
    }
    return left
  }

  mutating func formUnion(_ other: RowSet) {
    low |= other.low
    guard let more = other.high else { return }
    let count = Swift.max(more.count, high?.count ?? 0)
    high = (0..<count).map { word(behind: $0) | other.word(behind: $0) }
  }

  /// Of the rows behind the first 64 the 64 of a number.
  private func word(behind number: Int) -> UInt64 {
    guard let high, number < high.count else { return 0 }
    return high[number]
  }
}

extension RowSet: Sequence {
  /// From the uppermost row down.
  func makeIterator() -> Iterator { Iterator(word: low, high: high) }

  struct Iterator: IteratorProtocol {
    fileprivate var word: UInt64
    fileprivate let high: [UInt64]?
    /// Of `word`: 0 for the first 64 rows.
    private var place = 0

    fileprivate init(word: UInt64, high: [UInt64]?) { (self.word, self.high) = (word, high) }

    mutating func next() -> Int? {
      while word == 0 {
        guard let high, place < high.count else { return nil }
        word = high[place]
        place += 1
      }
      let bit = word.trailingZeroBitCount
      word &= word - 1
      return place * 64 + bit
    }
  }
}
