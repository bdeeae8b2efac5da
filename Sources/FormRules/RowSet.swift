/// Some of the rows of a form, a bit for each: what is left of them by several conditions costs a few machine
/// instructions.
struct RowSet: Sendable {
  /// The first 64 rows; most forms have no more.
  private var low: UInt64 = 0
  /// The rows behind them, 64 in each.
  private var high: [UInt64] = []

  init() {}

  /// The first rows.
  init(count: Int) {
    low = count >= 64 ? .max : (1 << UInt64(count)) - 1
    guard count > 64 else { return }
    high = Array(repeating: .max, count: (count - 1) / 64)
    if count % 64 > 0 { high[high.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  init(_ rows: some Sequence<Int>) {
    for row in rows { insert(row) }
  }

  var isEmpty: Bool { low == 0 && high.allSatisfy { $0 == 0 } }

  var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  /// The uppermost of the rows.
  var first: Int? {
    if low != 0 { return low.trailingZeroBitCount }
    guard let word = high.firstIndex(where: { $0 != 0 }) else { return nil }
    return (word + 1) * 64 + high[word].trailingZeroBitCount
  }

  func contains(_ row: Int) -> Bool {
    if row < 64 { return low >> UInt64(row) & 1 == 1 }
    let word = row / 64 - 1
    return word < high.count && high[word] >> UInt64(row % 64) & 1 == 1
  }

  mutating func insert(_ row: Int) {
    if row < 64 {
      low |= 1 << UInt64(row)
      return
    }
    let word = row / 64 - 1
    while high.count <= word { high.append(0) }
    high[word] |= 1 << UInt64(row % 64)
  }

  /// The rows of both.
  func intersection(_ other: RowSet) -> RowSet {
    var both = self
    both.low &= other.low
    guard !high.isEmpty else { return both }
    for word in high.indices { both.high[word] &= word < other.high.count ? other.high[word] : 0 }
    return both
  }

  /// The rows that the other does not have.
  func subtracting(_ other: RowSet) -> RowSet {
    var left = self
    left.low &= ~other.low
    guard !high.isEmpty else { return left }
    for word in high.indices where word < other.high.count { left.high[word] &= ~other.high[word] }
    return left
  }

  mutating func formUnion(_ other: RowSet) {
    low |= other.low
    guard !other.high.isEmpty else { return }
    while high.count < other.high.count { high.append(0) }
    for word in other.high.indices { high[word] |= other.high[word] }
  }
}

extension RowSet: Sequence {
  /// From the uppermost row down.
  func makeIterator() -> Iterator { Iterator(word: low, high: high) }

  struct Iterator: IteratorProtocol {
    fileprivate var word: UInt64
    fileprivate let high: [UInt64]
    /// Of `word`: 0 for the first 64 rows.
    private var place = 0

    fileprivate init(word: UInt64, high: [UInt64]) { (self.word, self.high) = (word, high) }

    mutating func next() -> Int? {
      while word == 0 {
        guard place < high.count else { return nil }
        word = high[place]
        place += 1
      }
      let bit = word.trailingZeroBitCount
      word &= word - 1
      return place * 64 + bit
    }
  }
}
