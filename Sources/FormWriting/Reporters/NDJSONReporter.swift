/// One JSON object a finding, one line each; the keys are the same for every finding.
public struct NDJSONReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(
    name: "ndjson", purpose: Messages.ndjsonReportPurpose, listsKnown: true)

  public init(_ setting: ReportSetting) {}

  public func text(of form: CheckedForm) -> String {
    let writer = JSONFinding(form: form)
    return form.findings.reduce(into: "") { text, entry in
      text += writer.value(of: entry, isWhole: true).text(indent: nil) + "\n"
    }
  }
}
