import FormModel

/// The pages of a document as one grid: cells by the ruled lines, lines of text outside the tables as rows of
/// their own between them.
struct PDFGrid {
  private(set) var file = GridFile()
  /// Cells between ruled lines; without them the boxes of the words say too little.
  private(set) var ruledCells = 0
  private var nextRow = 0
  private var cells: [PlacedCell] = []

  /// A cell with its place in the grid.
  fileprivate struct PlacedCell {
    var cell: RuledPage.Cell
    var row: Int
    /// The row below its last one.
    var end: Int
    var page: Int
    var line: Int
    var text: CellText
    /// The page it goes on to; the same where it does not.
    var lastPage: Int
  }

  init(pages: [PDFPage], drawing: PDFDrawing) {
    let ruled = pages.enumerated().map { index, page in
      RuledPage(page, lines: index < drawing.pages.count ? drawing.pages[index] : [])
    }
    for (index, page) in ruled.enumerated() {
      add(page, number: index + 1, lines: LineNumbers(pages[index]))
    }
    ruledCells = cells.count { $0.cell.isRuled && !$0.text.bytes.isEmpty }
    file.grids = [grid(columns: Self.columns(of: ruled))]
  }

  /// Where columns begin, of all pages together.
  private static func columns(of pages: [RuledPage]) -> [Int] {
    let edges = pages.flatMap { page in
      page.cells.flatMap { $0.isRuled ? [$0.box.left, $0.box.right] : [] }
    }
    return clustered(edges, within: RuledPage.tolerance)
  }

  private mutating func add(_ page: RuledPage, number: Int, lines: LineNumbers) {
    let edges = page.cells.flatMap { $0.isRuled ? [$0.box.top, $0.box.bottom] : [$0.box.center] }
    let rows = clustered(edges, within: 0)
    let first = page.cells.map { Self.index($0.isRuled ? $0.box.top : $0.box.center, in: rows) }
    let end = page.cells.map { Self.index($0.box.bottom, in: rows) }
    let taken = Set(first).sorted()
    var open = cells.indices.filter { cells[$0].lastPage == number - 1 && cells[$0].cell.isOpenBelow }
    let order = page.cells.indices.sorted {
      (first[$0], page.cells[$0].box.left) < (first[$1], page.cells[$1].box.left)
    }
    for index in order {
      let cell = page.cells[index]
      let row = nextRow + Self.index(first[index], in: taken)
      let span = Self.index(end[index] - 1, in: taken) - Self.index(first[index], in: taken) + 1
      let placed = PlacedCell(
        cell: cell, row: row, end: row + max(1, span), page: number, line: lines.number(of: cell.words),
        text: CellText(cell.words, width: cell.box.width), lastPage: number)
      if cell.isOpenAbove, let before = open.first(where: { cells[$0].cell.isAbove(cell) }) {
        open.removeAll { $0 == before }
        cells[before].goOn(in: placed)
      } else {
        cells.append(placed)
      }
    }
    nextRow += taken.count
  }

  /// The grid of all cells that hold text.
  private mutating func grid(columns: [Int]) -> Grid {
    var grid = Grid(layout: .table, source: .pages)
    for item in cells.sorted(by: { ($0.row, $0.cell.box.left) < ($1.row, $1.cell.box.left) })
    where !item.text.bytes.isEmpty {
      let column = columns.isEmpty ? 0 : Self.index(item.cell.box.left, in: columns)
      var cell = GridCell(
        file.append(item.text.bytes), row: item.row, column: Self.free(column, in: item.row, of: grid),
        place: GridCell.Place(item.page, item.line))
      if item.cell.isRuled {
        cell.rowSpan = Int32(clamping: item.end - item.row)
        cell.columnSpan = Int32(clamping: max(1, Self.index(item.cell.box.right, in: columns) - column))
      }
      grid.cells.append(cell)
    }
    return grid
  }

  /// The column itself, or the next one where a cell of the row is there already.
  private static func free(_ column: Int, in row: Int, of grid: Grid) -> Int {
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

extension PDFGrid.PlacedCell {
  /// Takes over what a cell of the next page has of this one.
  fileprivate mutating func goOn(in next: Self) {
    if text.bytes.isEmpty { (page, line) = (next.page, next.line) }
    lastPage = next.page
    text.add(next.text)
    end = next.end
    cell.isOpenBelow = next.cell.isOpenBelow
  }
}

extension RuledPage.Cell {
  /// Whether another cell has the same sides.
  fileprivate func isAbove(_ other: RuledPage.Cell) -> Bool {
    abs(box.left - other.box.left) <= 2 * RuledPage.tolerance
      && abs(box.right - other.box.right) <= 2 * RuledPage.tolerance
  }
}

/// The number of each line of text on a page.
private struct LineNumbers {
  private let centers: [Int]

  init(_ page: PDFPage) { centers = textLines(page.words).compactMap { $0.first?.box.center } }

  /// Of the first of some words.
  func number(of words: [PDFPage.Word]) -> Int {
    guard let word = textLines(words).first?.first else { return 1 }
    return (centers.lastIndex { $0 <= word.box.center + 7 * Length.point / 2 } ?? 0) + 1
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

  /// Goes on with the text of another page.
  mutating func add(_ other: CellText) { bytes += other.bytes }

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
