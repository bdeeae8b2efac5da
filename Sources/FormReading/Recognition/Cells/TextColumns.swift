/// Counts the characters before cells of a text; cells of a line that come in their order are counted on from the
/// last one.
struct TextColumns {
  private var line = -1
  private var position = 0
  private var column = 1

  /// The column of a cell in its line, from 1, in characters.
  mutating func column(of cell: GridCell, in text: [UInt8]) -> Int {
    let start = Int(cell.start)
    let lineStart = min(Int(cell.place.minor), start)
    if line != lineStart || position > start { (line, position, column) = (lineStart, lineStart, 1) }
    column += text.withUnsafeBufferPointer { $0.characters(in: position..<start) }
    position = start
    return column
  }
}
