import Synchronization

/// All word lists of an engine's rules in one table: one pass over a text tells which lists have a word in it.
///
/// Built when the first text is looked at.
final class WordIndex: Sendable {
  private let table: OnDemand<WordTable>

  init(_ lists: [WordList]) { table = OnDemand { WordTable(lists) } }

  /// Asked for once a form.
  var words: WordTable? { table.value }
}

/// Word lists by what their words begin with.
///
/// A word is found by its first three characters, so that most places of a text cost the look-up of a few bits.
final class WordTable: Sendable {
  /// Lists that there is room for; those behind them are looked for one by one.
  static let capacity = 256

  /// A set of lists, by number.
  typealias Marks = SIMD4<UInt64>

  /// The number of each list, by `WordList.id`; -1 for a list that is not in the table.
  private let numbers: [Int16]
  private let firstID: Int
  /// What stands behind the head of each word, in UTF-8, one after the other.
  private let pool: [UInt8]
  /// The words of one head stand together.
  private let entries: [Entry]
  /// What each of the words says, by its place among the entries.
  private let meanings: [Meaning]
  /// By the hash of a head: the first entry, or -1.
  private let slots: [Int32]
  /// One bit for the hash of each head.
  private let filter: [UInt64]
  /// One bit for each character that begins a word.
  private let firsts: [UInt64]

  private struct Entry: Sendable {
    let head: Head
    /// The rest of the word in the pool.
    let rest: Range<Int32>
    /// Whether some list ties the word to an end of the text.
    let isTied: Bool
    /// Whether no other word stands in the same slot behind it.
    var isLast = false
  }

  /// The first three characters of a word; 0 for those that a shorter word does not have.
  private struct Head: Equatable {
    var first: UInt32
    var second: UInt32 = 0
    var third: UInt32 = 0

