import ChineseText
import FormModel

/// For a person at a screen of any width: what changed, what is doubtful, how the points come about.
public struct HumanComparison: TextComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "human", purpose: Messages.humanComparison)

  private static let indent = "    "

  private let paint: @Sendable (ReportSetting.Look, String) -> String
  private let width: Int

  public init(_ setting: ReportSetting) {
    paint = setting.paint
    width = max(20, setting.width)
  }

  public func opening() -> String { "" }
  public var separator: String { "\n" }

  public func text(of pair: ComparedForms) -> String {
    let outline = ComparisonOutline(pair)
    var lines = heading(pair.name) + plain(outline.subject, indent: "")
    lines += [""] + heading(outline.changesHeading) + outline.changes.flatMap(self.lines)
    if let pairing = outline.pairing {
      lines += [""] + heading(pairing) + outline.doubtfulPairs.flatMap(self.lines)
    }
    lines += section(Messages.toDecide, outline.proposals)
    lines += section(Messages.cannotCompare, outline.unclear)
    if !outline.points.isEmpty {
      lines += [""] + heading(Messages.pointsHeading) + outline.points.flatMap(self.lines)
    }
    if !outline.levels.isEmpty {
      lines += [""] + heading(Messages.levelsHeading) + outline.levels.flatMap { plain($0, indent: "  ") }
    }
    lines += [""] + heading(Messages.totalsHeading) + outline.totals.flatMap { plain($0, indent: "  ") }
    lines += section(Messages.otherFindings, outline.findings)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What changed, what is not sure and what it is worth, without the arithmetic of each row.
  public func brief(of pair: ComparedForms) -> String {
    let outline = ComparisonOutline(pair)
    var lines = heading(pair.name) + heading(outline.changesHeading) + outline.changes.flatMap(self.lines)
    if let pairing = outline.pairing { lines += plain(pairing, indent: "") }
    lines += section(Messages.toDecide, outline.proposals)
    lines += section(Messages.cannotCompare, outline.unclear)
    if pair.points != nil {
      lines += [""] + heading(Messages.totalsHeading) + outline.totals.flatMap { plain($0, indent: "  ") }
    }
    return lines.joined(separator: "\n")
  }

  public func closing(_ unpaired: UnpairedForms) -> String {
    var lines: [String] = []
    for (title, names) in [
      (Messages.withoutEvaluation, unpaired.approved), (Messages.withoutApproval, unpaired.evaluated),
    ] where !names.isEmpty {
      lines += [""] + heading(title) + names.flatMap { plain($0, indent: "  ") }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ entries: [ComparisonOutline.Entry]) -> [String] {
    entries.isEmpty ? [] : [""] + heading(title) + entries.flatMap(lines)
  }

  private func heading(_ text: String) -> [String] {
    wrapped(visible(text), width: width).map { paint(.heading, $0) }
  }

  private func plain(_ text: String, indent: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return wrapped(visible(text), width: width - displayWidth(of: indent)).map { indent + $0 }
  }

  private func lines(of entry: ComparisonOutline.Entry) -> [String] {
    let title = wrapped(visible(entry.sign + " " + entry.title), width: width - 2)
    let head = title.enumerated().map {
      paint(entry.look, ($0.offset == 0 ? "  " : Self.indent) + $0.element)
    }
    let places = plain(entry.places, indent: Self.indent).map { paint(.hint, $0) }
    return head + entry.lines.flatMap { plain($0, indent: Self.indent) } + places
  }

  private func lines(of row: ComparisonOutline.PointsRow) -> [String] {
    let sign = row.differs ? Messages.Sign.changed : Messages.Sign.row
    let name = wrapped(visible(sign + " " + row.name), width: width - 2).map { "  " + $0 }
    guard let approved = row.approved else {
      return name + plain(row.own ?? "", indent: Self.indent)
    }
    return name + plain(Messages.byApproved(approved), indent: Self.indent)
      + (row.own.map { plain(Messages.byOwn($0), indent: Self.indent) } ?? [])
  }
}
