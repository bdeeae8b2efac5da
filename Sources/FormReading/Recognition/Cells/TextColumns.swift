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
    text.withUnsafeBufferPointer { text in
      // A character begins with a byte that continues none.
      for index in position..<start where text[index] & 0xC0 != 0x80 { column += 1 }
    }
    position = start
    return column
  }
}
