/// A line a finding, for a spreadsheet: sorted, filtered, handed round.
public struct CSVReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(
    name: "csv", purpose: Messages.csvReportPurpose, listsKnown: true)

  private let cells = SeparatedCells(guardsFormulas: true)

  public init(_ setting: ReportSetting) {}

  public func opening() -> String { "\u{FEFF}" + cells.line(Messages.csvHeads) }

  public func text(of form: CheckedForm) -> String {
    form.findings.reduce(into: "") { text, entry in
      let finding = entry.finding
      text += cells.line(
        [
          form.file, form.number.map { "\($0)" } ?? "", form.project ?? "",
          form.location(of: finding)?.description ?? "", form.path(of: finding),
          Messages.name(of: finding.severity), finding.rule, finding.message, finding.found ?? "",
          finding.expected ?? "", finding.help, finding.suggestion ?? "", finding.basis.document,
          entry.state.map(Messages.name) ?? "", Messages.name(of: finding.remedy), finding.fix ?? "",
        ].map(visible))
    }
  }
}
