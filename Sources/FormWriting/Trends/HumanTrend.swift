import ChineseText
import FormModel

/// For a person at a screen of any width: what catches the eye, money and points by year, each indicator year by year.
public struct HumanTrend: TrendReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "human", purpose: Messages.Trend.human)

  private static let indent = "    "
  private static let gap = "  "

  private let paint: @Sendable (ReportSetting.Look, String) -> String
  private let width: Int

  public init(_ setting: ReportSetting) {
    paint = setting.paint
    width = max(20, setting.width)
  }

  public func text(of projects: [TrendedProject], _ left: LeftOutForms) -> String {
    let parts = projects.map(text) + [closing(left)].filter { !$0.isEmpty }
    return parts.joined(separator: "\n")
  }

  private func text(of project: TrendedProject) -> String {
    let outline = TrendOutline(project)
    var lines = heading(outline.subject) + plain(outline.extent, indent: "")
    lines += [""] + heading(outline.sayingsHeading) + outline.sayings.flatMap(self.lines)
    lines += [""] + heading(Messages.Trend.yearsHeading) + table(outline.years.map(cells))
    lines += [""] + heading(Messages.Trend.indicatorsHeading)
    for indicator in outline.indicators {
      lines += plain(Messages.Trend.indicator(indicator.name, indicator.level), indent: Self.gap)
      lines += table(indicator.lines.map(cells))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func closing(_ left: LeftOutForms) -> String {
    let parts = [(Messages.Trend.ofOneYear, left.ofOneYear), (Messages.Trend.undated, left.undated)]
    return parts.filter { !$0.1.isEmpty }.map { title, names in
      (heading(title) + names.flatMap { plain($0, indent: Self.gap) }).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  // MARK: Tables

  private func cells(_ year: TrendOutline.YearLine) -> [String] {
    [
      year.year, year.forms, year.granted.isEmpty ? "" : Messages.Trend.granted(year.granted),
      year.executed.isEmpty ? "" : Messages.Trend.executed(year.executed, year.rate),
      year.points.isEmpty ? "" : Messages.Trend.scored(year.points),
    ]
  }

  private func cells(_ line: TrendOutline.Line) -> [String] {
    let fromTo = line.actual.isEmpty ? line.target : line.target + Messages.becomes + line.actual
    return [line.year, fromTo, line.attained, line.points, line.remark]
  }

  /// Columns below each other where they fit the screen; else each row one after the other.
  private func table(_ rows: [[String]]) -> [String] {
    let shown = rows.map { $0.map { visible($0).replacing("\n", with: " ") } }
    let count = shown.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in shown.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    let total = Self.indent.count + widths.filter { $0 > 0 }.reduce(0) { $0 + $1 + Self.gap.count }
    if total - Self.gap.count <= width {
      return shown.map { row in
        let cells = row.indices.filter { widths[$0] > 0 }.map { padded(row[$0], to: widths[$0]) }
        return Self.trimmed(Self.indent + cells.joined(separator: Self.gap))
      }
    }
    return shown.flatMap { row in
      let lines = wrapped(row.filter { !$0.isEmpty }.joined(separator: Self.gap), width: width - 6)
      return lines.enumerated().map {
        Self.trimmed(($0.offset == 0 ? Self.indent : Self.indent + Self.gap) + $0.element)
      }
    }
  }

  /// Without blanks at its end.
  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  // MARK: Lines

  private func heading(_ text: String) -> [String] {
    wrapped(visible(text), width: width).map { paint(.heading, $0) }
  }

  private func plain(_ text: String, indent: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return wrapped(visible(text), width: width - displayWidth(of: indent)).map { Self.trimmed(indent + $0) }
  }

  private func lines(of saying: TrendOutline.Saying) -> [String] {
    let title = wrapped(visible(saying.sign + " " + saying.title), width: width - 4)
    let head = title.enumerated().map {
      paint(saying.look, Self.trimmed(($0.offset == 0 ? Self.gap : Self.indent) + $0.element))
    }
    let places = plain(saying.place, indent: Self.indent).map { paint(.hint, $0) }
    return head + saying.lines.flatMap { plain($0, indent: Self.indent) } + places
  }
}
