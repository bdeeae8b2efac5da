import ChineseText
import FormInterview
import FormModel
import Terminal

/// The interview as text on a screen: cards, objections, review. Returns text; prints nothing.
struct FillView {
  var style: Style
  /// Columns of the screen.
  var width: Int
  /// Prints a place as people read it.
  var pathText: (FormPath) -> String

  /// A question with everything a newcomer needs, above the line being typed.
  func card(_ card: Card) -> String {
    var lines = ["", style(.heading, "【\(card.progress)】") + " " + style(.strong, visible(card.label))]
    if let subject = card.subject { lines += indented(subject) }
    if let meaning = card.meaning { lines += indented(meaning) }
    if let example = card.example { lines += indented(Messages.example(example), as: .hint) }
    if let demand = card.demand { lines += indented(Messages.demand(demand), as: .hint) }
    if !card.choices.isEmpty { lines += indented(Messages.choices(card.choices)) }
    if let note = card.note { lines += indented(note) }
    if let suggestion = card.suggestion {
      let text = Self.abridged(suggestion.text, to: 3 * width / 2)
      lines += indented(Messages.suggestion(text, from: suggestion.originText), as: .success)
    }
    lines += indented(card.blank, as: .hint)
    return lines.joined(separator: "\n")
  }

  /// What a reviewer would object to in the answer just given.
  func objections(_ findings: [Finding]) -> String {
    findings.map { finding($0, number: nil) }.joined(separator: "\n") + "\n"
      + indented(Messages.objectionChoices, as: .hint).joined(separator: "\n")
  }

  /// All findings with their numbers.
  func review(_ findings: [Finding]) -> String {
    if findings.isEmpty { return style(.success, Messages.noFindings) }
    return findings.enumerated().map { finding($1, number: $0 + 1) }.joined(separator: "\n")
  }

  func finding(_ finding: Finding, number: Int?) -> String {
    let mark = number.map { "\($0). " } ?? ""
    let head = "\(mark)\(Messages.name(of: finding.severity)) \(pathText(finding.path))：\(finding.message)"
    var lines = wrapped(visible(head), width: width - 2).map { style(role(finding.severity), $0) }
    lines += indented(Messages.help(finding.help))
    if let suggestion = finding.suggestion {
      lines += indented(Messages.suggestedWording(suggestion), as: .success)
    }
    let basis = Messages.basis(finding.basis, rule: finding.rule)
    return (lines + indented(basis, as: .hint)).joined(separator: "\n")
  }

  func progress(_ sections: [SectionProgress]) -> String {
    let width = sections.map { displayWidth(of: $0.name) }.max() ?? 0
    return sections.map { section in
      let mark = section.isCurrent ? "▶" : section.done == section.total ? "✓" : " "
      return "\(mark) \(padded(section.name, to: width))  \(section.done)/\(section.total)"
    }.joined(separator: "\n")
  }

  func weights(_ spread: WeightSpread) -> String {
    let lines = spread.levels.map { level in
      Messages.weightLine(
        level.name, assigned: level.assigned, planned: level.planned, open: level.open.count)
    }
    return (lines + [Messages.weightSum(assigned: spread.assigned, sum: spread.sum, left: spread.left)])
      .joined(separator: "\n")
  }

  func help(_ word: String) -> String {
    let entries = InterviewCommand.entries.filter { word.isEmpty || $0.names.contains(word) }
    guard !entries.isEmpty else { return Messages.unknownCommand(word, didYouMean: nearest(word)) }
    let heads = entries.map { entry in
      ":" + entry.names.prefix(3).joined(separator: " :")
        + (entry.argument.isEmpty ? "" : " \(entry.argument)")
    }
    let column = min(34, heads.map { displayWidth(of: $0) }.max() ?? 0)
    let rows = zip(heads, entries).map { head, entry in "  \(padded(head, to: column))  \(entry.summary)" }
    return ([Messages.helpHead] + rows).joined(separator: "\n")
  }

  /// The command nearest to an unknown word.
  func nearest(_ word: String) -> String? {
    closestMatch(to: word, among: InterviewCommand.entries.flatMap { $0.names.prefix(2) })
  }

  /// A goal of last year may fill a page; its beginning and its length tell which it is.
  private static func abridged(_ text: String, to length: Int) -> String {
    text.count <= length ? text : Messages.abridged(String(text.prefix(length - 20)), characters: text.count)
  }

  private func role(_ severity: Severity) -> Style.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .hint
    }
  }

  private func indented(_ text: String, as role: Style.Role? = nil) -> [String] {
    wrapped(visible(text, keepsLineBreaks: true), width: max(20, width - 3)).map { line in
      "  " + (role.map { style($0, line) } ?? line)
    }
  }
}
