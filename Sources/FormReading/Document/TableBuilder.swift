/// Puts the cells of a table where they stand, while the table is read.
struct TableBuilder {
  private(set) var table = DocumentTable()
  /// The shape of the open cell.
  var shape = CellShape()
  /// Whether the file hides the open row.
  var isRowHidden = false
  private var row: Int32 = -1
  private var column: Int32 = 0
  private var number: Int32 = 0
  /// Areas that go on from the row above, and those that may go on below, by column.
  private var above: [Area] = []
  private var below: [Area] = []
  /// The first of the areas above that is not left of the open cell.
  private var next = 0
  /// The first free row of each column, where cells of HTML reach down.
  private var free: [Int32] = []
  /// The cell on the left.
  private var last: Int32 = -1

  /// A vertical merge of Word.
  private struct Area {
    var column: Int32
    /// Its first cell; -1 where that is blank.
    var cell: Int32
  }

  /// What a cell holds: all of it empty for a blank one.
  struct Content {
    var text: Range<Int32> = 0..<0
    /// Text that the file hides.
    var hidden: Range<Int32> = 0..<0
    var pieces: [DocumentTable.Piece] = []

    var isBlank: Bool { text.isEmpty && hidden.isEmpty && pieces.isEmpty }
  }

  mutating func beginRow() {
    row += 1
    column = 0
    number = 0
    last = -1
    next = 0
    isRowHidden = false
    swap(&above, &below)
    below.removeAll(keepingCapacity: true)
  }

  /// Columns that the row leaves out at its beginning.
  mutating func skip(columns: Int32) { move(by: columns) }

  /// Adds the open cell.
  ///
  /// - Parameter equals: whether two stretches of the text are the same.
  mutating func endCell(_ content: Content, equals: (Range<Int32>, Range<Int32>) -> Bool) {
    number += 1
    if row < 0 { beginRow() }
    skipTaken()
    if shape.isContinuedRow, content.isBlank {
      if last >= 0 {
        let span = table.cells[Int(last)].columnSpan + shape.columnSpan
        table.cells[Int(last)].columnSpan = min(CellShape.most, span)
      }
    } else {
      last = place(content, equals: equals)
    }
    occupy()
    move(by: shape.columnSpan)
    shape = CellShape()
  }

  /// The table, when it ends.
  mutating func finished() -> DocumentTable {
    table.rowCount = row + 1
    for index in table.cells.indices {
      let cell = table.cells[index]
      table.cells[index].rowSpan = min(cell.rowSpan, max(1, table.rowCount - cell.row))
    }
    return table
  }

  private mutating func move(by columns: Int32) {
    column = min(CellShape.most, column + columns)
    table.columnCount = max(table.columnCount, column)
  }

  /// - Returns: where the cell stands; -1 for a blank one.
  private mutating func place(_ content: Content, equals: (Range<Int32>, Range<Int32>) -> Bool) -> Int32 {
    switch shape.vertical {
    case .single: return add(content)
    case .continued: return goOn(content, equals: equals)
    case .first:
      let added = add(content)
      below.append(Area(column: column, cell: added))
      return added
    }
  }

  private mutating func add(_ content: Content) -> Int32 {
    var cell = DocumentTable.Cell(
      text: content.text, row: row, column: column, rowSpan: shape.rowSpan, columnSpan: shape.columnSpan,
      number: number, isHidden: isRowHidden)
    var added: Int32 = -1
    if !content.pieces.isEmpty {
      cell.pieces = Int32(table.nested.count)
      table.nested.append(content.pieces)
    }
    if !content.pieces.isEmpty || !content.text.isEmpty {
      added = Int32(table.cells.count)
      table.cells.append(cell)
    }
    guard !content.hidden.isEmpty else { return added }
    cell.text = content.hidden
    cell.pieces = -1
    cell.isHidden = true
    table.cells.append(cell)
    return added >= 0 ? added : Int32(table.cells.count) - 1
  }

  /// A cell that belongs to an area above. Word shows none of its text; what is not a repetition is kept.
  private mutating func goOn(_ content: Content, equals: (Range<Int32>, Range<Int32>) -> Bool) -> Int32 {
    while next < above.count, above[next].column < column { next += 1 }
    let area = next < above.count && above[next].column == column ? above[next] : nil
    if let area, content.isBlank || isRepetition(content, of: area.cell, equals) {
      if area.cell >= 0 { table.cells[Int(area.cell)].rowSpan += 1 }
      below.append(area)
      return area.cell
    }
    let added = add(content)
    below.append(Area(column: column, cell: added))
    return added
  }

  private func isRepetition(
    _ content: Content, of cell: Int32, _ equals: (Range<Int32>, Range<Int32>) -> Bool
  ) -> Bool {
    guard cell >= 0, content.pieces.isEmpty, content.hidden.isEmpty else { return false }
    return equals(content.text, table.cells[Int(cell)].text)
  }

  /// Moves to the next column into which no cell of an upper row reaches.
  private mutating func skipTaken() {
    while Int(column) < free.count, free[Int(column)] > row { column += 1 }
  }

  private mutating func occupy() {
    guard shape.rowSpan > 1 else { return }
    let end = min(CellShape.most, column + shape.columnSpan)
    guard column < end else { return }
    if free.count < end { free += Array(repeating: 0, count: Int(end) - free.count) }
    for place in Int(column)..<Int(end) { free[place] = max(free[place], row + shape.rowSpan) }
  }
}
