import FormModel

/// A page that can be pasted into a merge request, a wiki or a mail.
public struct MarkdownComparison: TextComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "markdown", purpose: Messages.markdownComparison)

  public init(_ setting: ReportSetting) {}

  public func opening() -> String { "# \(Messages.comparisonTitle)\n" }
  public var separator: String { "" }

  public func text(of pair: ComparedForms) -> String {
    let outline = ComparisonOutline(pair)
    var parts = ["\n## \(markdownText(pair.name))\n", markdownText(outline.subject) + "\n"]
    parts.append("### \(markdownText(outline.changesHeading))\n")
    parts += list(outline.changes)
    if let pairing = outline.pairing {
      parts += ["### \(markdownText(pairing))\n"] + list(outline.doubtfulPairs)
    }
    parts += section(Messages.toDecide, outline.proposals)
    parts += section(Messages.cannotCompare, outline.unclear)
    parts += points(outline)
    if !outline.levels.isEmpty {
      parts += ["### \(Messages.levelsHeading)\n"]
      parts.append(outline.levels.map { "- " + markdownText($0) }.joined(separator: "\n") + "\n")
    }
    parts += ["### \(Messages.totalsHeading)\n"]
    parts.append(outline.totals.map { "- " + markdownText($0) }.joined(separator: "\n") + "\n")
    parts += section(Messages.otherFindings, outline.findings)
    return parts.joined(separator: "\n")
  }

  public func closing(_ unpaired: UnpairedForms) -> String {
    var text = ""
    for (title, names) in [
      (Messages.withoutEvaluation, unpaired.approved), (Messages.withoutApproval, unpaired.evaluated),
    ] where !names.isEmpty {
      text += "\n## \(title)\n\n" + names.map { "- \(markdownText($0))\n" }.joined()
    }
    return text
  }

  private func section(_ title: String, _ entries: [ComparisonOutline.Entry]) -> [String] {
    entries.isEmpty ? [] : ["### \(title)\n"] + list(entries)
  }

  private func list(_ entries: [ComparisonOutline.Entry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let items = entries.map { entry in
      let head = "- \(entry.sign) **\(markdownText(entry.title))**"
      let rest = (entry.lines + [entry.places]).filter { !$0.isEmpty }.map { "  <br>" + markdownText($0) }
      return ([head] + rest).joined(separator: "\n")
    }
    return [items.joined(separator: "\n") + "\n"]
  }

  private func points(_ outline: ComparisonOutline) -> [String] {
    guard !outline.points.isEmpty else { return [] }
    let heads = [Messages.head(of: .level3), Messages.onApprovedTargets, Messages.onOwnTargets]
    let rows = outline.points.map { row in
      line([row.name, row.approved ?? row.own ?? "", row.own ?? ""].map(markdownText))
    }
    return [
      "### \(Messages.pointsHeading)\n",
      ([line(heads), line(heads.map { _ in "---" })] + rows).joined(separator: "\n") + "\n",
    ]
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
