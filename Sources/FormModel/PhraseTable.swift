/// Phrases looked for at one place of a text; of several that fit, the longest wins.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Phrase: Sendable {
    var scalars: [UInt32]
    var value: Value
  }

  private var byFirst: [UInt32: [Phrase]] = [:]

  init(_ phrases: [(String, Value)]) {
    for (text, value) in phrases {
      let scalars = text.unicodeScalars.map(\.value)
      if let first = scalars.first {
        byFirst[first, default: []].append(Phrase(scalars: scalars, value: value))
      }
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  /// The longest phrase that stands at `index`, and its number of scalars.
  func match(in scalars: [UInt32], at index: Int) -> (value: Value, length: Int)? {
    guard index < scalars.count, let candidates = byFirst[scalars[index]] else { return nil }
    for candidate in candidates where index + candidate.scalars.count <= scalars.count {
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
