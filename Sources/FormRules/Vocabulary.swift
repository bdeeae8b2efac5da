import ChineseText
import YAMLText

/// A word list of `Rules/vocabulary/`: words, and what is known about each of them.
struct Vocabulary: Sendable {
  /// In written order.
  private(set) var groups: [Group] = []
  /// Every field that some word has.
  private(set) var fieldNames: [String] = []
  /// All words as one list, shared by every rule that refers to them.
  let list: WordList

  /// Words with the same fields.
  struct Group: Sendable {
    var words: [String]
    /// Fields of the words, if any: `办事效率` → `measure: 办事时限压缩率`.
    var fields: [String: String]
  }

  /// Decodes a list whose items are words, or mappings with `word` or `words` and fields of their own.
  init(_ root: YAMLNode) throws(YAMLError) {
    var plain: [String] = []
    var groups: [Group] = []
    var names: [String] = []
    for item in try root.items(of: "vocabulary") {
      if case .scalar(let word, _) = item.content {
        plain.append(folded(word))
        continue
      }
      let group = try Group(item)
      groups.append(group)
      for name in group.fields.keys.sorted() where !names.contains(name) { names.append(name) }
    }
    if !plain.isEmpty { groups.insert(Group(words: plain, fields: [:]), at: 0) }
    self.groups = groups
    fieldNames = names
    list = WordList(groups.flatMap(\.words))
  }

  /// The fields of a word, with or without its `^` and `$`; empty for a word that has none.
  func fields(of word: String) -> [String: String] {
    let spellings = [word, "^" + word, word + "$", "^" + word + "$"]
    return groups.last { !$0.fields.isEmpty && $0.words.contains(where: spellings.contains) }?.fields ?? [:]
  }
}

extension Vocabulary.Group {
  fileprivate init(_ item: YAMLNode) throws(YAMLError) {
    var entries = try YAMLFields(item, of: "word")
    words = try entries.texts("words").map(folded)
    if let word = try entries.optionalText("word") { words.append(folded(word)) }
    guard !words.isEmpty else { throw YAMLError(.missingKey("word"), at: item.mark) }
    fields = [:]
    for entry in entries.takeRest() { fields[entry.key] = try entry.value.text(of: entry.key) }
  }
}
