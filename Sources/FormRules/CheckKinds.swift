import YAMLText

/// Every check kind, one line each.
enum CheckKinds {
  static let all: [any Check.Type] = [
    PresentCheck.self,
    WordsCheck.self,
    OneOfCheck.self,
    TextCheck.self,
    QuantifiedCheck.self,
    AgreementCheck.self,
    NumberCheck.self,
    CoverageCheck.self,
    CountCheck.self,
    UniqueCheck.self,
    SumCheck.self,
    ColumnSumCheck.self,
    SpreadCheck.self,
    RelationCheck.self,
    FiguresCheck.self,
    AcrossCheck.self,
    ArithmeticCheck.self,
    AttainmentCheck.self,
    ExplainedCheck.self,
    ChangedCheck.self,
    AmountsCheck.self,
    BesideCheck.self,
    NotesCheck.self,
  ]

  /// Decodes `check: {<kind>: {<parameters>}}`.
  ///
  /// - Returns: the check, whether a parameter is looked up in the template, and the words that are looked for.
  static func decode(
    _ node: YAMLNode, reading: RuleReading
  ) throws(YAMLError) -> (check: any Check, usesProfile: Bool, wordLists: [WordList]) {
    let entries = try node.entries(of: "check")
    guard let entry = entries.first else { throw YAMLError(.missingKey("check"), at: node.mark) }
    guard entries.count == 1 else { throw YAMLError(.other(Messages.oneCheckOnly), at: entries[1].keyMark) }
    guard let type = byKind[entry.key] else {
      throw YAMLError(.unknownKey(entry.key, allowed: all.map { $0.kind }), at: entry.keyMark)
    }
    var parameters = try CheckParameters(entry.value, of: entry.key, reading: reading)
    let check = try type.init(&parameters)
    try parameters.finish()
    return (check, parameters.usesProfile, parameters.wordLists)
  }

  private static let byKind: [String: any Check.Type] = Dictionary(
    all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
}
