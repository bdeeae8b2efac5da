/// All forms, those without findings too, and the sum, as one JSON object.
public struct JSONReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(
    name: "json", purpose: Messages.jsonReportPurpose, listsKnown: true)

  private let version: String

  public init(_ setting: ReportSetting) { version = setting.version }

  public func opening() -> String {
    "{\n \"program\": \"jixiao\",\n \"version\": " + JSONValue.text(version).text(indent: nil)
      + ",\n \"forms\": [\n  "
  }

  public var separator: String { ",\n  " }

  public func text(of form: CheckedForm) -> String {
    let writer = JSONFinding(form: form)
    return JSONValue.object([
      ("file", .text(form.file)), ("form", JSONValue(form.number)), ("project", JSONValue(form.project)),
      ("readable", .number(form.isReadable ? "true" : "false")),
      ("template", form.isReadable ? .text(form.template.id) : .null),
      ("errors", JSONValue(form.count(of: .error))), ("warnings", JSONValue(form.count(of: .warning))),
      ("infos", JSONValue(form.count(of: .info))),
      ("findings", .array(form.findings.map { writer.value(of: $0, isWhole: false) })),
      ("suppressed", .array(form.answered.map { writer.value(of: $0) })),
    ]).text(indent: 2)
  }

  public func closing(_ summary: ReportSummary) -> String {
    let rules = summary.ruleIDs.map { id in
      JSONValue.object([
        ("rule", .text(id)), ("findings", JSONValue(summary.rules[id]?.findings)),
        ("forms", JSONValue(summary.rules[id]?.forms)),
      ])
    }
    let baseline = summary.baseline.map { count in
      JSONValue.object([
        ("new", JSONValue(count.new)), ("unchanged", JSONValue(count.unchanged)),
        ("gone", JSONValue(count.gone)),
      ])
    }
    let sum = JSONValue.object([
      ("forms", JSONValue(summary.forms)), ("clean", JSONValue(summary.clean)),
      ("unreadable", JSONValue(summary.unreadable)), ("errors", JSONValue(summary.errors)),
      ("warnings", JSONValue(summary.warnings)), ("infos", JSONValue(summary.infos)),
      ("suppressed", JSONValue(summary.answered)), ("outcomes", Self.outcomes(summary.tally)),
      ("rules", .array(rules)),
      ("baseline", baseline ?? .null),
    ])
    return "\n ],\n \"summary\": " + sum.text(indent: 1) + "\n}\n"
  }

  private static func outcomes(_ tally: RuleTally) -> JSONValue {
    .object([
      ("findings", JSONValue(tally.withFindings)), ("passed", JSONValue(tally.passed)),
      ("notApplicable", JSONValue(tally.notApplicable)), ("cannotTell", JSONValue(tally.cannotTell)),
    ])
  }
}
