import ChineseText
import FormModel

/// For a person at a screen, or to be sent back as it stands: the row with the cell marked, what is wrong, what to
/// write instead, and the rule behind it.
public struct HumanReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "human", purpose: Messages.humanPurpose)

  private static let indent = "  "

  private let paint: @Sendable (ReportSetting.Look, String) -> String
  private let width: Int
  private let titles: [String: String]

  public init(_ setting: ReportSetting) {
    paint = setting.paint
    width = max(20, setting.width)
    titles = Dictionary(setting.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
  }

  public var separator: String { "\n" }

  public func text(of form: CheckedForm) -> String {
    guard !form.findings.isEmpty else { return "" }
    let head = wrapped(visible(Messages.formLine(form)), width: width).map { paint(.heading, $0) }
    let blocks = form.findings.map { [""] + lines(of: $0, in: form) }
    return (head + blocks.joined()).joined(separator: "\n") + "\n"
  }

  private func lines(of entry: ReportedFinding, in form: CheckedForm) -> [String] {
    let finding = entry.finding
    let name = Messages.name(of: finding.severity) + (entry.state == .new ? Messages.isNew : "")
    var lines = head(name + " " + visible(form.place(of: finding)), visible(form.path(of: finding))).map {
      paint(look(finding.severity), $0)
    }
    lines += indented(finding.message, as: nil)
    if let excerpt = FindingExcerpt(finding, in: form) {
      let table = excerpt.lines(width: width - Self.indent.count)
      lines += table.dropLast().map { Self.indent + $0 }
      lines += table.suffix(1).map { Self.indent + paint(.mark, $0) }
    }
    if let values = Messages.foundAndExpected(finding) { lines += indented(values, as: nil) }
    lines += indented(Messages.help(finding), as: nil)
    if let suggestion = finding.suggestion {
      lines += indented(Messages.suggestedWording(suggestion), as: .suggestion)
    }
    lines += indented(Messages.basis(finding.basis), as: .hint)
    return lines + indented(Messages.explain(finding.rule), as: .hint)
  }

  /// On one line where both places have room, else on lines of their own.
  private func head(_ file: String, _ path: String) -> [String] {
    if displayWidth(of: file) + displayWidth(of: path) < width { return ["\(file) \(path)"] }
    return wrapped(file, width: width)
      + wrapped(path, width: width - Self.indent.count).map { Self.indent + $0 }
  }

  private func indented(_ text: String, as look: ReportSetting.Look?) -> [String] {
    guard !text.isEmpty else { return [] }
    return wrapped(visible(text), width: width - Self.indent.count).map { line in
      Self.indent + (look.map { paint($0, line) } ?? line)
    }
  }

  private func look(_ severity: Severity) -> ReportSetting.Look {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  /// The rules that found something; a single form shows them itself.
  public func closing(_ summary: ReportSummary) -> String {
    guard summary.forms + summary.unreadable > 1, summary.findings > 0 else { return "" }
    let ids = summary.ruleIDs
    let room = ids.map { displayWidth(of: $0) }.max() ?? 0
    let lines = ids.compactMap { id in
      summary.rules[id].map { count in
        let number = "\(count.findings)"
        return String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
          + Messages.name(of: count.severity) + "  " + padded(id, to: room) + "  "
          + Messages.inForms(count.forms) + "  " + (titles[id] ?? "")
      }
    }
    let short = lines.map { truncated(visible($0), to: width) }
    return ([paint(.heading, Messages.byRule)] + short + [Messages.sum(summary)])
      .joined(separator: "\n") + "\n"
  }
}
