/// A table whose nested tables have become rows and columns of its own.
struct FlatTable {
  /// A cell and where people look for it.
  struct Cell {
    var cell: DocumentTable.Cell
    var place: GridCell.Place
  }

  /// By row and then by column.
  private(set) var cells: [Cell] = []
  private(set) var rowCount: Int32
  private(set) var columnCount: Int32

  init(_ table: DocumentTable) {
    let parts = table.nested.map { $0.map(Part.init) }
    let rows = Self.starts(
      table.cells.map { ($0.row, $0.rowSpan, $0.pieces < 0 ? 1 : parts[Int($0.pieces)].rowCount) },
      count: table.rowCount)
    let columns = Self.starts(
      table.cells.map { ($0.column, $0.columnSpan, $0.pieces < 0 ? 1 : parts[Int($0.pieces)].columnCount) },
      count: table.columnCount)
    rowCount = rows[rows.count - 1]
    columnCount = columns[columns.count - 1]
    for cell in table.cells {
      var area = cell
      area.row = rows[Int(cell.row)]
      area.rowSpan = rows[min(Int(cell.row + cell.rowSpan), rows.count - 1)] - area.row
      area.column = columns[min(Int(cell.column), columns.count - 1)]
      let end = columns[min(Int(cell.column + cell.columnSpan), columns.count - 1)]
      area.columnSpan = max(1, end - area.column)
      if cell.pieces < 0 {
        cells.append(Cell(cell: area, place: cell.place))
      } else {
        add(parts[Int(cell.pieces)], in: area, place: cell.place)
      }
    }
    cells.sort { ($0.cell.row, $0.cell.column) < ($1.cell.row, $1.cell.column) }
  }

  /// Puts the parts of a cell below one another into its area.
  private mutating func add(_ parts: [Part], in area: DocumentTable.Cell, place: GridCell.Place) {
    var row = area.row
    for part in parts {
      switch part {
      case .text(let text):
        var cell = area
        (cell.text, cell.row, cell.rowSpan, cell.pieces) = (text, row, 1, -1)
        if !text.isEmpty { cells.append(Cell(cell: cell, place: place)) }
      case .table(let inner):
        for var cell in inner.cells.lazy.map(\.cell) {
          // The last column fills what is left of the area.
          if cell.column + cell.columnSpan >= inner.columnCount {
            cell.columnSpan = max(1, area.columnSpan - cell.column)
          }
          cell.row += row
          cell.column += area.column
          cells.append(Cell(cell: cell, place: place))
        }
      }
      row += part.rowCount
    }
  }

  /// Where the rows (or columns) begin when each is as high as what stands in it; one more than there are.
  private static func starts(_ areas: [(first: Int32, span: Int32, needs: Int32)], count: Int32) -> [Int32] {
    var sizes = [Int32](repeating: 1, count: Int(count))
    for area in areas where area.needs > 1 && area.first < count {
      let last = min(area.first + area.span, count) - 1
      let have = sizes[Int(area.first)...Int(last)].reduce(0, +)
      if have < area.needs { sizes[Int(last)] += area.needs - have }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(sizes.count + 1)
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    return starts
  }
}

/// What stands in a cell, its tables made flat.
private enum Part {
  case text(Range<Int32>)
  case table(FlatTable)

  init(_ piece: DocumentTable.Piece) {
    switch piece {
    case .text(let text): self = .text(text)
    case .table(let table): self = .table(FlatTable(table))
    }
  }

  var rowCount: Int32 {
    switch self {
    case .text(let text): text.isEmpty ? 0 : 1
    case .table(let table): table.rowCount
    }
  }

  var columnCount: Int32 {
    switch self {
    case .text: 1
    case .table(let table): table.columnCount
    }
  }
}

extension [Part] {
  fileprivate var rowCount: Int32 { reduce(0) { $0 + $1.rowCount } }
  fileprivate var columnCount: Int32 { reduce(1) { Swift.max($0, $1.columnCount) } }
}
