/// What a rule says about one place of a form.
public struct Finding: Sendable, Hashable {
  /// The rule's id, for example `vague-target`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Where in the form.
  public var path: FormPath
  /// Where in the file, when the form was read from one.
  public var location: SourceLocation?
  /// What is wrong, in Chinese, with the words of the form.
  public var message: String
  /// What should stand there, when the rule can say.
  public var expected: String?
  /// What stands there, as printed.
  public var found: String?
  /// What to do, in Chinese.
  public var help: String
  /// A better wording made from the row itself, when the rule has one.
  public var suggestion: String?
  /// Another spelling of the place that means the same and that the rule is content with: safe to write without asking.
  public var fix: String?
  /// The rule of the field behind it.
  public var basis: Basis

  public init(
    rule: String, severity: Severity, path: FormPath, location: SourceLocation? = nil,
    message: String, expected: String? = nil, found: String? = nil, help: String,
    suggestion: String? = nil, fix: String? = nil, basis: Basis
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.location = location
    self.message = message
    self.expected = expected
    self.found = found
    self.help = help
    self.suggestion = suggestion
    self.fix = fix
    self.basis = basis
  }
}
