import FormModel

/// Rows whose reading is doubtful.
extension FormScanner {
  /// Lists what of the last row could be read otherwise.
  mutating func doubt(_ index: Int) {
    if let name = parts.name, grid.layout == .shifted, looksLikeValue(row[name]) {
      remark(.doubtful, row[name], path: .indicator(index, .level3), reason: Messages.valueForName)
    } else if draft.form.indicators[index].level3.isEmpty, let first = parts.first {
      remark(.doubtful, row[first], path: .indicator(index, nil), reason: Messages.rowWithoutName)
    } else if let first = parts.name ?? parts.first, lacksPoints(index) {
      remark(.doubtful, row[first], path: .indicator(index, nil), reason: Messages.rowWithoutPoints)
    }
    doubtReaching(index, hasName: parts.name != nil)
    for part in parts.cells where row[part.cell].cell.columnSpan > 1 {
      doubtWidth(row[part.cell], part.column, index)
    }
    for part in parts.cells where row[part.cell].cell.rowSpan > 1 {
      if draft.reaching.count < HeaderRow.widest, let column = part.column.indicator {
        draft.reaching.append((row[part.cell], column))
      }
    }
  }

  /// A value that is merged over the next column too may be meant for both.
  private mutating func doubtWidth(_ cell: RowCell, _ column: TableColumn, _ index: Int) {
    guard let column = column.indicator, let heads = draft.header?.heads,
      let place = heads.firstIndex(where: { $0.column?.indicator == column }), place + 1 < heads.count,
      heads[place + 1].column != nil, heads[place + 1].slot.column < cell.endColumn
    else { return }
    switch grid.source {
    case .sheet, .table: remark(.doubtful, cell, path: .indicator(index, column), reason: Messages.wideValue)
    default: break
    }
  }

  /// A number or `≥3` that was put below the names without standing there.
  private func looksLikeValue(_ cell: RowCell) -> Bool {
    (cell.look == .value || cell.look == .number || cell.look == .sign) && !isInNameColumn(cell)
  }

  /// Whether an indicator has no points, and those above have, at least three of them and as far as one looks back.
  private func lacksPoints(_ index: Int) -> Bool {
    let rows = draft.form.indicators
    guard rows[index].weight == nil, rows[index].score == nil, index >= 3 else { return false }
    let above = max(0, index - 20)..<index
    return above.allSatisfy { rows[$0].weight != nil } || above.allSatisfy { rows[$0].score != nil }
  }

  /// A value that is merged over this row too may be meant for both; it is told of once.
  private mutating func doubtReaching(_ index: Int, hasName: Bool) {
    guard !draft.reaching.isEmpty else { return }
    draft.reaching.removeAll { $0.cell.cell.row + $0.cell.cell.rowSpan <= rowNumber }
    guard hasName else { return }
    let indicator = draft.form.indicators[index]
    for (cell, column) in draft.reaching where indicator[column] == nil {
      remark(.doubtful, cell, path: .indicator(index, column), reason: Messages.reachingValue)
    }
    draft.reaching.removeAll { indicator[$0.column] == nil }
  }
}
