/// Phrases looked for at one place of a text; of several that fit, the longest wins.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Phrase: Sendable {
    var scalars: [UInt32]
    var value: Value
  }

  /// The phrases that begin with one scalar, longer ones first.
  private struct Group: Sendable {
    var first: UInt32
    var phrases: [Phrase]
  }

  private var groups: [Group] = []
  /// Index in `groups` plus 1, by the first scalar; 0 is free. A power of two long and mostly free, because the
  /// usual answer is that no phrase begins at a place.
  private var slots: [UInt16] = []

  init(_ phrases: [(String, Value)]) {
    for (text, value) in phrases {
      let scalars = text.unicodeScalars.map(\.value)
      guard let first = scalars.first else { continue }
      let index = groups.firstIndex { $0.first == first } ?? groups.count
      if index == groups.count { groups.append(Group(first: first, phrases: [])) }
      groups[index].phrases.append(Phrase(scalars: scalars, value: value))
    }
    for index in groups.indices { groups[index].phrases.sort { $0.scalars.count > $1.scalars.count } }
    fillSlots()
  }

  private mutating func fillSlots() {
    var size = 16
    while size < groups.count * 4 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for (index, group) in groups.enumerated() {
      var slot = slot(of: group.first)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(clamping: index + 1)
    }
  }

  private func slot(of scalar: UInt32) -> Int {
    Int(truncatingIfNeeded: (scalar &* 0x9E37_79B1) >> 16) & (slots.count - 1)
  }

  /// The longest phrase that stands at `index`, and its number of scalars.
  func match(in scalars: [UInt32], at index: Int) -> (value: Value, length: Int)? {
    guard index < scalars.count else { return nil }
    var slot = slot(of: scalars[index])
    while slots[slot] != 0 {
      let group = Int(slots[slot]) - 1
      if groups[group].first == scalars[index] { return match(in: scalars, at: index, group) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func match(in scalars: [UInt32], at index: Int, _ group: Int) -> (value: Value, length: Int)? {
    for candidate in groups[group].phrases where index + candidate.scalars.count <= scalars.count {
      var offset = 1
      while offset < candidate.scalars.count, scalars[index + offset] == candidate.scalars[offset] {
        offset += 1
      }
      if offset == candidate.scalars.count { return (candidate.value, offset) }
    }
    return nil
  }
}

extension PhraseTable where Value == Bool {
  /// Words that only are or are not there.
  init(words: String) {
    self.init(words.split(separator: " ").map { (String($0), true) })
  }
}
