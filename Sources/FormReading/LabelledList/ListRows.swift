import ChineseText

/// The rows of lines that list a form under titles in `【】`, as this program shows it on a narrow terminal.
///
/// The blanks before a line tell what it is; see `TextList` of the module that writes it. Where all of them are gone,
/// a line without a label goes on with the one above that has no room left.
struct ListRows {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: [ListLine]
  /// Blanks before the whole list.
  private let margin: Int
  /// For each line the blanks that make one step.
  private let steps: [Int]
  /// Terminal columns of the longest line.
  private let width: Int
  /// Whether no line stands deeper than another.
  private let isFlat: Bool

  /// Whether lines have titles in `【】` and labels.
  static func recognises(_ lines: ArraySlice<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Labels take longer to look for.
    guard lines.contains(where: { ListLine($0, bytes).beginsTitle(bytes) }) else { return false }
    var titles = 0
    var labels = 0
    for line in lines where !line.range.isEmpty {
      let line = ListLine(line, bytes)
      if line.beginsTitle(bytes) { titles += 1 } else if line.hasLabel(bytes) { labels += 1 }
    }
    return titles > 0 && labels > titles
  }

  init(_ lines: ArraySlice<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let lines = lines.map { ListLine($0, bytes) }
    let margin = lines.filter { $0.beginsTitle(bytes) }.map(\.indent).min() ?? 0
    self.lines = lines
    self.bytes = bytes
    self.margin = margin
    isFlat = lines.allSatisfy { $0.isBlank || $0.indent <= margin }
    steps = Self.steps(of: lines, margin: margin, bytes)
    width =
      lines.map { displayWidth(of: String(decoding: bytes[$0.line.range], as: UTF8.self)) + $0.indent }
      .max() ?? 0
  }

  /// Lists of several widths may stand in one text: each of their parts tells its own steps.
  private static func steps(
    of lines: [ListLine], margin: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var steps: [Int] = []
    for part in lines.indices.split(whereSeparator: { lines[$0].isBlank }) {
      let first = lines[part.lowerBound]
      let isTitled = first.beginsTitle(bytes)
      // Without a title, nothing but the rest of broken lines stands deeper.
      let isNarrow = part.contains { index in
        let indent = lines[index].indent - margin
        return indent == 1 || !isTitled && (2...3).contains(indent)
      }
      let above = steps.last ?? 2
      steps += Array(repeating: above, count: part.lowerBound - steps.count)
      // A paragraph below a blank line is part of the text above it.
      steps += Array(repeating: first.indent > margin ? above : isNarrow ? 1 : 2, count: part.count)
    }
    return steps + Array(repeating: 2, count: lines.count - steps.count)
  }

  /// Adds all rows.
  func add(to cells: inout TextCells) {
    for block in blocks {
      for row in block.rows {
        for cell in row { cells.add(cell.text, column: cell.column, of: cell.line) }
        cells.row += 1
      }
    }
  }

  // MARK: Blocks

  private var blocks: [ListBlock] {
    var blocks: [ListBlock] = []
    var items: [ListItem] = []
    var blankLines = 0
    for (line, step) in zip(lines, steps) {
      if line.isBlank {
        blankLines += 1
        continue
      }
      let indent = max(0, line.indent - margin)
      if let last = items.indices.last, goesOn(line, indent: indent, step, after: items[last], blankLines) {
        add(line, indent: indent, step, to: &items[last], blankLines)
      } else {
        if blankLines > 0 || indent == 0 && line.beginsTitle(bytes) {
          blocks.append(block(of: items))
          items = []
        }
        items.append(ListItem(line, indent: indent, bytes))
      }
      blankLines = 0
    }
    return blocks + [block(of: items)]
  }

  private func block(of items: [ListItem]) -> ListBlock {
    ListBlock(
      items.map { item in
        let text = item.joined(bytes, room: room(of: item))
        let label = ListLabel.label(of: text[...]).map(String.init)
        return ListBlock.Entry(line: item.line, indent: item.indent, text: text, label: label)
      })
  }

  /// Terminal columns for the lines of an item below its first one.
  private func room(of item: ListItem) -> Int { max(1, width - margin - item.indent - 4) }

  // MARK: Lines that go on

  /// Whether a line belongs to the text of the item above.
  private func goesOn(
    _ line: ListLine, indent: Int, _ step: Int, after item: ListItem, _ blankLines: Int
  ) -> Bool {
    if blankLines > 0 { return indent >= item.indent + 3 * step }
    if indent >= item.indent + 2 * step { return true }
    guard isFlat, item.hasLabel, !line.hasLabel(bytes) else { return false }
    return BoxText.isFull(
      string(item.lastText), before: string(line.line.range), room: width - margin - indent)
  }

  private func add(
    _ line: ListLine, indent: Int, _ step: Int, to item: inout ListItem, _ blankLines: Int
  ) {
    let blanks = indent - item.indent - 3 * step
    if blanks >= 0 {
      item.add(line, breaks: blankLines + 1, blanks: blanks)
    } else {
      item.add(line, breaks: 0, blanks: max(0, indent - item.indent - 2 * step))
    }
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
