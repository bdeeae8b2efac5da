import FormModel

/// The pages of a document as one grid: cells by the ruled lines, lines of text outside the tables as rows of
/// their own between them.
struct PDFGrid {
  private(set) var file = GridFile()
  /// Cells between ruled lines; without them the boxes of the words say too little.
  private(set) var ruledCells = 0
  private var nextRow = 0
  private var cells: [PlacedCell] = []
  /// What stands where at the beginning of a cell.
  private var printed: Set<ColumnText> = []

  private struct ColumnText: Hashable {
    var text: ArraySlice<UInt8>
    var left: Int
  }

  /// A cell with its place in the grid.
  fileprivate struct PlacedCell {
    var cell: RuledPage.Cell
    var row: Int
    /// The row below its last one.
    var end: Int
    var place: GridCell.Place
    var text: PDFCellText
    /// The page it goes on to; the same where it does not.
    var lastPage: Int
  }

  init(pages: [PDFPage], drawing: PDFDrawing) { self.init(pages: pages, lines: drawing.pages) }

  /// - Parameter lines: the ruled lines of each page.
  init(pages: [PDFPage], lines: [[RuledLine]]) {
    let ruled = pages.enumerated().map { index, page in
      RuledPage(page, lines: index < lines.count ? lines[index] : [])
    }
    for (index, page) in ruled.enumerated() { add(page, index) }
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

  private mutating func add(_ page: RuledPage, _ number: Int) {
    let edges = page.cells.flatMap { $0.isRuled ? [$0.box.top, $0.box.bottom] : [$0.box.center] }
    let rows = clustered(edges, within: 0)
    let first = page.cells.map { Self.index($0.isRuled ? $0.box.top : $0.box.center, in: rows) }
    let end = page.cells.map { Self.index($0.box.bottom, in: rows) }
    let taken = Set(first).sorted()
    let seam = seam(above: page, number)
    let order = page.cells.indices.sorted {
      (first[$0], page.cells[$0].box.left) < (first[$1], page.cells[$1].box.left)
    }
    for index in order {
      let cell = page.cells[index]
      let row = nextRow + Self.index(first[index], in: taken)
      let span = Self.index(end[index] - 1, in: taken) - Self.index(first[index], in: taken) + 1
      let place = textLines(cell.words).first?.first.map { GridCell.Place($0.page, $0.line) }
      let placed = PlacedCell(
        cell: cell, row: row, end: row + max(1, span), place: place ?? GridCell.Place(number + 1, 1),
        text: PDFCellText(cell.words, width: cell.box.width), lastPage: number)
      if let before = seam[index] {
        cells[before].goOn(in: placed)
      } else {
        cells.append(placed)
      }
    }
    nextRow += taken.count
    for cell in page.cells {
      guard let word = cell.words.first else { continue }
      printed.insert(ColumnText(text: word.text, left: cell.box.left / RuledPage.tolerance))
    }
  }

  /// The cells of the page before that cells of a page go on from, by the number of the latter.
  private func seam(above page: RuledPage, _ number: Int) -> [Int: Int] {
    let open = cells.indices.filter { cells[$0].lastPage == number - 1 && cells[$0].cell.isLast }
      .sorted { cells[$0].cell.box.left < cells[$1].cell.box.left }
    var taken: Set<Int> = []
    var pairs: [(upper: Int, lower: Int)] = []
    for index in page.cells.indices where page.cells[index].isFirst {
      let left = page.cells[index].box.left - 2 * RuledPage.tolerance
      let near = open[open.partitioningIndex { cells[$0].cell.box.left >= left }...].prefix {
        cells[$0].cell.box.left <= left + 4 * RuledPage.tolerance
      }
      let above = near.prefix(8).first { !taken.contains($0) && cells[$0].cell.isAbove(page.cells[index]) }
      guard let above else { continue }
      taken.insert(above)
      pairs.append((above, index))
    }
    let heads = pairs.count { isPrinted(page.cells[$0.lower]) }
    let seam = PageSeam(
      pairs.map { (cells[$0.upper].cell, page.cells[$0.lower]) },
      isHeadRepeated: heads >= 2 || page.hasTextAbove)
    var joined: [Int: Int] = [:]
    for (pair, isJoined) in zip(pairs, seam.isJoined) where isJoined { joined[pair.lower] = pair.upper }
    return joined
  }

  /// Whether the same text stands in the same column on a page before: heads are printed again.
  private func isPrinted(_ cell: RuledPage.Cell) -> Bool {
    guard let word = cell.words.first, word.text.first ?? 0 >= 0x80 else { return false }
    return printed.contains(ColumnText(text: word.text, left: cell.box.left / RuledPage.tolerance))
  }

  /// The grid of all cells that hold text.
  private mutating func grid(columns: [Int]) -> Grid {
    var grid = Grid(layout: .table, source: .pages)
    for item in cells.sorted(by: { ($0.row, $0.cell.box.left) < ($1.row, $1.cell.box.left) })
    where !item.text.bytes.isEmpty {
      let column = columns.isEmpty ? 0 : Self.index(item.cell.box.left, in: columns)
      var cell = GridCell(
        file.append(item.text.bytes), row: item.row, column: Self.free(column, in: item.row, of: grid),
        place: item.place)
      cell.isCut = item.cell.isCut
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
    if text.bytes.isEmpty { place = next.place }
    lastPage = next.lastPage
    text.add(next.text)
    end = next.end
    if !next.cell.words.isEmpty { cell.words = next.cell.words }
    cell.isOpenBelow = next.cell.isOpenBelow
    cell.isLast = next.cell.isLast
    cell.isCut = cell.isCut || next.cell.isCut
  }
}

extension RuledPage.Cell {
  /// Whether another cell has the same sides.
  fileprivate func isAbove(_ other: RuledPage.Cell) -> Bool {
    abs(box.left - other.box.left) <= 2 * RuledPage.tolerance
      && abs(box.right - other.box.right) <= 2 * RuledPage.tolerance
  }
}
