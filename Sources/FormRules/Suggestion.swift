import YAMLText

/// A better wording made from the place itself.
///
/// Either one text, or a look-up: the first word of a vocabulary that occurs in a place brings its fields.
struct Suggestion: Sendable {
  private var cases: [Case] = []
  private var otherwise: MessageTemplate?

  private struct Case: Sendable {
    var vocabulary: Vocabulary
    var words: WordList
    var placeholders: [String]
    var text: MessageTemplate
  }

  /// - Parameter allowed: the placeholders of the rule; a look-up adds those of its vocabulary.
  init(_ node: YAMLNode, reading: RuleReading, allowed: [String]) throws(YAMLError) {
    if case .scalar(let text, _) = node.content {
      otherwise = try MessageTemplate(text, allowed: allowed, key: "suggest", at: node.mark)
      return
    }
    var fields = try YAMLFields(node, of: "suggest")
    guard let from = fields.take("from") else { throw YAMLError(.missingKey("from"), at: node.mark) }
    let vocabulary = try reading.vocabulary(from)
    let sources = try fields.texts("of")
    guard let text = fields.take("text") else { throw YAMLError(.missingKey("text"), at: node.mark) }
    let known = allowed + ["word"] + vocabulary.fieldNames
    for source in sources where !allowed.contains(source) {
      throw YAMLError(.unknownValue(source, key: "of", allowed: allowed), at: node.mark)
    }
    let template = try MessageTemplate(try text.text(of: "text"), allowed: known, key: "text", at: text.mark)
    cases = [
      Case(
        vocabulary: vocabulary, words: WordList(vocabulary.words), placeholders: sources, text: template)
    ]
    if let other = fields.take("else") {
      otherwise = try MessageTemplate(
        try other.text(of: "else"), allowed: allowed, key: "else", at: other.mark)
    }
    try fields.finish()
  }

  func filled(_ value: (String) -> String?) -> String? {
    for option in cases {
      for source in option.placeholders {
        guard let text = value(source), let word = option.words.match(in: text) else { continue }
        let own = option.vocabulary.fields[word] ?? [:]
        return option.text.filled { $0 == "word" ? word : own[$0] ?? value($0) }
      }
    }
    return otherwise?.filled(value)
  }
}
