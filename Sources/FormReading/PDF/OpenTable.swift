import FormModel

/// The pages of a table without ruled lines as a grid: blocks of text as cells, gaps between them as borders.
struct OpenTable {
  private(set) var file = GridFile()
  private var cells: [OpenCell] = []
  private var rows = Intervals()
  private var columns = Intervals()
  private let words: FormWords

  /// - Parameter pages: with the words in the order in which they are drawn.
  /// - Parameter shifts: how far each page's paper lies below that of the page before, where that is known.
  init(pages: [PDFPage], shifts: [Int?] = [], words: FormWords) {
    self.words = words
    var (bottom, top) = (0, 0)
    for (index, page) in pages.enumerated() {
      let shift = index < shifts.count ? shifts[index] : nil
      stack(page, below: &bottom, paper: &top, shift)
    }
    findRows()
    findColumns()
    for rank in [TableColumn.level1, .level2] { spread(rank) }
    attachLabels()
    emit()
  }

  /// The blocks of a page below those of the page before, as the table goes on there.
  private mutating func stack(
    _ page: PDFPage, below bottom: inout Int, paper: inout Int, _ known: Int?
  ) {
    let blocks = TextBlock.blocks(page.words, .wrapped)
    guard let top = blocks.map(\.box.top).min() else { return }
    let shift = known.map { paper + $0 } ?? bottom - top
    paper = shift
    var label = FoldedLabel()
    for block in blocks {
      var cell = OpenCell(block)
      cell.box.top += shift
      cell.box.bottom += shift
      if label.fold(cell.text.bytes, 0..<cell.text.bytes.count) {
        cell.word = words.match(label)?.word
        cell.isTitle = cell.word == nil && words.titleKind(of: label) != nil
      }
      cells.append(cell)
      bottom = max(bottom, cell.box.bottom)
    }
    bottom += blocks.map { $0.box.height / max(1, $0.lines.count) }.min().map { $0 / 2 } ?? 0
  }

  // MARK: Rows and columns

  private mutating func findRows() {
    for cell in cells.sorted(by: { ($0.box.height, $0.box.top) < ($1.box.height, $1.box.top) }) {
      rows.add(cell.box.top, cell.box.bottom, percent: 50)
    }
    for index in cells.indices {
      let box = cells[index].box
      let covered = rows.overlapping(box.top, box.bottom, percent: 50)
      let row = rows.index(of: box.center)
      cells[index].row = covered.isEmpty || covered.contains(row) ? row : covered.lowerBound
    }
  }

  /// Rows of several cells tell where columns are; a title or a wide text does not.
  private mutating func findColumns() {
    var counts = [Int](repeating: 0, count: rows.all.count)
    for cell in cells { counts[cell.row] += 1 }
    let order = cells.sorted { ($0.box.width, $0.box.left) < ($1.box.width, $1.box.left) }
    for isTable in [true, false] {
      for cell in order where (counts[cell.row] >= 3) == isTable {
        if isTable || columns.overlapping(cell.box.left, cell.box.right, percent: 5).isEmpty {
          columns.add(cell.box.left, cell.box.right, percent: 5)
        }
      }
    }
    for index in cells.indices {
      let box = cells[index].box
      let covered = columns.overlapping(box.left, box.right, percent: 5)
      cells[index].column = covered.isEmpty ? columns.index(of: box.left) : covered.lowerBound
      cells[index].columnSpan = max(1, covered.count)
    }
  }

  // MARK: Merged cells

  /// Spreads the names of a level over the rows they stand beside.
  private mutating func spread(_ rank: TableColumn) {
    let order = cells.indices.sorted { (cells[$0].row, cells[$0].column) < (cells[$1].row, cells[$1].column) }
    var byRow = [[Int]](repeating: [], count: rows.all.count)
    for index in order { byRow[cells[index].row].append(index) }
    var next = 0
    while next < byRow.count {
      guard let head = byRow[next].first(where: { cells[$0].word?.column == rank }),
        let name = byRow[next].first(where: { cells[$0].word?.column == .level3 })
      else {
        next += 1
        continue
      }
      let end = (next + 1..<byRow.count).first { endsTable(byRow[$0]) } ?? byRow.count
      spread(byRow[(next + 1)..<end].flatMap { $0 }, below: cells[head], before: cells[name].column)
      next = end
    }
  }

