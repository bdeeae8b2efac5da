import YAMLText

/// A better wording made from the place itself.
///
/// Either one text, or look-ups in turn: the first word of a list that occurs in a place brings its fields.
struct Suggestion: Sendable {
  private var cases: [Case] = []
  private var otherwise: MessageTemplate?

  private struct Case: Sendable {
    var vocabulary: Vocabulary?
    var words: WordList
    var placeholders: [String]
    var text: MessageTemplate
  }

  /// - Parameter allowed: the placeholders of the rule; a look-up adds those of its vocabulary.
  init(_ node: YAMLNode, reading: RuleReading, allowed: [String]) throws(YAMLError) {
    var items = [node]
    if case .sequence(let list) = node.content { items = list }
    for item in items { try add(item, reading, allowed) }
  }

  private mutating func add(
    _ node: YAMLNode, _ reading: RuleReading, _ allowed: [String]
  ) throws(YAMLError) {
    if case .scalar(let text, _) = node.content {
      otherwise = try MessageTemplate(text, allowed: allowed, key: "suggest", at: node.mark)
      return
    }
    var fields = try YAMLFields(node, of: "suggest")
    let vocabulary = try fields.take("from").map { (from) throws(YAMLError) in try reading.vocabulary(from) }
    var words = vocabulary?.list
    if let own = fields.take("words") { words = try reading.words(own, of: "words") }
    guard let words else { throw YAMLError(.missingKey("from"), at: node.mark) }
    let sources = try fields.texts("of")
    for source in sources where !allowed.contains(source) {
      throw YAMLError(.unknownValue(source, key: "of", allowed: allowed), at: node.mark)
    }
    let known = allowed + ["word"] + (vocabulary?.knownFieldNames ?? [])
    let isField = { (name: String) in vocabulary?.mayHave(field: name) ?? false }
    guard let text = try Self.text("text", in: &fields, known, also: isField) else {
      throw YAMLError(.missingKey("text"), at: node.mark)
    }
    cases.append(Case(vocabulary: vocabulary, words: words, placeholders: sources, text: text))
    if let other = try Self.text("else", in: &fields, allowed) { otherwise = other }
    try fields.finish()
  }

  private static func text(
    _ key: String, in fields: inout YAMLFields, _ allowed: [String], also: (String) -> Bool = { _ in false }
  ) throws(YAMLError) -> MessageTemplate? {
    guard let node = fields.take(key) else { return nil }
    return try MessageTemplate(try node.text(of: key), allowed: allowed, also: also, key: key, at: node.mark)
  }

  func filled(_ values: PlaceholderValues) -> String? {
    for index in cases.indices {
      for source in cases[index].placeholders {
        guard let word = values.word(of: cases[index].words, in: source) else { continue }
        let own = cases[index].vocabulary?.fields(of: word) ?? [:]
        return cases[index].text.filled { $0 == "word" ? word : own[$0] ?? values[$0] }
      }
    }
    return otherwise?.filled { values[$0] }
  }
}
