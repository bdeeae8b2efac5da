import ChineseText
import YAMLText

/// A word list of `Rules/vocabulary/`: words, and what is known about each of them.
struct Vocabulary: Sendable {
  /// In written order.
  private(set) var words: [String] = []
  /// Fields of the words that have some: `办事效率` → `measure: 办事时限压缩率`.
  private(set) var fields: [String: [String: String]] = [:]
  /// Every field that some word has.
  private(set) var fieldNames: [String] = []

  /// No words.
  init() {}

  /// Decodes a list whose items are words, or mappings with `word` or `words` and fields of their own.
  init(_ root: YAMLNode) throws(YAMLError) {
    for item in try root.items(of: "vocabulary") {
      if case .scalar(let word, _) = item.content {
        words.append(folded(word))
      } else {
        try add(item)
      }
    }
  }

  private mutating func add(_ item: YAMLNode) throws(YAMLError) {
    var entries = try YAMLFields(item, of: "word")
    var own = try entries.texts("words").map(folded)
    if let word = try entries.optionalText("word") { own.append(folded(word)) }
    guard !own.isEmpty else { throw YAMLError(.missingKey("word"), at: item.mark) }
    var values: [String: String] = [:]
    for entry in entries.takeRest() {
      values[entry.key] = try entry.value.text(of: entry.key)
      if !fieldNames.contains(entry.key) { fieldNames.append(entry.key) }
    }
    for word in own {
      words.append(word)
      fields[word] = values
    }
  }
}
