import ChineseText

/// The rows of drawn tables and of the lines beside them, which may be lists.
struct BoxRows {
  private let text: UnsafeBufferPointer<UInt8>
  private var cells: TextCells
  /// Lines since the last table.
  private var beside: [TextLine] = []

  /// - Parameters:
  ///   - content: the text of the file.
  ///   - text: the same.
  init(_ content: [UInt8], _ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    cells = TextCells(content)
  }

  /// Whether a line can be part of a drawing, by its first byte.
  static func mayBegin(_ line: TextLine, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !line.range.isEmpty else { return false }
    let first = text[line.range.lowerBound]
    return first == 0xE2 || first == UInt8(ascii: "+") || first == UInt8(ascii: "|")
  }

  /// Reads the whole text.
  mutating func read() -> GridFile {
    var table: [BoxLine] = []
    for line in QuotedLines(text) {
      if Self.mayBegin(line, text), let drawn = BoxLine(line, text), drawn.isDrawn {
        table.append(drawn)
        continue
      }
      finish(&table)
      beside.append(line)
    }
    finish(&table)
    addLines(beside[...])
    return cells.file
  }

  /// Adds the rows of a table whose lines are all known.
  private mutating func finish(_ lines: inout [BoxLine]) {
    guard !lines.isEmpty else { return }
    defer { lines = [] }
    // A line of text may begin with a bar.
    guard lines.contains(where: \.isRule) || lines.allSatisfy(\.isBetweenBars) else {
      beside += lines.map(\.line)
      return
    }
    let table = drawnTable(measured(lines))
    let heading = TableHeading(above: table, beside, text)
    addLines(beside.dropLast(heading.lines.count))
    beside = []
    heading.add(to: &cells)
    add(table)
    for line in table.strays { cells.addRow(line.range, of: line) }
  }

  // MARK: Lines beside the tables

  private mutating func addLines(_ lines: ArraySlice<TextLine>) {
    if ListRows.recognises(lines, text) {
      ListRows(lines, text).add(to: &cells)
    } else {
      for line in lines where !line.range.isEmpty { cells.addRow(line.range, of: line) }
    }
  }

  // MARK: Tables

  private func drawnTable(_ lines: [BoxLine]) -> BoxTable {
    var table = BoxTable()
    for (index, line) in lines.enumerated() {
      table.read(line, next: index + 1 < lines.count ? lines[index + 1] : nil, text)
    }
    return table
  }

  /// The lines as the program measured them that drew them: all are equally wide.
  private func measured(_ lines: [BoxLine]) -> [BoxLine] {
    if Self.isEven(lines) { return lines }
    let wide = lines.compactMap { BoxLine($0.line, text, isAmbiguousWide: true) }
    return Self.isEven(wide) ? wide : lines
  }

  private static func isEven(_ lines: [BoxLine]) -> Bool { lines.allSatisfy { $0.width == lines[0].width } }

  private mutating func add(_ table: BoxTable) {
    let edges = Set(table.boxes.flatMap { [$0.left, $0.right] }).sorted()
    let columns = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
    let boxes = table.boxes.sorted { ($0.firstRow, $0.left) < ($1.firstRow, $1.left) }
    for box in boxes {
      guard let left = columns[box.left], let right = columns[box.right] else { continue }
      add(box, column: left, columnSpan: right - left)
    }
    cells.row += table.rowCount
  }

  private mutating func add(_ box: BoxTable.Box, column: Int, columnSpan: Int) {
    let lines = box.text.filled
    guard let first = lines.first else { return }
    var place = GridCell.Place(box.line.number, box.line.start)
    var range = first
    if lines.count > 1 {
      var columns = TextColumn()
      place = GridCell.Place(box.line.number, -columns.column(of: first.lowerBound, text, box.line.start))
      range = cells.store(box.text.joined(text))
    }
    var cell = GridCell(range, row: cells.row + box.firstRow, column: column, place: place)
    cell.rowSpan = Int32(clamping: box.lastRow - box.firstRow + 1)
    cell.columnSpan = Int32(clamping: columnSpan)
    cells.add(cell)
  }
}
