/// Words that are looked for at the beginning or the end of a text, byte by byte; a look costs the same however
/// many words there are.
struct EdgeIndex: Sendable {
  private let edge: Edge
  /// All words in UTF-8, one after the other.
  private var pool: [UInt8] = []
  /// Those with the same key together, the longest first.
  private var entries: [Entry] = []
  /// By key, half of them free.
  private var slots: [Slot] = []
  /// How many bytes the keys have, longest first: three, but for shorter words.
  private var lengths: [Int] = []

  enum Edge: Sendable { case start, end }

  private struct Entry: Sendable {
    var bytes: Range<Int>
    var index: Int
    var isWhole: Bool
    /// Whether no other word has the same key behind it.
    var isLast: Bool
  }

  private struct Slot: Sendable {
    /// 0 where it is free.
    var key: UInt32 = 0
    var entry = 0
  }

  /// - Parameter words: the index is what a look returns; a whole word must be all of the text.
  init(_ edge: Edge, _ words: [(word: String, index: Int, isWhole: Bool)]) {
    self.edge = edge
    var groups: [UInt32: [(bytes: [UInt8], index: Int, isWhole: Bool)]] = [:]
    for item in words where !item.word.isEmpty {
      let bytes = Array(item.word.utf8)
      let length = min(bytes.count, Self.longestKey)
      let key = bytes.withUnsafeBufferPointer { self.key($0, length) }
      groups[key, default: []].append((bytes, item.index, item.isWhole))
      if !lengths.contains(length) { lengths.append(length) }
    }
    lengths.sort(by: >)
    var capacity = 4
    while capacity < groups.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    for (key, group) in groups {
      slots[place(of: key)] = Slot(key: key, entry: entries.count)
      for item in group.sorted(by: { $0.bytes.count > $1.bytes.count }) {
        let bytes = pool.count..<(pool.count + item.bytes.count)
        pool += item.bytes
        entries.append(Entry(bytes: bytes, index: item.index, isWhole: item.isWhole, isLast: false))
      }
      entries[entries.count - 1].isLast = true
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The longest word at the edge of a text: its index and its number of bytes.
  func longest(in text: UnsafeBufferPointer<UInt8>) -> (index: Int, length: Int)? {
    for length in lengths where text.count >= length {
      let slot = slots[place(of: key(text, length))]
      if slot.key == 0 { continue }
      var entry = slot.entry
      while true {
        let count = entries[entry].bytes.count
        if fits(entries[entry], text) { return (entries[entry].index, count) }
        if entries[entry].isLast { break }
        entry += 1
      }
    }
    return nil
  }

  private func fits(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = entry.bytes.count
    guard count <= text.count, !entry.isWhole || count == text.count else { return false }
    let start = edge == .end ? text.count - count : 0
    for offset in 0..<count where pool[entry.bytes.lowerBound + offset] != text[start + offset] {
      return false
    }
    return true
  }

  /// The slot that has a key, or the free one where it would stand.
  private func place(of key: UInt32) -> Int {
    var place = Int((key &* 0x9E37_79B1) >> 12) & (slots.count - 1)
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private static let longestKey = 3

  /// So many bytes at the edge, marked with their number.
  private func key(_ bytes: UnsafeBufferPointer<UInt8>, _ length: Int) -> UInt32 {
    let start = edge == .end ? bytes.count - length : 0
    var key = UInt32(length)
    for offset in 0..<length { key = key << 8 | UInt32(bytes[start + offset]) }
    return key
  }
}
