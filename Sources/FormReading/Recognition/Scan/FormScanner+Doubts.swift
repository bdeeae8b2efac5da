import FormModel

/// Rows whose reading is doubtful.
extension FormScanner {
  /// Lists what of the last row could be read otherwise.
  mutating func doubt(_ row: Indicator, _ index: Int, _ parts: RowParts) {
    if let name = parts.name, looksLikeValue(name) {
      remark(.doubtful, name, path: .indicator(index, .level3), reason: Messages.valueForName)
    } else if row.level3.isEmpty, let first = parts.first {
      remark(.doubtful, first, path: .indicator(index, nil), reason: Messages.rowWithoutName)
    } else if let first = parts.name ?? parts.first, row.weight == nil, row.score == nil, allHavePoints {
      remark(.doubtful, first, path: .indicator(index, nil), reason: Messages.rowWithoutPoints)
    }
    doubtReaching(row, index, hasName: parts.name != nil)
    for (cell, column) in parts.cells { doubtWidth(cell, column, index) }
    for (cell, column) in parts.cells {
      if cell.cell.rowSpan > 1, draft.reaching.count < HeaderRow.widest, let column = column.indicator {
        draft.reaching.append((cell, column))
      }
    }
  }

  /// A value that is merged over the next column too may be meant for both.
  private mutating func doubtWidth(_ cell: RowCell, _ column: TableColumn, _ index: Int) {
    guard cell.cell.columnSpan > 1, let column = column.indicator, let heads = draft.header?.heads,
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
    guard grid.layout == .shifted, !isInNameColumn(cell) else { return false }
    return cell.look == .value || cell.look == .number || cell.look == .sign
  }

  /// Whether the indicators above have points, at least three of them and as far as one looks back.
  private var allHavePoints: Bool {
    let above = draft.form.indicators.dropLast().suffix(20)
    return above.count >= 3 && (above.allSatisfy { $0.weight != nil } || above.allSatisfy { $0.score != nil })
  }

  /// A value that is merged over this row too may be meant for both; it is told of once.
  private mutating func doubtReaching(_ row: Indicator, _ index: Int, hasName: Bool) {
    guard !draft.reaching.isEmpty else { return }
    draft.reaching.removeAll { $0.cell.cell.row + $0.cell.cell.rowSpan <= rowNumber }
    guard hasName else { return }
    for (cell, column) in draft.reaching where row[column] == nil {
      remark(.doubtful, cell, path: .indicator(index, column), reason: Messages.reachingValue)
    }
    draft.reaching.removeAll { row[$0.column] == nil }
  }
}
