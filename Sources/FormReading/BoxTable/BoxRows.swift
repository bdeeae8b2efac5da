/// The rows of drawn tables and of the lines beside them.
struct BoxRows {
  private var cells: [GridCell] = []
  /// Texts put together from several lines; their ranges are moved behind the file's own text at the end.
  private var texts: [UInt8] = []
  private var rewritten: [Int] = []
  private var row = 0

  /// Whether a line can be part of a drawing, by its first byte.
  static func mayBegin(_ line: TextLine, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !line.range.isEmpty else { return false }
    let first = text[line.range.lowerBound]
    return first == 0xE2 || first == UInt8(ascii: "+") || first == UInt8(ascii: "|")
  }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var table: [BoxLine] = []
    for line in TextLines(text) {
      if Self.mayBegin(line, text), let drawn = BoxLine(line, text), drawn.isDrawn {
        table.append(drawn)
        continue
      }
      finish(&table, text)
      if !line.range.isEmpty { addText(line.range, line) }
    }
    finish(&table, text)
  }

  private mutating func addText(_ range: Range<Int>, _ line: TextLine) {
    cells.append(GridCell(range, row: row, column: 0, place: GridCell.Place(line.number, line.start)))
    row += 1
  }

  /// Adds the rows of a table whose lines are all known.
  private mutating func finish(_ lines: inout [BoxLine], _ text: UnsafeBufferPointer<UInt8>) {
    guard !lines.isEmpty else { return }
    var table = BoxTable()
    for (index, line) in lines.enumerated() {
      table.read(line, next: index + 1 < lines.count ? lines[index + 1] : nil, text)
    }
    add(table, text)
    for line in table.strays { addText(line.range, line) }
    lines = []
  }

  private mutating func add(_ table: BoxTable, _ text: UnsafeBufferPointer<UInt8>) {
    let edges = Set(table.boxes.flatMap { [$0.left, $0.right] }).sorted()
    let columns = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
    let boxes = table.boxes.sorted { ($0.firstRow, $0.left) < ($1.firstRow, $1.left) }
    for box in boxes {
      guard let left = columns[box.left], let right = columns[box.right] else { continue }
      add(box, column: left, columnSpan: right - left, text)
    }
    row += table.rowCount
  }

  private mutating func add(
    _ box: BoxTable.Box, column: Int, columnSpan: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    let lines = box.text.filled
    guard let first = lines.first else { return }
    var place = GridCell.Place(box.line.number, box.line.start)
    var range = first
    if lines.count > 1 {
      var columns = TextColumn()
      place = GridCell.Place(box.line.number, -columns.column(of: first.lowerBound, text, box.line.start))
      rewritten.append(cells.count)
      let start = texts.count
      texts.append(contentsOf: box.text.joined(text).utf8)
      range = start..<texts.count
    }
    var cell = GridCell(range, row: row + box.firstRow, column: column, place: place)
    cell.rowSpan = Int32(clamping: box.lastRow - box.firstRow + 1)
    cell.columnSpan = Int32(clamping: columnSpan)
    cells.append(cell)
  }

  func file(of content: [UInt8]) -> GridFile {
    var cells = cells
    for index in rewritten {
      cells[index].start += Int32(clamping: content.count)
      cells[index].end += Int32(clamping: content.count)
    }
    return GridFile(
      text: texts.isEmpty ? content : content + texts,
      grids: [Grid(layout: .table, source: .text, cells: cells)])
  }
}
