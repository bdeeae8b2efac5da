import FormModel

/// 预算执行情况: lines by columns.
extension FormScanner {
  mutating func takeBudgetHeader() -> Bool {
    guard tally.labels == row.count, tally.budgetHeads >= 2 else { return false }
    var hasMoney = false
    for cell in row {
      guard let word = cell.word, word.column?.isLevel != true else { return false }
      let column = word.budgetColumn
      if column == .initial || column == .adjusted || column == .executed { hasMoney = true }
    }
    guard hasMoney, !isPairs else { return false }
    draft.part = .budget
    draft.budgetHeads.removeAll()
    draft.budgetColumns.removeAll()
    for cell in row { takeBudgetHead(cell) }
    return true
  }

  /// Labels that are followed by numbers are none of a header.
  private var isPairs: Bool { row.contains { $0.look == .number } }

  private mutating func takeBudgetHead(_ cell: RowCell) {
    guard let word = cell.word else { return }
    placeMoneyLabel(cell)
    guard let column = word.budgetColumn, !draft.budgetColumns.contains(column) else { return }
    let isPoints = column == .weight || column == .score
    draft.labels += 1
    draft.budgetColumns.append(column)
    draft.budgetHeads.append(
      Slot(column: cell.column, endColumn: cell.endColumn, content: isPoints ? .points : .money))
  }

  /// - Returns: whether the row is a line of the table.
  mutating func takeBudgetLine() -> Bool {
    var start = 0
    while start < row.count, isBudgetMargin(row[start]) { start += 1 }
    guard start < row.count, let line = budgetLine(start) else { return false }
    for cell in row[..<start] { _ = takeSectionLabel(cell) }
    placeMoneyLabel(row[start])
    let index = draft.form.budget.count
    draft.form.budget.append(BudgetLine(line: line))
    draft.locations[.budget(index, nil)] = location(of: row[start])
    draft.labels += 1
    takeBudgetValues(row[(start + 1)...], line: index)
    return true
  }

  /// The label of the section, or 其中, before the label of the line.
  private func isBudgetMargin(_ cell: RowCell) -> Bool {
    guard let word = cell.word, word.budgetLine == nil else { return false }
    return word.section == .budget || word.isIncluding
  }

  /// The line a row is; a name of its own where money follows a text that no form of ours has.
  private func budgetLine(_ start: Int) -> String? {
    if let line = row[start].word?.budgetLine { return words.lines[Int(line)] }
    let values = row[(start + 1)...]
    let isMoney =
      !values.isEmpty && values.allSatisfy { $0.look == .number || $0.look == .dash || $0.look == .value }
    guard row[start].match?.word.field == nil, row[start].look == .text, isMoney,
      values.contains(where: { $0.look == .number })
    else { return nil }
    return plainLine(row[start])
  }

  /// The name of a line without what introduces it: 按支出性质分：基本支出, 其中：地方资金.
  private func plainLine(_ cell: RowCell) -> String {
    let text = file.string(of: cell.cell)
    let parts = text.split { $0 == ":" || $0 == "：" }
    return parts.last?.trimmingBlanks ?? text
  }

  private mutating func takeBudgetValues(_ cells: ArraySlice<RowCell>, line: Int) {
    alignment.align(cells, to: draft.budgetHeads, trust)
    for (cell, slot) in zip(cells, alignment.slots) {
      guard let slot else { continue }
      let column = draft.budgetColumns[slot]
      place(cell)
      draft.form.budget[line][column] = value(cell)
      draft.locations[.budget(line, column)] = location(of: cell)
    }
  }
}
