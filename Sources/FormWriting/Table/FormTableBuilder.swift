import FormModel
import FormTemplates

/// Lays out one form; each block has a file of its own.
struct FormTableBuilder {
  let form: Form
  let template: Template
  var details = FormTable.DetailStyle.columns
  /// Weights of columns of indicators, where they are not the usual ones.
  var widths: [IndicatorColumn: Int] = [:]

  func table() -> FormTable {
    let blocks = [
      headBlock(), fundingBlock(), budgetBlock(), goalsBlock(), indicatorsBlock(), narrativeBlock(),
      othersBlock(),
    ]
    return FormTable(
      title: form[.title] ?? title, yearLine: yearLine, blocks: blocks.compactMap { $0 })
  }

  /// The name of the form where it has none; that of a target form would be wrong for a self-evaluation.
  private var title: String {
    form.kind == .selfEvaluation && template.kind == .target ? Messages.selfEvaluation : template.title
  }

  private var yearLine: String {
    guard let year = form[.year] else { return "" }
    return form.year == nil || year.contains("年") ? "(\(year))" : Messages.yearLine(year)
  }

  // MARK: Head

  private func headBlock() -> FormTable.Block? {
    let fields = template.fields.values.filter { isHead($0.key) }
    let rows =
      paired(fields.filter { $0.type != .longText }) + fields.filter { $0.type == .longText }.map(wide)
    return rows.isEmpty ? nil : FormTable.Block(.head, widths: [16, 34, 16, 34], rows: rows)
  }

  private func isHead(_ key: FieldKey) -> Bool {
    key.group == nil && ![.title, .year, .moneyUnit, .grade].contains(key)
  }

  private func paired(_ fields: [TemplateField]) -> [[FormTable.Cell]] {
    stride(from: 0, to: fields.count, by: 2).map { first in
      guard first + 1 < fields.count else { return wide(fields[first]) }
      return pair(fields[first], at: 0) + pair(fields[first + 1], at: 2)
    }
  }

  private func pair(_ field: TemplateField, at column: Int, span: Int = 1) -> [FormTable.Cell] {
    [
      FormTable.Cell(field.printedLabel, role: .label, alignment: .center, column: column),
      value(of: field.key, column: column + 1, span: span),
    ]
  }

  private func wide(_ field: TemplateField) -> [FormTable.Cell] { pair(field, at: 0, span: 3) }

  /// The cell that shows a field's text; amounts to the right.
  func value(of key: FieldKey, column: Int, span: Int = 1) -> FormTable.Cell {
    let isMoney = template.fields[key]?.type == .money
    return FormTable.Cell(
      form[key] ?? "", alignment: isMoney ? .trailing : .leading, column: column, columnSpan: span,
      path: .field(key))
  }

  // MARK: Others

  /// What the template does not know but every form of the field may have: 主要绩效, 存在问题 ….
  private func narrativeBlock() -> FormTable.Block? {
    let keys = FieldKey.standard.filter { form[$0] != nil && !isShown($0) }
    return keys.isEmpty ? nil : labelled(keys)
  }

  /// Fields that no block shows and nobody knows.
  private func othersBlock() -> FormTable.Block? {
    let standard = Set(FieldKey.standard)
    let keys = form.fields.keys.filter { !isShown($0) && !standard.contains($0) }.sorted()
    return keys.isEmpty ? nil : labelled(keys).withSide(Messages.others)
  }

  private func labelled(_ keys: [FieldKey]) -> FormTable.Block {
    let rows = keys.map { key in
      [
        FormTable.Cell(printedLabel(of: key), role: .label, alignment: .center, column: 0),
        value(of: key, column: 1),
      ]
    }
    return FormTable.Block(.others, widths: [20, 80], rows: rows)
  }

  /// The template's label, or a common one where the template does not know the field.
  func printedLabel(of key: FieldKey) -> String {
    let isGoal = form.kind == .selfEvaluation && template.kind == .target && key == .annualGoal
    if let field = template.fields[key], !isGoal { return field.printedLabel }
    return Messages.label(of: key) ?? key.rawValue
  }

  private func isShown(_ key: FieldKey) -> Bool {
    switch key {
    case .title, .year: true
    case .moneyUnit: hasFunding || !form.budget.isEmpty
    case .totalWeight: hasTotal && printedColumns.contains(.weight)
    case .totalScore: hasTotal && printedColumns.contains(.score)
    case .grade: hasTotal
    default:
      goalKeys.contains(key)
        || template.fields[key] != nil && (isHead(key) || key.group == "funding" && hasFunding)
    }
  }
}
