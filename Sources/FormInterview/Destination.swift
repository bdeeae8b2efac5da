import ChineseText
import FormModel
import FormTemplates

/// Where `:goto` leads, and how places are called.
extension Interview {
  /// The question that a person names: a section, a field's label, a row's number or name, a second level,
  /// or the path that a finding prints (`绩效指标/产出指标/数量指标/2/指标值`).
  func destination(_ text: String) -> Question? {
    let plain = text.trimmingBlanks()
    return section(named: plain) ?? field(labelled: plain) ?? cell(path: plain) ?? row(named: plain)
      ?? group(named: plain).map { .newRow(level1: $0.level1, level2: $0.level2) }
  }

  private func section(named text: String) -> Question? {
    let plan = plan
    return zip(plan.questions, plan.sections).first { Messages.name(of: $1) == text }?.0
  }

  private func field(labelled text: String) -> Question? {
    let exact = template.fields.values.first { $0.label == text || $0.aliases.contains(text) }
    return (exact ?? template.fields.values.first { $0.label.contains(text) }).map { .field($0.key) }
  }

  /// `3`, `#3`, `3/指标值`, `绩效指标/产出指标/数量指标/2/指标值`.
  private func cell(path text: String) -> Question? {
    var parts = text.split(separator: "/").map(String.init)
    let column = parts.last.flatMap { last in
      template.columns.first { $0.label == last || $0.aliases.contains(last) }?.column
    }
    if column != nil { parts.removeLast() }
    guard let number = parts.last else { return nil }
    if parts.count == 1 { return rowIndex(number).map { .cell(row: $0, column ?? .level3) } }
    guard let group = group(named: parts.dropLast().suffix(2).joined(separator: "/")) else { return nil }
    let rows =
      Plan.groups(of: form, template: template)
      .first { $0.level1 == group.level1 && $0.level2 == group.level2 }?.rows ?? []
    guard let ordinal = decimal(printed: number)?.wholeNumber, rows.indices.contains(ordinal - 1) else {
      return nil
    }
    return .cell(row: rows[ordinal - 1], column ?? .level3)
  }

  private func row(named text: String) -> Question? {
    let names = form.indicators.map(\.level3)
    return (names.firstIndex(of: text) ?? names.firstIndex { $0.contains(text) }).map {
      .cell(row: $0, .level3)
    }
  }

  /// The path that people read.
  public func text(of path: FormPath) -> String {
    switch path {
    case .form: return Messages.wholeForm
    case .field(let key): return template.label(of: key)
    case .level(let level1, let level2):
      return ([Messages.indicators, level1] + (level2.map { [$0] } ?? [])).joined(separator: "/")
    case .indicator(let row, let column): return text(ofRow: row, column)
    case .budget(let line, let column):
      return ([Messages.budget, String(line + 1)] + (column.map { [$0.rawValue] } ?? [])).joined(
        separator: "/")
    }
  }

  private func text(ofRow row: Int, _ column: IndicatorColumn?) -> String {
    guard form.indicators.indices.contains(row) else { return Messages.indicators }
    let here = form.indicators[row]
    let ordinal = form.indicators[...row].count { $0.level1 == here.level1 && $0.level2 == here.level2 }
    let parts: [String?] = [
      Messages.indicators, here.level1, here.level2, String(ordinal), column.map(template.label(of:)),
    ]
    return parts.compactMap { $0 }.joined(separator: "/")
  }

  /// The label of a question.
  public func label(of question: Question) -> String {
    switch question {
    case .field(let key): template.label(of: key)
    case .newRow(_, let level2): Messages.newRow(in: level2)
    case .cell(_, let column): template.label(of: column)
    case .review: Messages.review
    case .output: Messages.output
    }
  }

  /// Whether a reviewer will miss an answer.
  public func isRequired(_ question: Question) -> Bool {
    switch question {
    case .field(let key): template.fields[key]?.isRequired ?? false
    case .newRow(let level1, let level2):
      template.level(level1, level2)?.isRequired == true
        && !form.indicators.contains { template.level($0.level1, $0.level2 ?? "")?.name == level2 }
    case .cell(_, let column): [.level3, .target, .weight].contains(column)
    case .review, .output: false
    }
  }

  /// A change in words, for undo and redo.
  func describe(_ edit: Edit) -> String {
    switch edit {
    case .field(let key, _, let to): Messages.change(template.label(of: key), to)
    case .cell(_, let column, _, let to): Messages.change(template.label(of: column), to)
    case .insert(let row, _): Messages.inserted(row.level3)
    case .remove(let row, _): Messages.deleted(row.level3)
    case .move(let from, let to): Messages.movedRow(from + 1, to + 1)
    case .suppress(let entry, _), .unsuppress(let entry, _): Messages.suppression(entry.rule)
    case .group(let edits): Messages.severalChanges(edits.count)
    }
  }
}