    var hash: UInt32 {
      let product = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B) ^ (third &* 0xC2B2_AE35)
      return product ^ (product >> 15)
    }
  }

  /// Lists that look for a word anywhere, at the beginning, at the end, or as the whole text.
  private struct Meaning: Sendable {
    var anywhere = Marks.zero
    var atStart = Marks.zero
    var atEnd = Marks.zero
    var whole = Marks.zero

    var isTied: Bool { atStart != .zero || atEnd != .zero || whole != .zero }

    mutating func add(_ lists: Marks, _ word: Tied) {
      switch (word.atStart, word.atEnd) {
      case (true, true): whole |= lists
      case (true, false): atStart |= lists
      case (false, true): atEnd |= lists
      case (false, false): anywhere |= lists
      }
    }
  }

  init(_ lists: [WordList]) {
    var builder = Builder()
    for list in lists.prefix(Self.capacity) { builder.add(list) }
    firstID = builder.numbers.keys.min() ?? 0
    var numbers = [Int16](repeating: -1, count: (builder.numbers.keys.max() ?? 0) - firstID + 1)
    for (id, number) in builder.numbers { numbers[id - firstID] = Int16(number) }
    self.numbers = numbers
    (pool, entries, meanings, slots, filter) = builder.finished()
    firsts = builder.firsts
  }

  /// Whether a list is among the marks of a text; `nil` for a list that the table does not have.
  func has(_ list: WordList, in marks: Marks) -> Bool? {
    let place = list.id - firstID
    guard numbers.indices.contains(place), numbers[place] >= 0 else { return nil }
    let number = Int(numbers[place])
    return marks[number >> 6] & (1 << UInt64(number & 63)) != 0
  }

  /// The lists that have a word in a text (half width, without blanks).
  ///
  /// - Parameter stemCount: the bytes of the text as far as it ends for `$`, without a bracket behind it.
  func marks(of text: String, stemCount: Int) -> Marks {
    var text = text
    return text.withUTF8 { bytes in
      var marks = Marks.zero
      var place = 0
      var (first, length) = Self.character(bytes, at: 0)
      var (second, next) = Self.character(bytes, at: length)
      while place < bytes.count {
        let (end, pairEnd) = (place + length, place + length + next)
        let (third, last) = Self.character(bytes, at: pairEnd)
        // Every second sign begins no word at all.
        if begins(first) {
          collect(Head(first: first), bytes, place..<end, stemCount, into: &marks)
          let pair = Head(first: first, second: second)
          if next > 0 { collect(pair, bytes, place..<pairEnd, stemCount, into: &marks) }
          let triple = Head(first: first, second: second, third: third)
          if last > 0 { collect(triple, bytes, place..<pairEnd + last, stemCount, into: &marks) }
        }
        (place, first, length, second, next) = (end, second, next, third, last)
      }
      return marks
    }
  }

  /// Whether some word may begin with a character.
  private func begins(_ character: UInt32) -> Bool {
    let bit = Self.bit(of: character)
    return firsts[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The last two bytes of a Chinese character, which tell it from nearly all others.
  private static func bit(of character: UInt32) -> Int {
    Int((character & 0x3F | character >> 2 & 0xFC0 | character >> 4 & 0xF000) & 0xFFFF)
  }

  /// Four bits for each word or so: nearly all that pass begin a word.
  private static let filterMask = 4095

  private func mayBegin(_ head: Head) -> Bool {
    filter[Int(head.hash >> 6) & Self.filterMask] >> UInt64(head.hash & 63) & 1 == 1
  }

  /// Takes in the lists of the words that begin with a head, which stands at a place.
  @inline(__always)
  private func collect(
    _ head: Head, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ stemCount: Int,
    into marks: inout Marks
  ) {
    if mayBegin(head) { take(head, bytes, place, stemCount, into: &marks) }
  }

  private func take(
    _ head: Head, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ stemCount: Int,
    into marks: inout Marks
  ) {
    var index = Int(slots[Int(head.hash >> 4) & (slots.count - 1)])
    while index >= 0 {
      let entry = entries[index]
      if entry.head == head, stands(entry.rest, in: bytes, at: place.upperBound) {
        marks |= meanings[index].anywhere
        if entry.isTied {
          let end = place.upperBound + entry.rest.count
          add(
            meanings[index], isStart: place.lowerBound == 0, isEnd: end == bytes.count || end == stemCount,
            to: &marks)
        }
      }
      index = entry.isLast ? -1 : index + 1
    }
  }

  private func add(_ meaning: Meaning, isStart: Bool, isEnd: Bool, to marks: inout Marks) {
    if isStart { marks |= meaning.atStart }
    if isEnd { marks |= meaning.atEnd }
    if isStart, isEnd { marks |= meaning.whole }
  }

  private func stands(_ rest: Range<Int32>, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + rest.count <= bytes.count else { return false }
    var place = place
    for offset in rest {
      if pool[Int(offset)] != bytes[place] { return false }
      place += 1
    }
    return true
  }

  /// The bytes of the character at a place as a number, and how many they are; 0 at the end.
  private static func character(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (value: UInt32, length: Int) {
    guard place < bytes.count else { return (0, 0) }
    let lead = bytes[place]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead >= 0xE0, lead < 0xF0, place + 2 < bytes.count {
      let value = UInt32(lead) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
      return (value, 3)
    }
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - place)
    return (bytes[place..<(place + length)].reduce(0) { $0 << 8 | UInt32($1) }, length)
  }
}

extension WordTable {
  /// Takes in list after list, then lays the words out.
  private struct Builder {
    var numbers: [Int: Int] = [:]
    private var words: [[UInt8]: Meaning] = [:]
    var firsts: [UInt64] {
      words.keys.reduce(into: [UInt64](repeating: 0, count: 1024)) { bits, word in
        let bit = word.withUnsafeBufferPointer { WordTable.bit(of: WordTable.character($0, at: 0).value) }
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }

    mutating func add(_ list: WordList) {
      guard numbers[list.id] == nil else { return }
      let number = numbers.count
      numbers[list.id] = number
      var mark = Marks.zero
      mark[number >> 6] = 1 << UInt64(number & 63)
      for word in list.words.map(Tied.init) where !word.word.isEmpty {
        words[Array(word.word.utf8), default: Meaning()].add(mark, word)
      }
    }

    func finished() -> (
      pool: [UInt8], entries: [Entry], meanings: [Meaning], slots: [Int32], filter: [UInt64]
    ) {
      var capacity = 64
      while capacity < words.count * 2 { capacity *= 2 }
      var pool: [UInt8] = []
      var slots = [Int32](repeating: -1, count: capacity)
      var filter = [UInt64](repeating: 0, count: WordTable.filterMask + 1)
      var groups: [Int: [(entry: Entry, meaning: Meaning)]] = [:]
      for (word, meaning) in words {
        let (head, count) = WordTable.head(of: word)
        let start = Int32(pool.count)
        pool += word[count...]
        let entry = Entry(head: head, rest: start..<Int32(pool.count), isTied: meaning.isTied)
        filter[Int(head.hash >> 6) & WordTable.filterMask] |= 1 << UInt64(head.hash & 63)
        groups[Int(head.hash >> 4) & (capacity - 1), default: []].append((entry, meaning))
      }
      var (entries, meanings): ([Entry], [Meaning]) = ([], [])
      for (slot, group) in groups {
        slots[slot] = Int32(entries.count)
        entries += group.map(\.entry)
        meanings += group.map(\.meaning)
        entries[entries.count - 1].isLast = true
      }
      return (pool, entries, meanings, slots, filter)
    }
  }

  /// The head of a word, and how many bytes it is.
  private static func head(of word: [UInt8]) -> (head: Head, count: Int) {
    word.withUnsafeBufferPointer { bytes in
      let first = character(bytes, at: 0)
      let second = character(bytes, at: first.length)
      let third = character(bytes, at: first.length + second.length)
      return (
        Head(first: first.value, second: second.value, third: third.value),
        first.length + second.length + third.length
      )
    }
  }
}
