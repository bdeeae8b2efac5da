/// Rows of cells between bars; texts with escapes are written anew, all others stay where they are.
struct PipeRows {
  private var cells: [GridCell] = []
  /// What has to be written anew; its ranges are moved behind the file's own text at the end.
  private var texts: [UInt8] = []
  private var rewritten: [Int] = []
  private var columns = TextColumn()
  private var row = 0

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    for block in PipeBlocks(text) {
      for line in block.lines { read(line, of: block, text) }
    }
  }

  private mutating func read(_ line: TextLine, of block: PipeBlock, _ text: UnsafeBufferPointer<UInt8>) {
    guard let bar = block.bar, PipeBar.any(in: line.range, of: text) == bar,
      !block.isClosed || PipeBar.first(of: line.range, in: text) == bar
    else { return readText(line, text) }
    if bar == .ascii, isPipeRule(line.range, in: text) { return }
    var start = line.range.lowerBound
    if bar.stands(at: start, before: line.range.upperBound, in: text) { start += bar.count }
    var column = 0
    var index = start
    while index < line.range.upperBound {
      if bar == .ascii, text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bar.stands(at: index, before: line.range.upperBound, in: text) {
        add(start..<index, column, line, text, isMarkdown: bar == .ascii)
        column += 1
        index += bar.count
        start = index
      } else {
        index += 1
      }
    }
    add(start..<line.range.upperBound, column, line, text, isMarkdown: bar == .ascii)
    row += 1
  }

  /// A line beside the tables; the signs of headings are left out.
  private mutating func readText(_ line: TextLine, _ text: UnsafeBufferPointer<UInt8>) {
    var start = line.range.lowerBound
    while start < line.range.upperBound, text[start] == UInt8(ascii: "#") { start += 1 }
    if text[line.range].starts(with: "```".utf8) { return }
    add(start..<line.range.upperBound, 0, line, text, isMarkdown: true)
    row += 1
  }

  @inline(__always)
  private mutating func add(
    _ range: Range<Int>, _ column: Int, _ line: TextLine, _ text: UnsafeBufferPointer<UInt8>, isMarkdown: Bool
  ) {
    guard range.lowerBound < range.upperBound else { return }
    var range = trimmed(text, range)
    if isMarkdown { range = withoutBold(range, text) }
    if range.isEmpty { return }
    guard isMarkdown, text[range].contains(where: { $0 == 0x5C || $0 == 0x26 || $0 == 0x3C }) else {
      cells.append(GridCell(range, row: row, column: column, place: GridCell.Place(line.number, line.start)))
      return
    }
    let place = GridCell.Place(line.number, -columns.column(of: range.lowerBound, text, line.start))
    let written = MarkdownText.append(text[range], to: &texts)
    if written.isEmpty { return }
    rewritten.append(cells.count)
    cells.append(GridCell(written, row: row, column: column, place: place))
  }

  /// Without `**` around the whole cell.
  private func withoutBold(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard range.count > 4, text[range].starts(with: "**".utf8), text[range].suffix(2).elementsEqual("**".utf8)
    else { return range }
    return trimmed(text, range.lowerBound + 2..<range.upperBound - 2)
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
