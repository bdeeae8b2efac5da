/// A table of a document as it was read, before it becomes grids.
struct DocumentTable {
  /// What a cell has in it besides plain text.
  enum Piece {
    /// A stretch of text between nested tables; it may be empty.
    case text(Range<Int32>)
    case table(DocumentTable)

    /// The stretch of text; `nil` for a table.
    var text: Range<Int32>? {
      guard case .text(let text) = self else { return nil }
      return text
    }
  }

  /// A cell that is not blank.
  struct Cell {
    /// Of the text of the file.
    var text: Range<Int32> = 0..<0
    var row: Int32
    var column: Int32
    var rowSpan: Int32 = 1
    var columnSpan: Int32 = 1
    /// The number of the cell in its row, from 1, as people count.
    var number: Int32
    var isHidden = false
    /// Where its pieces stand in `nested`; -1 for a cell of text alone.
    var pieces: Int32 = -1
  }

  /// By row and then by column.
  var cells: [Cell] = []
  /// The contents of cells that have tables in them.
  var nested: [[Piece]] = []
  var rowCount: Int32 = 0
  var columnCount: Int32 = 0

  /// Whether there is any text in it.
  var isBlank: Bool { cells.isEmpty }
}

extension GridCell {
  /// A cell of a document whose place is the row and the cell that people see.
  init(_ cell: DocumentTable.Cell, place: Place) {
    self.init(
      Int(cell.text.lowerBound)..<Int(cell.text.upperBound), row: Int(cell.row), column: Int(cell.column),
      place: place)
    rowSpan = cell.rowSpan
    columnSpan = cell.columnSpan
    isHidden = cell.isHidden
  }
}

extension DocumentTable.Cell {
  /// Where people look for it.
  var place: GridCell.Place { GridCell.Place(Int(row) + 1, Int(number)) }
}
