import FormModel

/// A rule as lists for programs have it.
public struct RuleEntry: Sendable {
  public let id: String
  /// The fault in a few words.
  public let title: String
  /// Folder of the rule, and its name for people.
  public let group: String
  /// See `group`.
  public let groupName: String
  /// As the template that was asked for has it.
  public let severity: Severity
  /// The kinds of form it speaks about.
  public let appliesTo: [FormKind]
  /// Whether it means something before the form is complete.
  public let isLive: Bool
  /// The kind of its check.
  public let check: String
  /// Rules whose finding on the same place silences it.
  public let unless: [String]
  /// What is said of a place and what to do, placeholders and all.
  public let message: String
  /// See `message`.
  public let help: String
  /// What comes of the fault.
  public let why: String?
  /// The rule of the field behind it.
  public let basis: Basis
  /// Whether some of its findings can be fixed without a decision.
  public let isFixable: Bool
  /// How many examples it has that it must flag, and that it must pass.
  public let flagExamples: Int
  /// See `flagExamples`.
  public let passExamples: Int
  /// The file it comes from.
  public let file: String
  /// Why the template that was asked for does not check it.
  public let offReason: String?
  /// What templates change about it.
  public let templates: [Change]

  /// What a template changes about a rule, parameters apart.
  public struct Change: Sendable, Hashable {
    /// Its id.
    public let template: String
    /// `nil` where it stays.
    public let severity: Severity?
    /// `nil` where it is checked.
    public let offReason: String?

    public init(template: String, severity: Severity?, offReason: String?) {
      (self.template, self.severity, self.offReason) = (template, severity, offReason)
    }
  }

  public init(
    id: String, title: String, group: String, groupName: String, severity: Severity, appliesTo: [FormKind],
    isLive: Bool, check: String, unless: [String], message: String, help: String, why: String?, basis: Basis,
    isFixable: Bool, flagExamples: Int, passExamples: Int, file: String, offReason: String?,
    templates: [Change]
  ) {
    (self.id, self.title, self.group, self.groupName) = (id, title, group, groupName)
    (self.severity, self.appliesTo, self.isLive, self.check) = (severity, appliesTo, isLive, check)
    (self.unless, self.message, self.help, self.why) = (unless, message, help, why)
    (self.basis, self.isFixable, self.file) = (basis, isFixable, file)
    (self.flagExamples, self.passExamples) = (flagExamples, passExamples)
    (self.offReason, self.templates) = (offReason, templates)
  }

  /// One array.
  public static func json(_ entries: [RuleEntry]) -> String {
    JSONValue.array(entries.map(\.value)).text(indent: 0) + "\n"
  }

  /// One object a line.
  public static func jsonLines(_ entries: [RuleEntry]) -> String {
    entries.map { $0.value.text(indent: nil) + "\n" }.joined()
  }

  private var value: JSONValue {
    .object([
      ("id", .text(id)), ("title", .text(title)), ("group", .text(group)), ("groupName", .text(groupName)),
      ("severity", .text(severity.rawValue)), ("appliesTo", .array(appliesTo.map { .text($0.rawValue) })),
      ("phase", .text(isLive ? "live" : "complete")), ("check", .text(check)),
      ("unless", .array(unless.map { .text($0) })), ("message", .text(message)), ("help", .text(help)),
      ("why", JSONValue(why)),
      (
        "basis",
        .object([("document", .text(basis.document)), ("certainty", .text(basis.certainty.rawValue))])
      ),
      ("remedy", .text((isFixable ? Remedy.safe : .needsYou).rawValue)),
      ("examples", .object([("flag", JSONValue(flagExamples)), ("pass", JSONValue(passExamples))])),
      ("file", .text(file)), ("off", JSONValue(offReason)),
      (
        "templates",
        .array(
          templates.map { change in
            .object([
              ("template", .text(change.template)), ("severity", JSONValue(change.severity?.rawValue)),
              ("off", JSONValue(change.offReason)),
            ])
          })
      ),
    ])
  }
}
