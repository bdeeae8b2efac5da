import FormModel
import FoundationEssentials
import YAMLText

extension YAMLFields {
  /// The value of a key that must be there.
  mutating func needed(_ key: String) throws(YAMLError) -> YAMLNode {
    guard let node = take(key) else { throw YAMLError(.missingKey(key), at: mark) }
    return node
  }

  /// A value out of a closed list of words.
  mutating func word<Word>(_ key: String) throws(YAMLError) -> Word
  where Word: RawRepresentable<String> & CaseIterable {
    let node = try needed(key)
    return try FormTemplates.word(try node.text(of: key), of: key, at: node.mark)
  }

  /// A value out of a closed list of words; `nil` when the key is missing or nothing is written after it.
  ///
  /// - Throws: `unknownValue` with the words there are.
  public mutating func optionalWord<Word>(_ key: String) throws(YAMLError) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let node = take(key) else { return nil }
    return try FormTemplates.word(try node.text(of: key), of: key, at: node.mark)
  }

  mutating func number(_ key: String) throws(YAMLError) -> Decimal { try needed(key).number(of: key) }
}

extension YAMLNode {
  func number(of key: String) throws(YAMLError) -> Decimal {
    guard let number = decimal(printed: try text(of: key)) else {
      throw YAMLError(.wrongType(key: key, expected: .number), at: mark)
    }
    return number
  }
}

/// The case that a word names.
func word<Word>(_ text: String, of key: String, at mark: YAMLMark) throws(YAMLError) -> Word
where Word: RawRepresentable<String> & CaseIterable {
  guard let word = Word(rawValue: text) else {
    throw YAMLError(.unknownValue(text, key: key, allowed: Word.allCases.map(\.rawValue)), at: mark)
  }
  return word
}

/// Sees to it that a spelling leads to one thing only.
struct UniqueNames {
  private var owners: [String: String] = [:]

  /// - Throws: when one of the names is taken, by whom.
  mutating func add(_ names: [String], of owner: String, at mark: YAMLMark) throws(YAMLError) {
    for name in names {
      if let first = owners.updateValue(owner, forKey: name) {
        throw YAMLError(.other(Messages.usedTwice(name, by: first)), at: mark)
      }
    }
  }
}
