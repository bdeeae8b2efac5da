import ChineseText
import FormTemplates
import YAMLText

/// What a rule file may refer to while it is decoded: word lists, and the template's numbers and words.
struct RuleReading: Sendable {
  var vocabularies: [String: Vocabulary]
  var template: Template?

  private static let folder = "vocabulary/"

  /// The word list that `vocabulary/<name>` names.
  func vocabulary(_ node: YAMLNode) throws(YAMLError) -> Vocabulary {
    let text = try node.text(of: "vocabulary")
    guard text.hasPrefix(Self.folder), let found = vocabularies[String(text.dropFirst(Self.folder.count))]
    else {
      let known = vocabularies.keys.sorted().map { Self.folder + $0 }
      throw YAMLError(.unknownValue(text, key: "vocabulary", allowed: known), at: node.mark)
    }
    return found
  }

  /// Words written in place, by `vocabulary/<name>`, or both.
  func words(_ node: YAMLNode, of key: String) throws(YAMLError) -> WordList {
    var words: [String] = []
    var parts: [WordList] = []
    var items = [node]
    if case .sequence(let list) = node.content { items = list }
    for item in items {
      let text = try item.text(of: key)
      if text.hasPrefix(Self.folder) {
        parts.append(try vocabulary(item).list)
      } else {
        words.append(folded(text))
      }
    }
    return words.isEmpty && parts.count == 1 ? parts[0] : WordList(words, and: parts)
  }

  /// `{profile: satisfaction-floor, else: 80}`: the template's value where it has one, else the one given.
  func resolved(_ node: YAMLNode) throws(YAMLError) -> (node: YAMLNode, isProfile: Bool) {
    guard case .mapping(let entries) = node.content, entries.contains(where: { $0.key == "profile" }) else {
      return (node, false)
    }
    var fields = try YAMLFields(node, of: "profile")
    let name = try fields.text("profile")
    guard let fallback = fields.take("else") else { throw YAMLError(.missingKey("else"), at: node.mark) }
    try fields.finish()
    guard let values = values(named: name) else { return (fallback, true) }
    let scalars = values.map { YAMLNode(.scalar($0, quoted: true), at: node.mark) }
    return (scalars.count == 1 ? scalars[0] : YAMLNode(.sequence(scalars), at: node.mark), true)
  }

  private func values(named name: String) -> [String]? {
    guard let template else { return nil }
    return switch name {
    case "weight-sum": ["\(template.weights.indicatorSum)"]
    case "weight-total": ["\(template.weights.total)"]
    case "weight-decimals": ["\(template.weights.decimals)"]
    case "execution-weight": ["\(template.weights.execution)"]
    default: template.parameters[name]
    }
  }
}
