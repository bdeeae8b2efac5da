/// A table drawn with lines, read by its geometry: cells merged over rows and columns as they are drawn.
struct BoxTable {
  /// One cell as it is drawn.
  struct Box {
    /// Terminal columns of the lines at its left and right.
    var left: Int
    var right: Int
    var firstRow: Int
    var lastRow: Int
    var line: TextLine
    var text: BoxText
  }

  private(set) var boxes: [Box] = []
  private(set) var rowCount = 0
  /// The boxes of the row that is being read, from left to right.
  private var open: [Int] = []
  /// Lines that do not fit into the drawing.
  private(set) var strays: [TextLine] = []

  /// Reads one line of the table.
  ///
  /// - Parameter next: the line below, which tells of which arms of a `+` are drawn.
  mutating func read(_ line: BoxLine, next: BoxLine?, _ text: UnsafeBufferPointer<UInt8>) {
    let isRule = isRule(line)
    // Without a line above it, the first row's own bars are its edges.
    if isRule || open.isEmpty { rule(line, next: isRule ? next : line, text) }
    if !isRule { content(line, text) }
    keepBeside(line, text)
  }

  /// What stands to the right of the drawing is a line of its own.
  private mutating func keepBeside(_ line: BoxLine, _ text: UnsafeBufferPointer<UInt8>) {
    guard let last = open.last, line.width > boxes[last].right + 1, strays.last?.number != line.line.number
    else {
      return
    }
    let range = trimmed(text, line.range(between: boxes[last].right, and: line.width))
    if !range.isEmpty {
      strays.append(TextLine(range: range, start: line.line.start, number: line.line.number))
    }
  }

  /// The edges of the row that is being read.
  private var edges: [Int] { open.first.map { [boxes[$0].left] + open.map { boxes[$0].right } } ?? [] }

  private func isRule(_ line: BoxLine) -> Bool {
    if line.isRule { return true }
    return edges.contains { !line[$0].isDisjoint(with: .horizontal) && !line[$0].isDisjoint(with: .vertical) }
  }

  // MARK: Lines between rows

  private mutating func rule(_ line: BoxLine, next: BoxLine?, _ text: UnsafeBufferPointer<UInt8>) {
    var through: [Int] = []
    for index in open where !line.hasDash(behind: boxes[index].left) {
      boxes[index].text.add(line.range(between: boxes[index].left, and: boxes[index].right), text)
      through.append(index)
    }
    let inside = through.flatMap { Array(boxes[$0].left + 1..<boxes[$0].right) }
    let columns = Set(line.columns { $0.contains(.down) }).subtracting(inside).sorted()
    let edges = columns.filter { column in
      guard line[column].contains(.ascii), let next else { return true }
      return next[column].contains(.vertical)
    }
    open = []
    guard edges.count > 1 else { return }
    for (left, right) in zip(edges, edges.dropFirst()) {
      if let index = through.first(where: { boxes[$0].left == left && boxes[$0].right == right }) {
        boxes[index].lastRow = rowCount
        open.append(index)
      } else {
        open.append(boxes.count)
        boxes.append(
          Box(
            left: left, right: right, firstRow: rowCount, lastRow: rowCount, line: line.line,
            text: BoxText(room: max(1, right - left - 3))))
      }
    }
    rowCount += 1
  }

  // MARK: Lines of text

  private mutating func content(_ line: BoxLine, _ text: UnsafeBufferPointer<UInt8>) {
    var bars = edges
    if !bars.allSatisfy({ line[$0].isBar }) {
      // A program that takes other characters for wide draws by its own measure.
      let drawn = line.columns { $0.isBar }
      guard drawn.count == bars.count else {
        strays.append(line.line)
        return
      }
      bars = drawn
    }
    for (place, index) in open.enumerated() {
      let inside = line.range(between: bars[place], and: bars[place + 1])
      if boxes[index].text.filled.isEmpty { boxes[index].line = line.line }
      boxes[index].text.add(inside, text)
    }
  }
}
