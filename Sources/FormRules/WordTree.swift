/// Words as a tree of their first three signs; what is behind these is compared byte by byte.
struct WordTree: Sendable {
  /// The node of each first sign, by its code; -1 for a sign that begins no word.
  private var leads = [Int32](repeating: -1, count: 0x10000)
  /// Open hash table of all nodes, by their key; -1 is free.
  private var slots: [Int32] = []
  private var nodes: [Node] = []
  private var entries: [Entry] = []
  /// What each entry's word says; beside the entries, as few of them are met.
  private var meanings: [WordMeaning] = []
  /// What stands behind the third sign of each word, one after the other.
  private var pool: [UInt8] = []

  /// One, two or three signs that words begin with.
  private struct Node: Sendable {
    let key: UInt64
    /// Which signs may follow: a bit for the last six bits of each one's code.
    var following: UInt64 = 0
    /// The words of just these signs; of three signs, all that begin with them.
    var words: Range<Int32> = 0..<0
  }

  private struct Entry: Sendable {
    /// In the pool.
    let start: Int32
    let count: Int32
    /// Whether some list ties the word to an end of the text.
    let isTied: Bool
  }

  /// A sign of a text, and where it stands; of no length behind the end.
  private struct Sign {
    let code: UInt32
    let start: Int
    let end: Int

    /// - Parameter bytes: valid UTF-8.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
      start = place
      guard place < bytes.count else {
        (code, end) = (0, place)
        return
      }
      let lead = UInt32(bytes[place])
      if lead >= 0xE0, lead < 0xF0 {
        (code, end) = (
          lead << 12 & 0xF000 | Self.part(bytes, place &+ 1) << 6 | Self.part(bytes, place &+ 2), place &+ 3
        )
      } else if lead < 0x80 {
        (code, end) = (lead, place &+ 1)
      } else if lead < 0xE0 {
        (code, end) = (lead << 6 & 0x7C0 | Self.part(bytes, place &+ 1), place &+ 2)
      } else {
        let high = lead << 18 & 0x1C_0000 | Self.part(bytes, place &+ 1) << 12
        (code, end) = (high | Self.part(bytes, place &+ 2) << 6 | Self.part(bytes, place &+ 3), place &+ 4)
      }
    }

    private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
      UInt32(bytes[place]) & 0x3F
    }
  }

  // MARK: Building

  init(_ words: [[UInt8]: WordMeaning]) {
    let sorted = words.map { (word: Self.split($0.key), meaning: $0.value) }.sorted {
      $0.word.key < $1.word.key
    }
    var nodes: [UInt64: Node] = [:]
    for (word, meaning) in sorted {
      let place = Int32(entries.count)
      let start = Int32(pool.count)
      pool += word.rest
      entries.append(Entry(start: start, count: Int32(word.rest.count), isTied: meaning.isTied))
      meanings.append(meaning)
      for (number, key) in word.prefixes.enumerated() {
        var node = nodes[key] ?? Node(key: key)
        if number + 1 < word.codes.count {
          node.following |= Self.bit(of: word.codes[number + 1])
        } else {
          node.words = (node.words.isEmpty ? place : node.words.lowerBound)..<place + 1
        }
        nodes[key] = node
      }
    }
    lay(nodes)
  }

  /// A word's first signs, and the bytes behind them.
  private struct Split {
    var codes: [UInt32] = []
    var rest: ArraySlice<UInt8> = []

    var key: UInt64 { prefixes.last ?? 0 }
    /// The keys of its first sign, its first two, its first three.
    var prefixes: [UInt64] {
      codes.indices.map { number in codes[...number].reduce(0) { $0 << 21 | UInt64($1) } }
    }
  }

  private static func split(_ word: [UInt8]) -> Split {
    word.withUnsafeBufferPointer { bytes in
      var split = Split()
      var place = 0
      while place < bytes.count, split.codes.count < 3 {
        let sign = Sign(bytes, at: place)
        split.codes.append(sign.code)
        place = sign.end
      }
      split.rest = word[place...]
      return split
    }
  }

  private mutating func lay(_ all: [UInt64: Node]) {
    var capacity = 64
    while capacity < all.count * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    for node in all.values {
      if node.key < leads.count { leads[Int(node.key)] = Int32(nodes.count) }
      var slot = slot(of: node.key)
      while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(nodes.count)
      nodes.append(node)
    }
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
  }

  private static func bit(of code: UInt32) -> UInt64 { 1 << UInt64(code & 63) }

  // MARK: Looking

  /// The lists that have a word in a text.
  func marks(of bytes: UnsafeBufferPointer<UInt8>, stemCount: Int) -> ListSet {
    var marks = ListSet.empty
    var first = Sign(bytes, at: 0)
    var second = Sign(bytes, at: first.end)
    while first.start < bytes.count {
      let third = Sign(bytes, at: second.end)
      if let node = lead(first.code) { follow(node, first, second, third, bytes, stemCount, &marks) }
      (first, second) = (second, third)
    }
    return marks
  }

  private func follow(
    _ lead: Int, _ first: Sign, _ second: Sign, _ third: Sign, _ bytes: UnsafeBufferPointer<UInt8>,
    _ stemCount: Int, _ marks: inout ListSet
  ) {
    take(nodes[lead].words, bytes, first.start..<first.end, stemCount, &marks)
    guard nodes[lead].following & Self.bit(of: second.code) != 0 else { return }
    let key = UInt64(first.code) << 21 | UInt64(second.code)
    guard let pair = node(key) else { return }
    take(nodes[pair].words, bytes, first.start..<second.end, stemCount, &marks)
    guard nodes[pair].following & Self.bit(of: third.code) != 0,
      let triple = node(key << 21 | UInt64(third.code))
    else { return }
    take(nodes[triple].words, bytes, first.start..<third.end, stemCount, &marks)
  }

  private func lead(_ code: UInt32) -> Int? {
    guard code < leads.count else { return node(UInt64(code)) }
    let node = leads[Int(code)]
    return node < 0 ? nil : Int(node)
  }

  private func node(_ key: UInt64) -> Int? {
    var slot = slot(of: key)
    while slots[slot] >= 0 {
      let node = Int(slots[slot])
      if nodes[node].key == key { return node }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Takes in the lists of those of some words that stand in the text behind the signs they share.
  private func take(
    _ words: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ stemCount: Int,
    _ marks: inout ListSet
  ) {
    for index in words {
      let entry = entries[Int(index)]
      let end = place.upperBound &+ Int(entry.count)
      guard entry.count == 0 || end <= bytes.count && stands(entry, in: bytes, at: place.upperBound) else {
        continue
      }
      marks.formUnion(meanings[Int(index)].anywhere)
      guard entry.isTied else { continue }
      marks.formUnion(
        meanings[Int(index)].tiedLists(
          isStart: place.lowerBound == 0, isEnd: end == bytes.count || end == stemCount))
    }
  }

  private func stands(_ entry: Entry, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for offset in 0..<Int(entry.count) where pool[Int(entry.start) &+ offset] != bytes[place &+ offset] {
      return false
    }
    return true
  }
}
