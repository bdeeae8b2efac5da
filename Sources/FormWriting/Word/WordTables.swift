import OfficeFiles

/// The blocks of a form's table as tables of Word: a new one where a head is to be repeated on every page.
struct WordTables {
  private let width: Length

  private let hints: CellHints?

  /// - Parameters:
  ///   - width: of every table.
  ///   - hints: what stands in empty cells until somebody writes there.
  init(width: Length, hints: CellHints? = nil) {
    self.width = width
    self.hints = hints
  }

  func tables(of table: FormTable) -> [WordPage.Table] {
    parts(of: table.blocks).map { blocks in
      var part = table
      part.blocks = blocks
      let grid = part.grid
      let columns = grid.widths.map { width.twips * $0 / FormTable.fullWidth }
      return WordPage.Table(
        width: columns.reduce(0, +), columns: columns,
        rows: rows(of: grid, columns: columns, heads: blocks.first?.repeatedRows ?? 0))
    }
  }

  /// Word repeats the rows at the top of a table alone.
  private func parts(of blocks: [FormTable.Block]) -> [[FormTable.Block]] {
    var parts: [[FormTable.Block]] = []
    for block in blocks.map(\.openedBelowHead) {
      if parts.isEmpty || block.repeatedRows > 0 { parts.append([]) }
      parts[parts.count - 1].append(block)
    }
    return parts
  }

  private func rows(of grid: FormGrid, columns: [Int], heads: Int) -> [WordPage.Row] {
    var cells = Array(repeating: [(column: Int, cell: WordPage.Cell)](), count: grid.rowCount)
    for place in grid.cells {
      let width = columns[place.column..<place.column + place.columnSpan].reduce(0, +)
      for offset in 0..<place.rowSpan {
        let hint = offset == 0 ? hints?.example(of: place.cell) : nil
        let cell = WordPage.Cell(place, width: width, offset: offset, hint: hint)
        cells[place.row + offset].append((place.column, cell))
      }
    }
    return cells.enumerated().map { row, cells in
      WordPage.Row(isHead: row < heads, cells: cells.sorted { $0.column < $1.column }.map(\.cell))
    }
  }
}

extension FormTable.Block {
  /// Rows at the top that stand on every page.
  fileprivate var repeatedRows: Int { kind == .indicators ? headRows : 0 }

  /// A repeated head cannot share a merged cell with the rows below: the side becomes two cells without a line between.
  fileprivate var openedBelowHead: Self {
    guard let side, repeatedRows > 0, repeatedRows < rows.count else { return self }
    var block = self
    block.rows[0][0].rowSpan = repeatedRows
    block.rows[repeatedRows].insert(
      FormTable.Cell(
        "", role: .side, alignment: side.alignment, column: 0, rowSpan: rows.count - repeatedRows),
      at: 0)
    return block
  }
}

extension WordPage.Cell {
  /// - Parameter offset: the row of a merged cell, from 0.
  fileprivate init(_ place: FormGrid.Place, width: Int, offset: Int, hint: WordPage.Hint?) {
    self.hint = hint
    let cell = place.cell
    self.width = width
    columnSpan = place.columnSpan > 1 ? place.columnSpan : nil
    beginsMerge = place.rowSpan > 1 && offset == 0
    continuesMerge = offset > 0
    isOpenAbove = cell.role == .side && cell.text.isEmpty && offset == 0
    style =
      switch cell.role {
      case .side, .head: "Head"
      case .label: "Label"
      case .value: "Value"
      }
    alignment =
      switch cell.alignment {
      case .leading: "left"
      case .center: "center"
      case .trailing: "right"
      }
    text = offset > 0 ? "" : cell.text
  }
}
