import FormModel

/// A page that can be pasted into a merge request, a wiki or a mail.
public struct MarkdownTrend: TrendReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "markdown", purpose: Messages.Trend.markdown)

  public init(_ setting: ReportSetting) {}

  public func text(of projects: [TrendedProject], _ left: LeftOutForms) -> String {
    "# \(Messages.Trend.title)\n" + projects.map(text).joined()
      + list(Messages.Trend.ofOneYear, left.ofOneYear)
      + list(Messages.Trend.undated, left.undated)
  }

  private func text(of project: TrendedProject) -> String {
    let outline = TrendOutline(project)
    let sayings = outline.sayings.map { saying in
      let head = "- \(saying.sign) **\(markdownText(saying.title))**"
      let rest = (saying.lines + [saying.place]).filter { !$0.isEmpty }.map { "  <br>" + markdownText($0) }
      return ([head] + rest).joined(separator: "\n") + "\n"
    }
    let years = outline.years.map { [$0.year, $0.forms, $0.granted, $0.executed, $0.rate, $0.points] }
    let rows = outline.indicators.flatMap { indicator in
      indicator.lines.map { line in
        [
          indicator.name, indicator.level, line.year, line.target, line.actual, line.attained, line.points,
          line.remark,
        ]
      }
    }
    return "\n## \(markdownText(outline.subject))\n\n\(markdownText(outline.extent))\n"
      + "\n### \(outline.sayingsHeading)\n\n" + sayings.joined()
      + "\n### \(Messages.Trend.yearsHeading)\n\n" + table(Messages.Trend.yearHeads, years)
      + "\n### \(Messages.Trend.indicatorsHeading)\n\n" + table(Messages.Trend.lineHeads, rows)
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    ([heads, heads.map { _ in "---" }] + rows.map { $0.map(markdownText) }).map {
      "| " + $0.joined(separator: " | ") + " |\n"
    }.joined()
  }

  private func list(_ heading: String, _ names: [String]) -> String {
    names.isEmpty ? "" : "\n## \(heading)\n\n" + names.map { "- \(markdownText($0))\n" }.joined()
  }
}
