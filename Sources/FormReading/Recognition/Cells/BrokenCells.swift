/// Joins the labels of tab-separated text that are broken over lines: `年度⏎总体⏎目标<TAB>预期目标`.
///
/// Only what becomes a label is joined. A value that goes on in the next line is left to the part of the form it
/// stands in.
struct BrokenCells {
  let words: FormWords
  private var label = FoldedLabel()

  /// More lines no label is broken over.
  private static let mostLines = 5
  /// In bytes, line breaks and blanks included.
  private static let longestLabel = 90

  init(words: FormWords) { self.words = words }

  /// The grid with such cells joined; its rows are numbered anew.
  mutating func mended(_ grid: Grid, in text: [UInt8]) -> Grid {
    guard grid.layout == .shifted, case .text = grid.source else { return grid }
    var index = 1
    while index < grid.cells.count {
      if grid.cells[index].column == 0,
        end(of: grid.cells[index - 1], goingOnAt: index, grid.cells, text) != nil
      {
        var result = grid
        result.cells = joined(grid.cells, from: index, text)
        return result
      }
      index += 1
    }
    return grid
  }

  /// All cells, joined from `first` on.
  private mutating func joined(_ cells: [GridCell], from first: Int, _ text: [UInt8]) -> [GridCell] {
    var result = Array(cells[..<first])
    var (index, lines, columns) = (first, Int32(0), Int32(0))
    var row = cells[first - 1].row
    while index < cells.count {
      if let end = end(of: result[result.count - 1], goingOnAt: index, cells, text) {
        lines += cells[end].row - row
        row = cells[end].row
        columns = result[result.count - 1].column
        result[result.count - 1].end = cells[end].end
        index = end + 1
        continue
      }
      var cell = cells[index]
      if cell.row != row { (row, columns) = (cell.row, 0) }
      cell.row -= lines
      cell.column += columns
      result.append(cell)
      index += 1
    }
    return result
  }

  /// The cell that completes a label that a cell at the end of its line begins; `nil` where there is none.
  private mutating func end(of cell: GridCell, goingOnAt index: Int, _ cells: [GridCell], _ text: [UInt8])
    -> Int?
  {
    // （2023年度） and 1. are whole.
    guard cell.end > cell.start, text[Int(cell.end) - 1] >= 0x80, !endsBracket(cell, text) else { return nil }
    var last = cell
    for next in index..<min(cells.count, index + Self.mostLines) {
      let part = cells[next]
      guard part.column == 0, endsLine(last, before: part, text), part.end - cell.start <= Self.longestLabel
      else { return nil }
      if label.fold(text, Int(cell.start)..<Int(part.end)), words.match(label) != nil { return next }
      last = part
    }
    return nil
  }

  /// Whether a text ends in ）.
  private func endsBracket(_ cell: GridCell, _ text: [UInt8]) -> Bool {
    let end = Int(cell.end)
    return cell.end - cell.start >= 3 && text[end - 1] == 0x89 && text[end - 2] == 0xBC
      && text[end - 3] == 0xEF
  }

  /// Whether nothing but one line break stands between two cells.
  private func endsLine(_ cell: GridCell, before next: GridCell, _ text: [UInt8]) -> Bool {
    guard next.start - cell.end <= 8 else { return false }
    var breaks = 0
    for byte in text[Int(cell.end)..<Int(next.start)] {
      if byte == 0x09 { return false }
      if byte == 0x0A { breaks += 1 }
    }
    return breaks == 1
  }
}
