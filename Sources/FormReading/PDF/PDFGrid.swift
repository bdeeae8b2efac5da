import FormModel

/// The pages of a document as one grid: cells by the ruled lines, lines of text outside the tables as rows of
/// their own between them.
struct PDFGrid {
  private(set) var file = GridFile()
  /// Cells between ruled lines; without them the boxes of the words say too little.
  private(set) var ruledCells = 0
  private var grid = Grid(layout: .table, source: .pages)
  private var nextRow = 0

  init(pages: [PDFPage], drawing: PDFDrawing) {
    let ruled = pages.enumerated().map { index, page in
      RuledPage(page, lines: index < drawing.pages.count ? drawing.pages[index] : [])
    }
    let columns = Self.columns(of: ruled)
    for (index, page) in ruled.enumerated() {
      add(page, number: index + 1, lines: LineNumbers(pages[index]), columns: columns)
    }
    file.grids = [grid]
  }

  /// Where columns begin, of all pages together.
  private static func columns(of pages: [RuledPage]) -> [Int] {
    let edges = pages.flatMap { page in
      page.cells.flatMap { $0.isRuled ? [$0.box.left, $0.box.right] : [] }
    }
    return clustered(edges, within: RuledPage.tolerance)
  }

  private mutating func add(_ page: RuledPage, number: Int, lines: LineNumbers, columns: [Int]) {
    let edges = page.cells.flatMap { $0.isRuled ? [$0.box.top, $0.box.bottom] : [$0.box.center] }
    let rows = clustered(edges, within: 0)
    let placed = page.cells.map { cell -> (cell: RuledPage.Cell, row: Int, rowEnd: Int) in
      let first = Self.index(cell.isRuled ? cell.box.top : cell.box.center, in: rows)
      let end = cell.isRuled ? Self.index(cell.box.bottom, in: rows) : first + 1
      return (cell, first, max(first + 1, end))
    }
    let taken = Set(placed.map(\.row)).sorted()
    var numbers: [Int: Int] = [:]
    for (offset, row) in taken.enumerated() { numbers[row] = nextRow + offset }
    for item in placed.sorted(by: { ($0.row, $0.cell.box.left) < ($1.row, $1.cell.box.left) }) {
      let span = taken.count { $0 >= item.row && $0 < item.rowEnd }
      add(item.cell, row: numbers[item.row] ?? nextRow, span: span, page: number, lines: lines, columns)
      if item.cell.isRuled { ruledCells += 1 }
    }
    nextRow += taken.count
  }

  private mutating func add(
    _ item: RuledPage.Cell, row: Int, span: Int, page: Int, lines: LineNumbers, _ columns: [Int]
  ) {
    let text = CellText(item.words, width: item.box.width).bytes
    guard !text.isEmpty, let first = textLines(item.words).first?.first else { return }
    let column = columns.isEmpty ? 0 : Self.index(item.box.left, in: columns)
    var cell = GridCell(
      file.append(text), row: row, column: free(column, in: row),
      place: GridCell.Place(page, lines.number(of: first)))
    if item.isRuled {
      cell.rowSpan = Int32(clamping: max(1, span))
      cell.columnSpan = Int32(clamping: max(1, Self.index(item.box.right, in: columns) - column))
    }
    grid.cells.append(cell)
  }

  /// The column itself, or the next one where a cell of the row is there already.
  private func free(_ column: Int, in row: Int) -> Int {
    guard let last = grid.cells.last, Int(last.row) == row else { return column }
    return max(column, Int(last.column + last.columnSpan))
  }

  /// The last of the sorted stops that is not beyond the position.
  private static func index(_ position: Int, in stops: [Int]) -> Int {
    var (low, high) = (0, stops.count)
    while low < high {
      let middle = (low + high) / 2
      if stops[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

/// The number of each line of text on a page.
private struct LineNumbers {
  private let centers: [Int]

  init(_ page: PDFPage) { centers = textLines(page.words).compactMap { $0.first?.box.center } }

  func number(of word: PDFPage.Word) -> Int {
    (centers.lastIndex { $0 <= word.box.center + 7 * Length.point / 2 } ?? 0) + 1
  }
}

/// The words of a cell put together again: what was wrapped is joined, paragraphs stay apart.
private struct CellText {
  private(set) var bytes: [UInt8] = []

  /// - Parameter width: of the cell.
  init(_ words: [PDFPage.Word], width: Int) {
    var previous: PDFPage.Word?
    let lines = textLines(words)
    let right = lines.compactMap { $0.last?.box.right }.max() ?? 0
    for line in lines {
      for (index, word) in line.enumerated() {
        if let previous { join(previous, word, isNewLine: index == 0, right: right, width: width) }
        bytes += word.text
        previous = word
      }
    }
  }

  /// Puts between two words what stood there.
  private mutating func join(
    _ first: PDFPage.Word, _ second: PDFPage.Word, isNewLine: Bool, right: Int, width: Int
  ) {
    let size = max(first.size, Length.point)
    if isNewLine {
      // Only a wide cell has paragraphs; a line that ends early ends one of them.
      if width > 14 * size, first.box.right < right - 2 * size {
        bytes.append(UInt8(ascii: "\n"))
      } else if isLetter(first.text.last), isLetter(second.text.first) {
        bytes.append(0x20)
      }
    } else {
      bytes.append(0x20)
    }
  }

  private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
}
