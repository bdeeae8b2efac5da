/// A set of words that are looked for in a text all at once, byte by byte, without word boundaries.
///
/// Building it costs a little, looking does not: share one per word list.
public struct WordSet: Sendable {
  /// The words, without doubles and empty ones, in the order given.
  public let words: [String]
  /// All words in UTF-8, one after the other; those with the same head together, longest first.
  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// Open hash table: the head of a word (up to its first three bytes) and its first entry.
  private var slots: [Slot]
  private var leads: [Bool]

  /// A word that occurs in a text.
  public struct Match: Sendable, Hashable {
    /// Position in ``WordSet/words``.
    public var index: Int
    /// The word itself.
    public var word: String
    /// Where it stands, in UTF-8 bytes from the beginning of the text.
    public var bytes: Range<Int>
  }

  private struct Entry: Sendable {
    var word: Int
    var bytes: Range<Int>
    var isLast: Bool
  }

  private struct Slot: Sendable {
    var head: UInt32 = 0
    var entry = 0
  }

  public init(_ words: some Sequence<String>) {
    var seen: Set<[UInt8]> = []
    self.words = words.filter { !$0.isEmpty && seen.insert(Array($0.utf8)).inserted }
    var capacity = 16
    while capacity < self.words.count * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    leads = Array(repeating: false, count: 256)
    fill()
  }

  /// Whether any of the words occurs in `text`.
  public func occurs(in text: String) -> Bool { firstMatch(in: text) != nil }

  /// The first word in `text`; of several that begin at the same place, the longest.
  public func firstMatch(in text: String) -> Match? {
    var text = text
    return text.withUTF8 { firstMatch(in: $0, from: 0) }
  }

  /// The first word in a text's UTF-8; of several that begin at the same place, the longest.
  public func firstMatch(in bytes: UnsafeBufferPointer<UInt8>) -> Match? { firstMatch(in: bytes, from: 0) }

  /// The words in `text` from its beginning to its end, longest first at each place, not overlapping.
  public func matches(in text: String) -> [Match] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Match] = []
      var place = 0
      while let match = firstMatch(in: bytes, from: place) {
        found.append(match)
        place = match.bytes.upperBound
      }
      return found
    }
  }

  /// Whether a text is nothing but words, each behind the other; of those that begin at one place, the longest.
  public func makesUp(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        guard let entry = longestEntry(in: bytes, at: place) else { return false }
        place += entry.bytes.count
      }
      return true
    }
  }

  private mutating func fill() {
    let order = words.enumerated().map { (index: $0.offset, bytes: Array($0.element.utf8)) }
    var groups: [UInt32: [(index: Int, bytes: [UInt8])]] = [:]
    for item in order { groups[Self.head(of: item.bytes), default: []].append(item) }
    for (head, group) in groups {
      place(head, entries.count)
      let sorted = group.sorted { $0.bytes.count > $1.bytes.count }
      for (position, item) in sorted.enumerated() {
        let start = pool.count
        pool += item.bytes
        leads[Int(item.bytes[0])] = true
        entries.append(
          Entry(word: item.index, bytes: start..<pool.count, isLast: position == sorted.count - 1))
      }
    }
  }

  private mutating func place(_ head: UInt32, _ entry: Int) {
    var slot = Self.slot(of: head, mask: slots.count - 1)
    while slots[slot].head != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Slot(head: head, entry: entry)
  }

  private static func slot(of head: UInt32, mask: Int) -> Int {
    Int((head &* 0x9E37_79B1) >> 12) & mask
  }

  /// The first three bytes, or fewer of a shorter word, marked with their number.
  private static func head(of bytes: [UInt8]) -> UInt32 {
    bytes.prefix(3).reduce(UInt32(min(bytes.count, 3))) { $0 << 8 | UInt32($1) }
  }

  private func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    for place in start..<max(start, bytes.count) where leads[Int(bytes[place])] {
      if let entry = longestEntry(in: bytes, at: place) {
        let length = entry.bytes.count
        return Match(index: entry.word, word: words[entry.word], bytes: place..<(place + length))
      }
    }
    return nil
  }

  private func longestEntry(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Entry? {
    var head: UInt32 = 0
    var heads: (UInt32, UInt32, UInt32) = (0, 0, 0)
    for length in 1...3 where place + length <= bytes.count {
      head = head << 8 | UInt32(bytes[place + length - 1])
      let marked = UInt32(length) << UInt32(8 * length) | head
      if length == 1 { heads.0 = marked } else if length == 2 { heads.1 = marked } else { heads.2 = marked }
    }
    // A word of one or two bytes has a head of its own, so shorter heads are tried after longer ones.
    if let entry = entry(head: heads.2, in: bytes, at: place) { return entry }
    if bytes[place] >= 0xE0 { return nil }
    return entry(head: heads.1, in: bytes, at: place) ?? entry(head: heads.0, in: bytes, at: place)
  }

  private func entry(head: UInt32, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Entry? {
    guard head != 0 else { return nil }
    var slot = Self.slot(of: head, mask: slots.count - 1)
    while slots[slot].head != head {
      if slots[slot].head == 0 { return nil }
      slot = (slot + 1) & (slots.count - 1)
    }
    var index = slots[slot].entry
    while true {
      let entry = entries[index]
      if occurs(entry, in: bytes, at: place) { return entry }
      if entry.isLast { return nil }
      index += 1
    }
  }

  private func occurs(_ entry: Entry, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + entry.bytes.count <= bytes.count else { return false }
    for offset in 0..<entry.bytes.count
    where pool[entry.bytes.lowerBound + offset] != bytes[place + offset] {
      return false
    }
    return true
  }
}
