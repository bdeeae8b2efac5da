import FormModel

/// A list that can be pasted into a merge request, a wiki or a mail: one table for each form.
public struct MarkdownReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "markdown", purpose: Messages.markdownReportPurpose)

  public init(_ setting: ReportSetting) {}

  public func opening() -> String { "# \(Messages.findings)\n" }

  public func text(of form: CheckedForm) -> String {
    guard !form.findings.isEmpty else { return "" }
    let rows = form.findings.map { row($0, in: form) }
    let rulers = Messages.markdownHeads.map { _ in "---" }
    return "\n## \(markdownText(form.name))\n\n\(markdownText(Messages.formLine(form)))\n\n"
      + ([line(Messages.markdownHeads), line(rulers)] + rows).joined(separator: "\n") + "\n"
  }

  public func closing(_ summary: ReportSummary) -> String {
    "\n## \(Messages.sumHeading)\n\n\(markdownText(Messages.sum(summary)))\n"
  }

  private func row(_ entry: ReportedFinding, in form: CheckedForm) -> String {
    let finding = entry.finding
    let place = [form.path(of: finding), form.location(of: finding)?.description].compactMap { $0 }
    let help = [
      "【\(Messages.name(of: finding.remedy))】\(finding.help)",
      finding.suggestion.map(Messages.suggestedWording),
    ].compactMap { $0 }
    return line(
      [
        Messages.name(of: finding.severity) + (entry.state == .new ? Messages.isNew : ""),
        place.joined(separator: "\n"), finding.message, finding.found ?? "", finding.expected ?? "",
        help.joined(separator: "\n"), finding.basis.document, finding.rule,
      ].map(markdownText))
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
