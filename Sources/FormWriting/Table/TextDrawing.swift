import ChineseText

/// Draws blocks one below the other as one table with box lines; every line is exactly `width` wide.
struct TextDrawing {
  private struct Box {
    /// Positions of the lines at its left and right.
    var left: Int
    var right: Int
    var firstRow: Int
    var lastRow: Int
    var lines: [String]
    var alignment: FormTable.Alignment
    var padding: Int
  }

  private let width: Int
  private var boxes: [Box] = []
  /// The boxes of each row, merged ones in every row they cover, from left to right.
  private var rows: [[Int]] = []
  private var heights: [Int] = []
  /// The line of the drawing each row begins at.
  private var starts: [Int] = []

  /// - Returns: `nil` when a block does not fit into the width.
  init?(_ blocks: [FormTable.Block], width: Int) {
    self.width = width
    for block in blocks {
      guard let columns = TextColumns(of: block, width: width) else { return nil }
      add(block, widths: columns.widths)
    }
    for row in rows.indices { rows[row].sort { boxes[$0].left < boxes[$1].left } }
    measure()
  }

  private mutating func add(_ block: FormTable.Block, widths: [Int]) {
    var edges = [0]
    for width in widths { edges.append((edges.last ?? 0) + width + 1) }
    let first = rows.count
    rows += Array(repeating: [], count: block.rows.count)
    for (row, cells) in block.rows.enumerated() {
      for cell in cells {
        let box = self.box(cell, row: first + row, edges: edges)
        for covered in box.firstRow...box.lastRow { rows[covered].append(boxes.count) }
        boxes.append(box)
      }
    }
  }

  private func box(_ cell: FormTable.Cell, row: Int, edges: [Int]) -> Box {
    let left = edges[cell.column]
    let right = edges[cell.column + cell.columnSpan]
    let inner = right - left - 1
    let padding = inner >= TextColumns.minimum ? 1 : 0
    return Box(
      left: left, right: right, firstRow: row, lastRow: row + cell.rowSpan - 1,
      lines: lines(of: cell, width: inner - 2 * padding), alignment: cell.alignment, padding: padding)
  }

  /// Centred names are broken into lines of about the same length.
  private func lines(of cell: FormTable.Cell, width: Int) -> [String] {
    let lines = fitted(cell.text, width: width)
    guard cell.alignment == .center, lines.count > 1 else { return lines }
    let narrowest = (2..<width).first { fitted(cell.text, width: $0).count == lines.count }
    return narrowest.map { fitted(cell.text, width: $0) } ?? lines
  }

  /// A row is as high as its highest box; what a merged box lacks is given to its last row.
  private mutating func measure() {
    heights = Array(repeating: 1, count: rows.count)
    for box in boxes where box.firstRow == box.lastRow {
      heights[box.firstRow] = max(heights[box.firstRow], box.lines.count)
    }
    for box in boxes.sorted(by: { $0.lastRow < $1.lastRow }) where box.firstRow < box.lastRow {
      let height = heights[box.firstRow...box.lastRow].reduce(box.lastRow - box.firstRow, +)
      heights[box.lastRow] += max(0, box.lines.count - height)
    }
    var line = 1
    for height in heights {
      starts.append(line)
      line += height + 1
    }
  }

  /// The lines from the upper border to the lower one; none when there is nothing to draw.
  func lines() -> [String] {
    guard !rows.isEmpty else { return [] }
    var lines = [border(above: nil, below: 0)]
    for row in rows.indices {
      for line in starts[row]..<(starts[row] + heights[row]) { lines.append(content(row, line: line)) }
      lines.append(border(above: row, below: row + 1 < rows.count ? row + 1 : nil))
    }
    return lines
  }

  private func content(_ row: Int, line: Int) -> String {
    rows[row].reduce("│") { $0 + text(of: boxes[$1], line: line) + "│" }
  }

  private func text(of box: Box, line: Int) -> String {
    let place = line - starts[box.firstRow]
    let text = box.lines.indices.contains(place) ? box.lines[place] : ""
    let blanks = String(repeating: " ", count: box.padding)
    let inner = box.right - box.left - 1 - 2 * box.padding
    return blanks + placed(text, width: inner, alignment: box.alignment) + blanks
  }

  /// The line between two rows; boxes merged over both go through it.
  private func border(above: Int?, below: Int?) -> String {
    let upper = above.map { rows[$0].map { boxes[$0] } } ?? []
    let lower = below.map { rows[$0].map { boxes[$0] } } ?? []
    let through = upper.filter { box in below.map { $0 <= box.lastRow } ?? false }
    let up = Set(upper.flatMap { [$0.left, $0.right] })
    let down = Set(lower.flatMap { [$0.left, $0.right] })
    let line = above.map { starts[$0] + heights[$0] } ?? 0
    var result = ""
    var isLineLeft = false
    let edges = up.union(down).sorted()
    for (place, edge) in edges.enumerated() {
      let box = through.first { $0.left == edge }
      let isLineRight = place + 1 < edges.count && box == nil
      result += junction(
        up: up.contains(edge), down: down.contains(edge), left: isLineLeft, right: isLineRight)
      isLineLeft = isLineRight
      guard place + 1 < edges.count else { break }
      result +=
        box.map { text(of: $0, line: line) } ?? String(repeating: "─", count: edges[place + 1] - edge - 1)
    }
    return result
  }

  private func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
    switch (up, down, left, right) {
    case (true, true, true, true): "┼"
    case (true, true, true, false): "┤"
    case (true, true, false, true): "├"
    case (true, true, false, false): "│"
    case (true, false, true, true): "┴"
    case (true, false, true, false): "┘"
    case (true, false, false, _): "└"
    case (false, true, true, true): "┬"
    case (false, true, true, false): "┐"
    case (false, true, false, _): "┌"
    case (false, false, _, _): "─"
    }
  }
}
