import ChineseText
import FormModel
import FormTemplates

/// One word offered by Tab.
public struct Candidate: Sendable, Hashable {
  /// The whole line as it stands after taking the word.
  public var text: String
  /// Where it comes from or what it does, in a few words.
  public var note: String

  public init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

extension Interview {
  /// What Tab offers for a line, best first: commands, names, units, choices.
  ///
  /// - Parameter files: the files and folders whose paths begin with a text.
  public func candidates(for line: String, files: (String) -> [String] = { _ in [] }) -> [Candidate] {
    if let colon = line.first, colon == ":" || colon == "：" { return commandCandidates(line, colon, files) }
    return answerCandidates(line).filter { $0.text.hasPrefix(line) && $0.text != line }.unique()
  }

  private func commandCandidates(
    _ line: String, _ colon: Character, _ files: (String) -> [String]
  ) -> [Candidate] {
    let body = line.dropFirst()
    if let blank = body.firstIndex(where: \.isWhitespace) {
      let head = line[...blank]
      let command = InterviewCommand(word: String(body[..<blank]))
      if command?.takesFile == true {
        return files(String(body[body.index(after: blank)...])).map { Candidate(head + $0) }
      }
      return arguments(of: command)
        .map { Candidate(head + $0.text, note: $0.note) }
        .filter { $0.text.hasPrefix(line) }
    }
    return InterviewCommand.entries.flatMap { entry in
      entry.names.prefix(2).filter { $0.hasPrefix(body) }
        .map { Candidate("\(colon)\($0)\(entry.argument.isEmpty ? "" : " ")", note: entry.summary) }
    }
  }

  private func arguments(of command: InterviewCommand?) -> [Candidate] {
    switch command {
    case .goto, .edit, .clear:
      progress.map { Candidate($0.name) } + template.fields.values.map { Candidate($0.label) }
        + form.indicators.map { Candidate($0.level3) }
    case .add: template.levels.flatMap(\.levels).map { Candidate($0.name + " ", note: $0.meaning) }
    case .explain: Array(Set(findings.map(\.rule))).sorted().map { Candidate($0) }
    case .help: InterviewCommand.entries.map { Candidate($0.names[0], note: $0.summary) }
    default: []
    }
  }

  private func answerCandidates(_ line: String) -> [Candidate] {
    let offered = suggestion(for: question).map { [Candidate($0.text, note: $0.originText)] } ?? []
    switch question {
    case .field(let key):
      return offered + (template.fields[key]?.choices ?? []).map { Candidate($0) }
    case .newRow(let level1, let level2): return offered + commonNames(level1, level2)
    case .cell(let row, .level3):
      let here = form.indicators[row]
      return commonNames(here.level1, here.level2 ?? "")
    case .cell(let row, .target): return offered + targetCandidates(line, row: row)
    default: return offered
    }
  }

  /// Usual names in a group: those of the project's own kind first.
  private func commonNames(_ level1: String, _ level2: String) -> [Candidate] {
    let last = context.lastYear?.indicators.filter { $0.level2 == level2 } ?? []
    let taken = Set(form.indicators.map(\.level3))
    let common = orderedKinds.flatMap { kind in
      kind.indicators.filter { $0.level1 == level1 && $0.level2 == level2 }
        .map { Candidate($0.level3, note: "\(kind.name) \($0.target)") }
    }
    let ofLastYear = last.map {
      Candidate($0.level3, note: Suggestion("", .lastYear(context.lastYear?.year)).originText)
    }
    return (ofLastYear + common).filter { !taken.contains($0.text) }
  }

  /// Kinds of project whose words occur in the name or goal come first.
  private var orderedKinds: [ProjectKind] {
    let about = [form[.project], form[.annualGoal], form[.totalGoal]].compactMap { $0 }.joined()
    let hinted = template.projectKinds.filter { $0.words.contains(where: about.contains) }
    return hinted + template.projectKinds.filter { !hinted.contains($0) }
  }

  /// After a number the usual unit; before it the usual comparison sign.
  private func targetCandidates(_ line: String, row: Int) -> [Candidate] {
    let name = form.indicators[row].level3
    let common = template.projectKinds.flatMap(\.indicators).filter { $0.level3 == name }.map(\.target)
    guard let last = line.last, last.isNumber else { return common.map { Candidate($0) } }
    let units = common.compactMap { $0.components(after: "__") } + template.parameters["units", default: []]
    return units.map { Candidate(line + $0) }
  }
}

extension String {
  fileprivate func components(after mark: String) -> String? {
    guard let range = firstRange(of: mark) else { return nil }
    let rest = String(self[range.upperBound...])
    return rest.isEmpty ? nil : rest
  }
}

extension [Candidate] {
  /// Each text once, the first note kept.
  fileprivate func unique() -> [Candidate] {
    var seen: Set<String> = []
    return filter { seen.insert($0.text).inserted }
  }
}
