import FormModel
import YAMLText

extension RuleText {
  /// Decodes a rule file.
  ///
  /// - Parameter overrides: parameters of the check that a template sets otherwise.
  init(
    _ file: RuleFile, group: String, name: String, root: YAMLNode, reading: RuleReading,
    overrides: [YAMLEntry] = []
  ) throws(YAMLError) {
    var fields = try YAMLFields(root, of: name)
    id = try Self.id(&fields, name: name)
    title = try fields.text("title")
    why = try fields.optionalText("why")
    self.group = group
    severity = try Self.word("severity", in: &fields) ?? .warning
    appliesTo = try Self.words("applies-to", in: &fields)
    phase = try Self.word("phase", in: &fields) ?? .live
    unless = try fields.texts("unless")
    basis = try Self.basis(&fields)
    let when = try Self.conditions(&fields, reading: reading)
    guard let node = fields.take("check") else { throw YAMLError(.missingKey("check"), at: root.mark) }
    let decoded = try CheckKinds.decode(Self.merged(node, overrides), reading: reading)
    let texts = try Self.wording(&fields, check: decoded.check, reading: reading)
    _ = fields.take("examples")
    try fields.finish()
    conditions = when.conditions
    check = decoded.check
    wording = texts
    message = texts.message.text
    help = texts.help.text
    wordLists = when.wordLists + decoded.wordLists
    source = RuleSource(file: file, root: root, usesProfile: decoded.usesProfile || when.usesProfile)
  }

  private static func id(_ fields: inout YAMLFields, name: String) throws(YAMLError) -> String {
    guard let node = fields.take("id") else { throw YAMLError(.missingKey("id"), at: fields.mark) }
    let id = try node.text(of: "id")
    guard id == name else { throw YAMLError(.other(Messages.wrongID(id, name: name)), at: node.mark) }
    return id
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, in fields: inout YAMLFields
  ) throws(YAMLError) -> Word? where Word.RawValue == String {
    let found: [Word] = try words(key, in: &fields, required: false)
    return found.first
  }

  private static func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, in fields: inout YAMLFields, required: Bool = true
  ) throws(YAMLError) -> [Word] where Word.RawValue == String {
    guard let node = fields.take(key) else {
      if required { throw YAMLError(.missingKey(key), at: fields.mark) }
      return []
    }
    var found: [Word] = []
    for text in try node.texts(of: key) {
      guard let word = Word(rawValue: text) else {
        let allowed = Word.allCases.map(\.rawValue)
        throw YAMLError(.unknownValue(text, key: key, allowed: allowed), at: node.mark)
      }
      found.append(word)
    }
    return found
  }

  private static func basis(_ fields: inout YAMLFields) throws(YAMLError) -> Basis {
    guard let node = fields.take("basis") else { throw YAMLError(.missingKey("basis"), at: fields.mark) }
    var own = try YAMLFields(node, of: "basis")
    let document = try own.text("document")
    guard let certainty: Basis.Certainty = try word("certainty", in: &own) else {
      throw YAMLError(.missingKey("certainty"), at: node.mark)
    }
    try own.finish()
    return Basis(document: document, certainty: certainty)
  }

  private static func conditions(
    _ fields: inout YAMLFields, reading: RuleReading
  ) throws(YAMLError) -> (conditions: Conditions, usesProfile: Bool, wordLists: [WordList]) {
    guard let node = fields.take("when") else { return (Conditions(), false, []) }
    var parameters = try CheckParameters(node, of: "when", reading: reading)
    let conditions = try Conditions(&parameters)
    try parameters.finish()
    return (conditions, parameters.usesProfile, parameters.wordLists)
  }

  /// The check with some parameters replaced or added.
  private static func merged(_ check: YAMLNode, _ overrides: [YAMLEntry]) throws(YAMLError) -> YAMLNode {
    guard !overrides.isEmpty, case .mapping(var kinds) = check.content, let kind = kinds.first else {
      return check
    }
    var parameters = kind.value.isNull ? [] : try kind.value.entries(of: kind.key)
    parameters.removeAll { own in overrides.contains { $0.key == own.key } }
    kinds[0].value = YAMLNode(.mapping(parameters + overrides), at: kind.value.mark)
    return YAMLNode(.mapping(kinds), at: check.mark)
  }

  private static func wording(
    _ fields: inout YAMLFields, check: any Check, reading: RuleReading
  ) throws(YAMLError) -> Wording {
    let allowed = Placeholders.allowed(for: check)
    func template(_ key: String) throws(YAMLError) -> MessageTemplate? {
      guard let node = fields.take(key) else { return nil }
      return try MessageTemplate(try node.text(of: key), allowed: allowed, key: key, at: node.mark)
    }
    guard let message = try template("message") else {
      throw YAMLError(.missingKey("message"), at: fields.mark)
    }
    guard let help = try template("help") else { throw YAMLError(.missingKey("help"), at: fields.mark) }
    let expected = try template("expected")
    var suggestion: Suggestion?
    if let node = fields.take("suggest") {
      suggestion = try Suggestion(node, reading: reading, allowed: allowed)
    }
    return Wording(
      message: message, help: help, expected: expected, suggestion: suggestion, fix: try template("fix"))
  }
}

extension Rule {
  /// Decodes a rule file.
  ///
  /// - Parameter overrides: parameters of the check that a template sets otherwise.
  init(
    _ file: RuleFile, group: String, name: String, root: YAMLNode, reading: RuleReading,
    overrides: [YAMLEntry] = []
  ) throws(YAMLError) {
    self.init(
      try RuleText(file, group: group, name: name, root: root, reading: reading, overrides: overrides))
  }
}
