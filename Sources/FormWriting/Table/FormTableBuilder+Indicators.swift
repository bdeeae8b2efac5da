import FormModel
import FormTemplates

/// 绩效指标: levels merged over their rows, points and totals in the closing rows.
extension FormTableBuilder {
  /// The template's printed columns, and columns it does not know that the form fills.
  var printedColumns: [IndicatorColumn] {
    let known = Set(template.columns.filter { $0.isPrinted || !showsAllFilled }.map(\.column))
    let unknown = IndicatorColumn.allCases.filter { column in
      column != .level1Weight && !known.contains(column) && isFilled(column)
    }
    return inPrintedOrder(template.columns.filter(\.isPrinted).map(\.column) + unknown)
      .filter { $0 != .level1Weight && !(details == .belowName && $0.isDetail) }
  }

  /// Whether a column of the template is one of the printed form.
  private func isPrinted(_ column: IndicatorColumn) -> Bool {
    showsAllFilled || template.columns.first { $0.column == column }?.isPrinted ?? true
  }

  /// What a template for drafts keeps out of print, a self-evaluation may have as a column of its own.
  private var showsAllFilled: Bool {
    details == .everything || form.kind == .selfEvaluation && template.kind == .target
  }

  /// Whether a row has the column, or the closing row a sum for it.
  private func isFilled(_ column: IndicatorColumn) -> Bool {
    switch column {
    case .weight where form[.totalWeight] != nil: true
    case .score where form[.totalScore] != nil: true
    default: form.indicators.contains { !($0[column] ?? "").isEmpty }
    }
  }

  /// Levels and name first, in their order; a template lists them so, an unknown level must be moved there.
  private func inPrintedOrder(_ columns: [IndicatorColumn]) -> [IndicatorColumn] {
    let leading: [IndicatorColumn] = [.level1, .level2, .level3].filter(columns.contains)
    return leading + columns.filter { !leading.contains($0) }
  }

  var hasTotal: Bool {
    guard let place = printedColumns.firstIndex(where: { $0 == .weight || $0 == .score }) else {
      return false
    }
    return place > 0 && (template.weights.total > 0 || form[.totalWeight] != nil || form[.totalScore] != nil)
  }

  func indicatorsBlock() -> FormTable.Block? {
    let columns = printedColumns
    guard !columns.isEmpty else { return nil }
    let heads = columns.enumerated().map { place, column in
      FormTable.Cell(template.printedLabel(of: column), role: .head, alignment: .center, column: place)
    }
    let body = IndicatorRow.rows(of: form, template: template)
    let rows = body.indices.map { cells(of: $0, in: body, columns: columns) }
    return FormTable.Block(
      .indicators, widths: columns.map(width), headRows: 1, rows: [heads] + rows + closingRows(columns)
    ).withSide(Messages.indicators)
  }

  private func cells(of index: Int, in rows: [IndicatorRow], columns: [IndicatorColumn]) -> [FormTable.Cell] {
    columns.enumerated().compactMap { place, column in
      switch column {
      case .level1, .level2:
        return levelCell(column, of: index, in: rows, place: place)
      default:
        let path = rows[index].index.map { FormPath.indicator($0, column) }
        return FormTable.Cell(
          text(of: rows[index], column), alignment: alignment(of: column), column: place, path: path)
      }
    }
  }

  private func text(of row: IndicatorRow, _ column: IndicatorColumn) -> String {
    guard details == .belowName, column == .level3 else { return row[column] }
    let hidden = Set(template.columns.map(\.column).filter { !isPrinted($0) })
    let notes = IndicatorColumn.allCases.filter { $0.isDetail && !hidden.contains($0) && !row[$0].isEmpty }
    let lines = notes.map { Messages.labelled(template.printedLabel(of: $0), row[$0]) }
    return ([row[.level3]] + lines).joined(separator: "\n")
  }

  /// A level's cell spans the rows that follow with the same level; `nil` where it is merged from above.
  private func levelCell(
    _ column: IndicatorColumn, of index: Int, in rows: [IndicatorRow], place: Int
  ) -> FormTable.Cell? {
    let mark = rows[index].mark(column)
    if index > 0, rows[index - 1].mark(column) == mark { return nil }
    let span = rows[index...].prefix { $0.mark(column) == mark }.count
    let path = rows[index].index.map { FormPath.indicator($0, column) }
    return FormTable.Cell(
      rows[index][column], role: .label, alignment: .center, column: place, rowSpan: span, path: path)
  }

  private func alignment(of column: IndicatorColumn) -> FormTable.Alignment {
    switch column {
    case .weight, .score: .trailing
    default: .leading
    }
  }

  private func width(of column: IndicatorColumn) -> Int {
    if let width = widths[column] { return width }
    return switch column {
    case .level1: 13
    case .level2: 17
    case .level3: 31
    case .weight, .score: 9
    default: 21
    }
  }

  // MARK: Closing rows

  /// 预算执行率 where it stands apart, 总分, and the grade.
  private func closingRows(_ columns: [IndicatorColumn]) -> [[FormTable.Cell]] {
    guard hasTotal else { return [] }
    let summary = WeightSummary(form, template: template)
    var rows: [[FormTable.Cell]] = []
    if let execution = summary.execution {
      rows.append(closing(Messages.execution, columns, [.weight: FormTable.Cell("\(execution)", column: 0)]))
    }
    let hasPoints = form.indicators.contains { $0.weight != nil }
    let sum = form[.totalWeight] ?? (hasPoints ? summary.total.map { "\($0)" } : nil) ?? ""
    rows.append(
      closing(
        Messages.total, columns,
        [
          .weight: FormTable.Cell(sum, column: 0, path: .field(.totalWeight)),
          .score: FormTable.Cell(form[.totalScore] ?? "", column: 0, path: .field(.totalScore)),
        ]))
    if let grade = form[.grade] {
      var row = closing(template.fields[.grade]?.label ?? Messages.grade, columns, [:])
      let place = row[1].column
      row = [
        row[0], FormTable.Cell(grade, column: place, columnSpan: columns.count - place, path: .field(.grade)),
      ]
      rows.append(row)
    }
    return rows
  }

  /// A label over the columns before the points, then the given cells.
  private func closing(
    _ label: String, _ columns: [IndicatorColumn], _ cells: [IndicatorColumn: FormTable.Cell]
  ) -> [FormTable.Cell] {
    let first = columns.firstIndex { $0 == .weight || $0 == .score } ?? columns.count
    let name = FormTable.Cell(label, role: .label, alignment: .center, column: 0, columnSpan: first)
    return [name]
      + columns[first...].enumerated().map { offset, column in
        var cell = cells[column] ?? FormTable.Cell("", column: 0)
        cell.column = first + offset
        cell.alignment = alignment(of: column)
        return cell
      }
  }
}

extension IndicatorColumn {
  /// Whether the column only explains the indicator.
  fileprivate var isDetail: Bool {
    switch self {
    case .explanation, .formula, .valueBasis, .dataSource, .scoringRule: true
    default: false
    }
  }
}

extension Template {
  /// The head of a column; a common name where the template has no such column.
  func printedLabel(of column: IndicatorColumn) -> String {
    columns.contains { $0.column == column } ? label(of: column) : Messages.head(of: column)
  }
}
