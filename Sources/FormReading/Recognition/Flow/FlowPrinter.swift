/// Sets the rows of a form in a grid again.
struct FlowPrinter {
  private let text: FlowText
  private(set) var grid = Grid(layout: .table, source: .text)
  private var row = 0

  init(_ text: FlowText) { self.text = text }

  mutating func newRow() { row += 1 }

  /// Adds a cell to the row, its pieces joined as they were printed.
  mutating func add(
    _ pieces: Range<Int>, column: Int, rowSpan: Int = 1, isDoubtful: Bool = false, to file: inout GridFile
  ) {
    let first = text.pieces[pieces.lowerBound].cell
    var cell = first
    if pieces.count > 1 || isBehindColon(pieces.lowerBound) {
      // The joined text stands at the end of the file's, so its place is the column that the first piece begins in.
      let column = file.column(of: first)
      let joined = file.append(join(pieces, in: file))
      cell = GridCell(
        joined, row: row, column: 0, place: GridCell.Place(Int(first.place.major), -column))
    }
    cell.row = Int32(clamping: row)
    cell.column = Int32(clamping: column)
    cell.rowSpan = Int32(clamping: rowSpan)
    cell.isDoubtful = isDoubtful
    grid.cells.append(cell)
  }

  /// Adds pieces line by line, for which no row and column is certain.
  mutating func addLoose(_ pieces: Range<Int>, to file: inout GridFile) {
    var start = pieces.lowerBound
    while start < pieces.upperBound {
      let end =
        text.pieces[pieces].indices.dropFirst(start + 1 - pieces.lowerBound)
        .first { text.pieces[$0].beginsLine } ?? pieces.upperBound
      add(start..<end, column: 0, to: &file)
      grid.cells[grid.cells.count - 1].isLoose = true
      newRow()
      start = end
    }
  }

  /// Blanks inside a line stay; broken lines are joined, with a blank between Latin words and a line break
  /// before an indented paragraph.
  private func join(_ pieces: Range<Int>, in file: GridFile) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      let next = text.pieces[piece]
      if piece > pieces.lowerBound { bytes += separator(before: piece, next) }
      let skipped =
        piece == pieces.lowerBound && isBehindColon(piece) ? colonLength(of: next.cell, in: file) : 0
      bytes += file.bytes(of: next.cell).dropFirst(skipped)
    }
    return bytes
  }

  /// Whether the colon of a label stands before a value: `主管部门 ：某局`.
  private func isBehindColon(_ piece: Int) -> Bool {
    let all = text.scalars[text.pieces[piece].scalars]
    return all.count > 1 && all.first == 0x3A
  }

  /// A colon of either width.
  private func colonLength(of cell: GridCell, in file: GridFile) -> Int {
    file.bytes(of: cell).first == 0x3A ? 1 : 3
  }

  private func separator(before piece: Int, _ next: FlowPiece) -> [UInt8] {
    switch next.gap {
    case .blank where next.isGlued: []
    case .blank: [0x20]
    case _ where next.isIndented && FlowSigns.endsSentence(text.last(piece - 1)): [0x0A]
    case _ where FlowSigns.isASCIILetter(text.last(piece - 1)) && FlowSigns.isASCIILetter(text.first(piece)):
      [0x20]
    default: []
    }
  }
}
