/// The merged areas of a sheet, laid over its cells.
struct MergedAreas {
  private let areas: [CellArea]
  private let hidden: HiddenLines
  /// Areas that reach the row being looked at, by their first column; they do not overlap.
  private var open: [Open] = []
  private var next = 0
  /// The first row at which one of them has ended.
  private var nextEnd = 0

  private struct Open {
    var area: CellArea
    /// The text of its first cell.
    var shown = 0..<0
  }

  /// - Parameter hidden: the rows and columns that are not shown.
  init(_ areas: [CellArea], hidden: HiddenLines) {
    self.hidden = hidden
    self.areas = areas.sorted {
      ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column)
    }
  }

  /// First cells get their spans, cut to what the sheet holds, and stand where the area is first shown. What a merged area covers is hidden, and left out where
  /// it says what the first cell says.
  ///
  /// - Parameters:
  ///   - cells: by row and then by column.
  ///   - text: the buffer of their texts.
  consuming func apply(to cells: [GridCell], in text: [UInt8]) -> [GridCell] {
    guard !areas.isEmpty, let last = cells.last else { return cells }
    let width = cells.reduce(0) { max($0, $1.column) }
    var row: Int32 = -1
    var hasMoved = false
    let shown: [GridCell] = cells.compactMap { cell in
      var cell = cell
      if cell.row != row {
        row = cell.row
        advance(to: Int(row))
      }
      guard let place = place(over: Int(cell.column)) else { return cell }
      let area = open[place].area
      if area.first.row == row, area.first.column == cell.column {
        cell.rowSpan = min(Int32(area.last.row), last.row) - row + 1
        cell.columnSpan = min(Int32(area.last.column), width) - cell.column + 1
        open[place].shown = Int(cell.start)..<Int(cell.end)
        if cell.isHidden, hidden.moveToShown(&cell) { hasMoved = true }
      } else {
        let shown = open[place].shown
        if shown.count == cell.end - cell.start,
          text[shown].elementsEqual(text[Int(cell.start)..<Int(cell.end)])
        {
          return nil
        }
        cell.isHidden = true
      }
      return cell
    }
    return hasMoved ? shown.sorted { ($0.row, $0.column) < ($1.row, $1.column) } : shown
  }

  private mutating func advance(to row: Int) {
    if nextEnd <= row {
      open.removeAll { $0.area.last.row < row }
      nextEnd = 1 + (open.map(\.area.last.row).min() ?? CellReference.rows)
    }
    while next < areas.count, areas[next].first.row <= row {
      if areas[next].last.row >= row { insert(areas[next]) }
      next += 1
    }
  }

  /// Areas that overlap an open one are none: the first one holds.
  private mutating func insert(_ area: CellArea) {
    let place = placeBehind(area.first.column)
    if place > 0, open[place - 1].area.last.column >= area.first.column { return }
    if place < open.count, open[place].area.first.column <= area.last.column { return }
    open.insert(Open(area: area), at: place)
    nextEnd = min(nextEnd, area.last.row + 1)
  }

  private func place(over column: Int) -> Int? {
    let place = placeBehind(column) - 1
    return place >= 0 && open[place].area.last.column >= column ? place : nil
  }

  /// Where the areas begin whose first column is larger.
  private func placeBehind(_ column: Int) -> Int {
    var (low, high) = (0, open.count)
    while low < high {
      let middle = (low + high) / 2
      if open[middle].area.first.column <= column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
