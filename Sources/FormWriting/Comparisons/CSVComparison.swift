/// A line an indicator, for a spreadsheet: both targets, what changed, the points three times.
public struct CSVComparison: TextComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "csv", purpose: Messages.csvComparison)

  private let cells = SeparatedCells(guardsFormulas: true)

  public init(_ setting: ReportSetting) {}

  /// Excel knows UTF-8 by the byte order mark.
  public func opening() -> String { "\u{FEFF}" + cells.line(ComparisonTable.heads) }
  public var separator: String { "" }

  public func text(of pair: ComparedForms) -> String {
    ComparisonTable(pair).rows.map { cells.line($0) }.joined()
  }

  public func closing(_ unpaired: UnpairedForms) -> String { "" }
}
