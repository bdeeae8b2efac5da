/// Words that are looked for at the beginning or the end of a text, byte by byte; a look costs the same however
/// many words there are.
struct EdgeIndex: Sendable {
  private let edge: Edge
  private var buckets: [UInt32: [Entry]] = [:]
  /// A bit for the hash of each key: most texts begin and end with none.
  private var filter = [UInt64](repeating: 0, count: 64)

  enum Edge: Sendable { case start, end }

  private struct Entry: Sendable {
    var bytes: [UInt8]
    var index: Int
    var isWhole: Bool
  }

  /// - Parameter words: the index is what a look returns; a whole word must be all of the text.
  init(_ edge: Edge, _ words: [(word: String, index: Int, isWhole: Bool)]) {
    self.edge = edge
    for item in words where !item.word.isEmpty {
      let bytes = Array(item.word.utf8)
      let key = Self.key(edge == .end ? bytes.suffix(3) : bytes.prefix(3))
      let bit = Self.bit(key)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      buckets[key, default: []].append(Entry(bytes: bytes, index: item.index, isWhole: item.isWhole))
    }
    for key in buckets.keys { buckets[key]?.sort { $0.bytes.count > $1.bytes.count } }
  }

  var isEmpty: Bool { buckets.isEmpty }

  /// The longest word at the edge of a text: its index and its number of bytes.
  func longest(in text: some RandomAccessCollection<UInt8>) -> (index: Int, length: Int)? {
    guard !buckets.isEmpty else { return nil }
    for length in [3, 2, 1] where text.count >= length {
      let key = edge == .end ? Self.key(text.suffix(length)) : Self.key(text.prefix(length))
      let bit = Self.bit(key)
      guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1, let bucket = buckets[key] else { continue }
      for entry in bucket where fits(entry, text) { return (entry.index, entry.bytes.count) }
    }
    return nil
  }

  private func fits(_ entry: Entry, _ text: some RandomAccessCollection<UInt8>) -> Bool {
    let count = entry.bytes.count
    guard count <= text.count, !entry.isWhole || count == text.count else { return false }
    return edge == .end
      ? text.suffix(count).elementsEqual(entry.bytes) : text.prefix(count).elementsEqual(entry.bytes)
  }

  private static func bit(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 20) }

  /// Up to three bytes, marked with their number.
  private static func key(_ bytes: some Collection<UInt8>) -> UInt32 {
    bytes.reduce(UInt32(bytes.count)) { $0 << 8 | UInt32($1) }
  }
}
