/// The cells of a text, row by row, whether they stand in the text as they are or were put together from several
/// lines.
struct TextCells {
  private(set) var cells: [GridCell] = []
  /// The row that is being filled.
  var row = 0
  private let content: [UInt8]
  /// Texts put together, which stand behind the file's own text.
  private var texts: [UInt8] = []

  /// - Parameter content: the text of the file.
  init(_ content: [UInt8]) { self.content = content }

  mutating func add(_ cell: GridCell) { cells.append(cell) }

  /// Adds a row of one cell.
  mutating func addRow(_ range: Range<Int>, of line: TextLine) {
    cells.append(GridCell(range, row: row, column: 0, place: GridCell.Place(line.number, line.start)))
    row += 1
  }

  /// Adds a cell put together from several lines to the row at hand.
  mutating func add(_ text: String, column: Int, of line: TextLine) {
    guard !text.isEmpty else { return }
    let place = GridCell.Place(line.number, -1 - (line.range.lowerBound - line.start))
    cells.append(GridCell(store(text), row: row, column: column, place: place))
  }

  /// Keeps a text.
  ///
  /// - Returns: where it stands in the file that is made.
  mutating func store(_ text: String) -> Range<Int> {
    let start = content.count + texts.count
    texts.append(contentsOf: text.utf8)
    return start..<content.count + texts.count
  }

  /// The file with all cells in one grid.
  var file: GridFile {
    GridFile(
      text: texts.isEmpty ? content : content + texts,
      grids: [Grid(layout: .table, source: .text, cells: cells)])
  }
}
