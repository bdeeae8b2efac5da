import YAMLText

/// The top of one template file: what belongs to the file itself, and what is inherited and merged.
struct TemplateRoot {
  static let extends = "extends"
  static let abstract = "abstract"

  private let node: YAMLNode
  private let entries: [YAMLEntry]

  /// - Throws: `YAMLError` when the text is no mapping.
  init(_ text: String, source: Int) throws(YAMLError) {
    guard let node = try parseYAML(text, source: source) else {
      throw YAMLError(.other(Messages.emptyFile), at: YAMLMark(line: 1, column: 1, source: source))
    }
    self.node = node
    self.entries = try node.entries(of: "template.yaml")
  }

  /// Where the document begins.
  var mark: YAMLMark { node.mark }

  /// The id of the template it extends.
  func base() throws(YAMLError) -> String? { try value(Self.extends)?.text(of: Self.extends) }

  /// Where the base is named.
  var extendsMark: YAMLMark { value(Self.extends)?.mark ?? node.mark }

  /// Whether it is there to be extended only.
  var isAbstract: Bool {
    guard case .scalar(let text, _) = value(Self.abstract)?.content else { return false }
    return text == "true" || text == "是"
  }

  /// Everything that children inherit.
  var content: YAMLNode {
    YAMLNode(.mapping(entries.filter { $0.key != Self.extends && $0.key != Self.abstract }), at: node.mark)
  }

  private func value(_ key: String) -> YAMLNode? {
    entries.first { $0.key == key && !$0.value.isNull }?.value
  }
}
