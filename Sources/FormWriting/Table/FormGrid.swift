/// A form's table on the columns of one sheet, as a workbook or a word processor needs it.
public struct FormGrid: Sendable, Hashable {
  /// Widths of the sheet's columns as weights that add to ``FormTable/fullWidth``.
  public var widths: [Int]
  /// Rows of all blocks together.
  public var rowCount: Int
  /// Row by row, each row from left to right.
  public var cells: [Place]

  /// A cell with the rows and columns of the sheet it covers.
  public struct Place: Sendable, Hashable {
    /// What stands there.
    public var cell: FormTable.Cell
    /// From 0, below title and year line.
    public var row: Int
    /// From 0.
    public var column: Int
    /// Rows it covers, at least 1.
    public var rowSpan: Int
    /// Columns of the sheet it covers, at least 1.
    public var columnSpan: Int
  }
}

extension FormTable {
  /// All blocks on the columns that their edges make together.
  public var grid: FormGrid {
    let edges = Set(blocks.flatMap { [0] + $0.edges }).sorted()
    let columns = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
    var grid = FormGrid(widths: zip(edges, edges.dropFirst()).map { $1 - $0 }, rowCount: 0, cells: [])
    for block in blocks {
      let places = ([0] + block.edges).map { columns[$0] ?? 0 }
      for (row, cells) in block.rows.enumerated() {
        grid.cells += cells.map { cell in
          let column = places[cell.column]
          return FormGrid.Place(
            cell: cell, row: grid.rowCount + row, column: column, rowSpan: cell.rowSpan,
            columnSpan: places[cell.column + cell.columnSpan] - column)
        }
      }
      grid.rowCount += block.rows.count
    }
    return grid
  }
}

extension FormTable.Block {
  /// Where each column ends.
  fileprivate var edges: [Int] {
    var end = 0
    return widths.map { width in
      end += width
      return end
    }
  }
}
