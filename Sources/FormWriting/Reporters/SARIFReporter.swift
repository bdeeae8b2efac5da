import FormModel

/// SARIF 2.1.0 (OASIS): what code platforms and editors show beside the line.
public struct SARIFReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(
    name: "sarif", purpose: Messages.sarifPurpose, listsKnown: true, showsReplacements: true)

  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  private let rules: [ReportedRule]
  private let indices: [String: Int]
  private let version: String

  public init(_ setting: ReportSetting) {
    rules = setting.rules
    indices = Dictionary(
      setting.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    version = setting.version
  }

  public func opening() -> String {
    let driver = JSONValue.object([
      ("name", .text("jixiao")), ("version", .text(version)), ("language", .text("zh-CN")),
      ("rules", .array(rules.map(descriptor))),
    ])
    return "{\n \"$schema\": " + JSONValue.text(Self.schema).text(indent: nil)
      + ",\n \"version\": \"2.1.0\",\n \"runs\": [\n  {\n   \"tool\": "
      + JSONValue.object([("driver", driver)]).text(indent: 3)
      + ",\n   \"columnKind\": \"unicodeCodePoints\",\n   \"results\": [\n    "
  }

  public var separator: String { ",\n    " }

  public func text(of form: CheckedForm) -> String {
    let found = form.findings.map { result(SARIFResult(form: form, finding: $0.finding, state: $0.state)) }
    let answered = form.answered.map { entry in
      result(SARIFResult(form: form, finding: entry.finding, suppression: entry.suppression))
    }
    return (found + answered).map { $0.text(indent: 4) }.joined(separator: separator)
  }

  public func closing(_ summary: ReportSummary) -> String {
    let invocation = JSONValue.object([
      ("executionSuccessful", .number(summary.unreadable == 0 ? "true" : "false"))
    ])
    return "\n   ],\n   \"invocations\": " + JSONValue.array([invocation]).text(indent: 3) + "\n  }\n ]\n}\n"
  }

  private func result(_ result: SARIFResult) -> JSONValue {
    result.value(ruleIndex: indices[result.finding.rule])
  }

  private func descriptor(_ rule: ReportedRule) -> JSONValue {
    let help = [rule.help, Messages.basis(rule.basis)].joined(separator: "\n")
    return .object([
      ("id", .text(rule.id)), ("name", .text(rule.title)),
      ("shortDescription", SARIFResult.message(rule.title)),
      ("fullDescription", SARIFResult.message(rule.help)),
      ("help", .object([("text", .text(help)), ("markdown", .text(markdownText(help)))])),
      ("defaultConfiguration", .object([("level", .text(SARIFResult.level(rule.severity)))])),
      (
        "properties", .object([("tags", .array([.text(rule.group)])), ("basis", .text(rule.basis.document))])
      ),
    ])
  }
}
