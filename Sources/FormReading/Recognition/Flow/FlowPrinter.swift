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
    if pieces.count > 1 {
      let joined = file.append(join(pieces, in: file))
      cell = GridCell(joined, row: row, column: column, place: first.place)
    }
    cell.row = Int32(clamping: row)
    cell.column = Int32(clamping: column)
    cell.rowSpan = Int32(clamping: rowSpan)
    cell.isDoubtful = isDoubtful
    grid.cells.append(cell)
  }

  /// Blanks inside a line stay; broken lines are joined, with a blank between Latin words and a line break
  /// before an indented paragraph.
  private func join(_ pieces: Range<Int>, in file: GridFile) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      let next = text.pieces[piece]
      if piece > pieces.lowerBound { bytes += separator(before: piece, next) }
      bytes += file.bytes(of: next.cell)
    }
    return bytes
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
