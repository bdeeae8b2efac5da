import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// A line an indicator and year, for a spreadsheet.
public struct CSVTrend: TrendReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "csv", purpose: Messages.Trend.csv)

  private let cells = SeparatedCells(guardsFormulas: true)

  public init(_ setting: ReportSetting) {}

  /// Excel knows UTF-8 by the byte order mark.
  public func text(of projects: [TrendedProject], _ left: LeftOutForms) -> String {
    "\u{FEFF}" + cells.line(Messages.Trend.csvHeads)
      + projects.flatMap(rows).map { cells.line($0.map(visible)) }.joined()
  }

  private func rows(of project: TrendedProject) -> [[String]] {
    let trend = project.trend
    let outline = TrendOutline(project)
    let head = [project.project, project.latest?.read.form[.implementingUnit] ?? ""]
    return zip(trend.series, outline.indicators).flatMap { series, indicator in
      let course = self.course(series)
      return series.places.map { place in
        let row = trend.row(place)
        var cells = head + [row.level1, row.level2 ?? "", indicator.name]
        cells += ["\(trend.years[place.year].year)", row.name]
        cells += values(of: row)
        cells += joined(trend.links[place])
        cells.append(course)
        return cells
      }
    }
  }

  private func joined(_ link: Trend.Link?) -> [String] {
    guard let link else { return ["", ""] }
    return [Messages.name(of: link.rung), "\(link.confidence)%"]
  }

  private func values(of row: Trend.Row) -> [String] {
    var percent = ""
    var isMet = ""
    if case .measured(let measured)? = row.attainment {
      percent = measured.percent.map { "\($0.rounded(decimals: 2))" } ?? ""
      isMet = Messages.Trend.yes(measured.isMet)
    }
    let points = [row.points?.onApproved?.counted, row.points?.own?.counted].map { $0.map { "\($0)" } ?? "" }
    let weight = row.before?.weight ?? row.after?.weight
    var cells = [row.target?.text ?? "", row.after?.target?.text ?? "", row.actual?.text ?? ""]
    cells += [percent, isMet, weight?.text ?? "", row.after?.score?.text ?? ""]
    return cells + points
  }

  private func course(_ series: Trend.Series) -> String {
    [
      series.overshot.isEmpty ? nil : Messages.Trend.alwaysOver, series.came.map(Messages.Trend.since),
      series.went.map(Messages.Trend.until),
      series.paused.isEmpty ? nil : Messages.Trend.without(series.paused),
    ].compactMap { $0 }.joined(separator: Messages.listSeparator)
  }
}
