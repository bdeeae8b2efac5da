import FormModel

/// JUnit's XML: a suite for each form, a case for each finding; without any, one case that passed.
public struct JUnitReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "junit", purpose: Messages.jUnitPurpose)

  private let escaping = XMLEscaping()

  public init(_ setting: ReportSetting) {}

  public func opening() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jixiao lint\">\n"
  }

  public func text(of form: CheckedForm) -> String {
    let failures = form.isReadable ? form.count(of: .error) + form.count(of: .warning) : 0
    let errors = form.isReadable ? 0 : form.findings.count
    var text = " <testsuite name=\(quoted(form.name)) tests=\"\(max(1, form.findings.count))\""
    text += " failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\">\n"
    if form.findings.isEmpty {
      text += "  <testcase classname=\(quoted(form.name)) name=\(quoted(Messages.noFindings))/>\n"
    }
    for entry in form.findings { text += testCase(entry.finding, form) }
    return text + " </testsuite>\n"
  }

  public func closing(_ summary: ReportSummary) -> String { "</testsuites>\n" }

  private func testCase(_ finding: Finding, _ form: CheckedForm) -> String {
    let name = quoted("\(finding.rule) \(form.path(of: finding))")
    let body = [
      "\(form.place(of: finding)) \(form.path(of: finding))", finding.message,
      Messages.foundAndExpected(finding), Messages.help(finding),
      finding.suggestion.map(Messages.suggestedWording), Messages.basis(finding.basis),
    ].compactMap { $0 }.joined(separator: "\n")
    let text = escaping.escapeText(body)
    let content =
      switch (form.isReadable, finding.severity) {
      case (false, _): element("error", finding, text)
      case (true, .info): "<system-out>\(text)</system-out>"
      case (true, _): element("failure", finding, text)
      }
    return "  <testcase classname=\(quoted(form.name)) name=\(name)>\(content)</testcase>\n"
  }

  private func element(_ name: String, _ finding: Finding, _ text: String) -> String {
    "<\(name) type=\"\(finding.severity.rawValue)\" message=\(quoted(finding.message))>\(text)</\(name)>"
  }

  private func quoted(_ text: String) -> String { "\"" + escaping.escapeText(oneLine(text)) + "\"" }
}
