import ChineseText
import FormModel
import FormTemplates

/// Where `:goto` leads, and how places are called.
extension Interview {
  /// The question that a person names: a section, a field's label, a row's number or name, a second level,
  /// or the path that a finding prints (`绩效指标/产出指标/数量指标/2/指标值`).
  func destination(_ text: String) -> Question? {
    let plain = text.trimmingBlanks()
    return section(named: plain) ?? field(labelled: plain) ?? cell(path: plain)
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

  /// A row or a cell of it: `3`, `#3`, `3/指标值`, `设备完好率/指标值`, `绩效指标/产出指标/数量指标/2/指标值`.
  private func cell(path text: String) -> Question? {
    if case .indicator(let row, let column)? = FormPath(text, in: form, labels: labels) {
      return .cell(row: row, column ?? .level3)
    }
    let parts = text.split(separator: "/").map(String.init)
    if let last = parts.last, parts.count == 2, let row = row(named: parts[0]) {
      let column = template.columns.first { $0.label == last || $0.aliases.contains(last) }?.column
      return column.map { .cell(row: row, $0) }
    }
    return row(named: text).map { .cell(row: $0, .level3) }
  }

  /// A row by its number, its name or a part of it.
  private func row(named text: String) -> Int? {
    let names = form.indicators.map(\.level3)
    return rowIndex(text) ?? names.firstIndex(of: text) ?? names.firstIndex { $0.contains(text) }
  }

  /// The path that people read.
  public func text(of path: FormPath) -> String { path.text(in: form, labels: labels) }

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
    case .remove(let row, _): Messages.removed(row.level3)
    case .move(let from, let to): Messages.movedRow(from + 1, to + 1)
    case .suppress(let entry, _), .unsuppress(let entry, _): Messages.suppression(entry.rule)
    // A row that took its 免检 entries with it is still one change to the person.
    case .group(let edits):
      edits.first.flatMap { $0.isStructural ? describe($0) : nil } ?? Messages.severalChanges(edits.count)
    }
  }
}
