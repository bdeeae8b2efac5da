/// The rows of a text that lists a form under titles in `【】`, as this program shows it on a narrow terminal.
struct ListRows {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var width = 0
  /// Labels that occur more than once.
  private var known: Set<String> = []
  private var file: GridFile
  private var cells: [GridCell] = []

  /// Whether a text has titles in `【】` and labels.
  static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var titles = 0
    var labels = 0
    for line in TextLines(bytes) where !line.range.isEmpty && line.range.count < 1024 {
      let line = ListLine(line, bytes)
      if line.title != nil { titles += 1 } else if line.label != nil { labels += 1 }
    }
    return titles > 0 && labels > titles
  }

  init(_ content: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    file = GridFile(text: content)
  }

  /// Reads the whole text.
  mutating func read() -> GridFile {
    let lines = TextLines(bytes).map { ListLine($0, bytes) }
    width = lines.map(\.width).max() ?? 0
    var seen: Set<String> = []
    for label in lines.compactMap(\.label) where !seen.insert(label).inserted { known.insert(label) }
    var row = 0
    for block in blocks(lines) {
      for texts in block.rows(bytes) {
        for text in texts { add(text, row: row) }
        row += 1
      }
    }
    file.grids = [Grid(layout: .table, source: .text, cells: cells)]
    return file
  }

  private mutating func add(_ text: (column: Int, text: String, line: TextLine), row: Int) {
    guard !text.text.isEmpty else { return }
    let place = GridCell.Place(text.line.number, -1 - (text.line.range.lowerBound - text.line.start))
    cells.append(GridCell(file.append(text.text.utf8), row: row, column: text.column, place: place))
  }

  // MARK: Blocks

  private func blocks(_ lines: [ListLine]) -> [ListBlock] {
    var blocks: [ListBlock] = []
    var block = ListBlock()
    var last: ListLine?
    for line in lines {
      if line.line.range.isEmpty, line.indent == 0 || block.items.isEmpty {
        blocks.append(block)
        block = ListBlock()
        last = nil
      } else if let title = line.title, block.items.isEmpty {
        block.title = title
        block.titleLine = line.line
      } else if let above = last, continues(line, above), !block.items.isEmpty {
        block.items[block.items.count - 1].add(line, bytes)
        last = line
      } else {
        block.items.append(ListItem(line, width: width, bytes))
        last = line
      }
    }
    return blocks + [block]
  }

  /// Whether a line goes on with the text of the line above.
  private func continues(_ line: ListLine, _ above: ListLine) -> Bool {
    if line.line.range.isEmpty { return true }
    guard line.indent == above.indent, line.indent > 0 || line.label == nil else { return false }
    guard let label = line.label else { return true }
    return !known.contains(label) && label.count > 8 && above.width + 2 > width
  }
}
