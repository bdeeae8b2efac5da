import FormModel

/// What reporters know beside the forms.
public struct ReportSetting: Sendable {
  /// All rules that can have findings; a finding's rule may be missing here.
  public var rules: [ReportedRule]
  /// The version of the program.
  public var version: String
  /// Columns of the screen, for reports that people read there.
  public var width: Int
  /// Gives a piece of text its look on a terminal; leaves it as it is elsewhere.
  public var paint: @Sendable (Look, String) -> String
  /// Output layouts by file name (`report.html.mustache`).
  public var layouts: [String: String]

  /// What a piece of text is to its reader.
  public enum Look: Sendable {
    case heading, error, warning, info, mark, suggestion, hint
  }

  public init(
    rules: [ReportedRule] = [], version: String = "", width: Int = 80,
    paint: @escaping @Sendable (Look, String) -> String = { $1 }, layouts: [String: String] = [:]
  ) {
    self.rules = rules
    self.version = version
    self.width = width
    self.paint = paint
    self.layouts = layouts
  }
}

/// A rule as reports print it.
public struct ReportedRule: Sendable, Hashable {
  /// The rule's id.
  public var id: String
  /// The fault in a few words.
  public var title: String
  /// The group's name for people.
  public var group: String
  /// As the rule has it before any template changes it.
  public var severity: Severity
  /// What to do.
  public var help: String
  /// The rule of the field behind it.
  public var basis: Basis

  public init(
    id: String, title: String, group: String, severity: Severity, help: String, basis: Basis
  ) {
    self.id = id
    self.title = title
    self.group = group
    self.severity = severity
    self.help = help
    self.basis = basis
  }
}
