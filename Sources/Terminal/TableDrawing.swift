import ChineseText

/// Draws a table whose column widths are settled.
struct TableDrawing {
  private let grid: TextTable.Grid
  private let widths: [Int]
  private let signs: BorderSigns
  /// The wrapped lines of the cell that begins or continues in a row and column.
  private var cells: [[[String]]] = []
  /// Lines each row takes, the rule above it not counted.
  private var heights: [Int] = []

  init(grid: TextTable.Grid, widths: [Int], border: TextTable.Border) {
    self.grid = grid
    self.widths = widths
    signs = BorderSigns(border)
    cells = grid.texts.map { row in zip(row, widths).map { wrapped($0, width: $1) } }
    heights = settledHeights()
  }

  var lines: [String] {
    var lines: [String] = []
    if grid.hasHeader { lines += header }
    guard !heights.isEmpty else { return lines + [rule(above: nil, below: nil)] }
    for row in heights.indices {
      lines.append(rule(above: row > 0 ? row - 1 : nil, below: row))
      for line in 0..<heights[row] { lines.append(text(row, line)) }
    }
    return lines + [rule(above: heights.count - 1, below: nil)]
  }

  private var header: [String] {
    let cells = zip(grid.columns, widths).map {
      wrapped(visible($0.header, keepsLineBreaks: true), width: $1)
    }
    let height = cells.map(\.count).max() ?? 1
    let texts = (0..<height).map { line in
      joined(cells.indices.map { aligned(line < cells[$0].count ? cells[$0][line] : "", $0, .leading) })
    }
    return [horizontal(hasAbove: false, hasBelow: true)] + texts
  }

  // MARK: Heights

  private func settledHeights() -> [Int] {
    var heights = Array(repeating: 1, count: grid.texts.count)
    let spans = widths.indices.flatMap { column in self.spans(of: column).map { (column, $0) } }
    for (column, span) in spans.sorted(by: { $0.1.count < $1.1.count }) {
      let room = heights[span].reduce(0, +) + span.count - 1
      let lack = cells[span.lowerBound][column].count - room
      if lack > 0 { heights[span.upperBound] += lack }
    }
    return heights
  }

  private func spans(of column: Int) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for row in grid.texts.indices {
      if grid.continues[row][column], let last = spans.popLast() {
        spans.append(last.lowerBound...row)
      } else {
        spans.append(row...row)
      }
    }
    return spans
  }

  // MARK: Lines

  /// The line of a cell's text that stands `line` lines below the rule above `row` (−1: on the rule).
  private func part(_ row: Int, _ column: Int, _ line: Int) -> String {
    var first = row
    var offset = line
    while grid.continues[first][column], first > 0 {
      first -= 1
      offset += heights[first] + 1
    }
    let lines = cells[first][column]
    return lines.indices.contains(offset) ? lines[offset] : ""
  }

  private func text(_ row: Int, _ line: Int) -> String {
    joined(widths.indices.map { aligned(part(row, $0, line), $0, grid.columns[$0].alignment) })
  }

  private func aligned(_ text: String, _ column: Int, _ alignment: TextTable.Alignment) -> String {
    let missing = String(repeating: " ", count: max(0, widths[column] - displayWidth(of: text)))
    return alignment == .trailing ? " \(missing)\(text) " : " \(text)\(missing) "
  }

  private func joined(_ cells: [String]) -> String {
    let line = String(signs.vertical)
    return line + cells.joined(separator: line) + line
  }

  /// The rule between two rows; `nil` is the header above or nothing below.
  private func rule(above: Int?, below: Int?) -> String {
    guard above != nil, let below else {
      return horizontal(hasAbove: above != nil || grid.hasHeader, hasBelow: below != nil)
    }
    let isRule = widths.indices.map { !grid.continues[below][$0] }
    var line = ""
    for column in widths.indices {
      let before = column > 0 && isRule[column - 1]
      line.append(signs.junction(up: true, down: true, left: before, right: isRule[column]))
      line +=
        isRule[column]
        ? String(repeating: signs.horizontal, count: widths[column] + 2)
        : aligned(part(below, column, -1), column, grid.columns[column].alignment)
    }
    line.append(signs.junction(up: true, down: true, left: isRule.last ?? true, right: false))
    return line
  }

  private func horizontal(hasAbove: Bool, hasBelow: Bool) -> String {
    var line = ""
    for (column, width) in widths.enumerated() {
      line.append(signs.junction(up: hasAbove, down: hasBelow, left: column > 0, right: true))
      line += String(repeating: signs.horizontal, count: width + 2)
    }
    line.append(signs.junction(up: hasAbove, down: hasBelow, left: true, right: false))
    return line
  }
}

/// The characters of a table's lines.
private struct BorderSigns {
  let horizontal: Character
  let vertical: Character
  private let junctions: [Character]

  init(_ border: TextTable.Border) {
    switch border {
    case .box: (horizontal, vertical, junctions) = ("─", "│", Array(" ╶╴─╷┌┐┬╵└┘┴│├┤┼"))
    case .ascii: (horizontal, vertical, junctions) = ("-", "|", Array(" ---++++++++|+++"))
    }
  }

  func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> Character {
    junctions[(up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)]
  }
}