  private func endsTable(_ row: [Int]) -> Bool {
    row.contains { cells[$0].isTitle || cells[$0].word?.isTotal == true }
      || row.contains { cells[$0].word?.column == .level1 }
        && row.contains { cells[$0].word?.column == .level3 }
      || row.first.flatMap { cells[$0].word?.field }.map { words.fields[Int($0)] == .field(.project) } == true
  }

  private mutating func spread(_ table: [Int], below head: OpenCell, before name: Int) {
    let names = table.filter {
      cells[$0].column >= head.column
        && cells[$0].column < max(head.column + head.columnSpan, head.column + 1)
        && cells[$0].column < name && cells[$0].word?.section == nil
    }
    var inner = Set(table.filter { cells[$0].column >= name }.map { cells[$0].row }).sorted()
    // A row of one cell that is no name is a note or a wrapped value.
    let named = Set(table.filter { cells[$0].column == name }.map { cells[$0].row })
    if !named.isEmpty { inner = inner.filter(named.contains) }
    let groups = LevelSpans(
      names: names.map { (cells[$0].box.center, cells[$0].box.top) },
      rows: inner.map { (rows.all[$0].low, rows.all[$0].high) })
    guard let starts = groups.starts else { return }
    for (index, range) in zip(names, starts) {
      cells[index].row = inner[range.lowerBound]
      cells[index].rowSpan = inner[range.upperBound - 1] - inner[range.lowerBound] + 1
    }
  }

  /// Whether a cell is a label of the goals.
  private func isGoal(_ cell: OpenCell) -> Bool {
    guard let word = cell.word, word.column == nil else { return false }
    if word.section == .goals { return true }
    guard let field = word.field, case .field(let key) = words.fields[Int(field)] else { return false }
    return key.group == "goals"
  }

  /// The label of the goals that stands between its rows, as a merged cell prints it, to the row above.
  private mutating func attachLabels() {
    var counts = [Int](repeating: 0, count: rows.all.count)
    var above = [Bool](repeating: false, count: rows.all.count)
    for cell in cells {
      counts[cell.row] += 1
      if isGoal(cell) { above[cell.row] = true }
    }
    for index in cells.indices {
      let cell = cells[index]
      guard cell.row > 0, counts[cell.row] == 1, isGoal(cell), above[cell.row - 1] else { continue }
      cells[index].row -= 1
    }
  }

  // MARK: The grid

  private mutating func emit() {
    var grid = Grid(layout: .table, source: .pages)
    let taken = Set(cells.map(\.row)).sorted()
    var (last, column) = (-1, 0)
    for cell in cells.sorted(by: { ($0.row, $0.column, $0.box.top) < ($1.row, $1.column, $1.box.top) }) {
      column = cell.row == last ? max(cell.column, column) : cell.column
      last = cell.row
      let row = taken.partitioningIndex { $0 >= cell.row }
      var made = GridCell(file.append(cell.text.bytes), row: row, column: column, place: cell.place)
      let span = taken.partitioningIndex { $0 >= cell.row + cell.rowSpan } - row
      made.rowSpan = Int32(clamping: max(1, span))
      made.columnSpan = Int32(clamping: cell.columnSpan)
      grid.cells.append(made)
      column += cell.columnSpan
    }
    file.grids = [grid]
  }
}

/// A block of text as a cell.
private struct OpenCell {
  var box: Box
  var text: PDFCellText
  var place: GridCell.Place
  var word: Word?
  var isTitle = false
  var row = 0
  var rowSpan = 1
  var column = 0
  var columnSpan = 1

  init(_ block: TextBlock) {
    box = block.box
    text = PDFCellText(block.words, width: block.box.width)
    let first = block.lines.first?.first
    place = GridCell.Place(first?.page ?? 1, first?.line ?? 1)
  }
}
