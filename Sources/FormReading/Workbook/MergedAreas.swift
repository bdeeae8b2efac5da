/// The merged areas of a sheet, laid over its cells.
struct MergedAreas {
  private let areas: [CellArea]
  /// Areas that reach the row being looked at, by their first column; they do not overlap.
  private var open: [CellArea] = []
  private var next = 0
  /// The first row at which one of them has ended.
  private var nextEnd = 0

  init(_ areas: [CellArea]) {
    self.areas = areas.sorted {
      ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column)
    }
  }

  /// First cells get their spans, cut to what the sheet holds; what a merged area covers is hidden.
  ///
  /// - Parameter cells: by row and then by column.
  consuming func apply(to cells: [GridCell]) -> [GridCell] {
    guard !areas.isEmpty, let last = cells.last else { return cells }
    let width = cells.reduce(0) { max($0, $1.column) }
    var cells = cells
    var row: Int32 = -1
    for index in cells.indices {
      if cells[index].row != row {
        row = cells[index].row
        advance(to: Int(row))
      }
      guard let area = area(over: Int(cells[index].column)) else { continue }
      if area.first.row == row, area.first.column == cells[index].column {
        cells[index].rowSpan = min(Int32(area.last.row), last.row) - row + 1
        cells[index].columnSpan = min(Int32(area.last.column), width) - cells[index].column + 1
      } else {
        cells[index].isHidden = true
      }
    }
    return cells
  }

  private mutating func advance(to row: Int) {
    if nextEnd <= row {
      open.removeAll { $0.last.row < row }
      nextEnd = 1 + (open.map(\.last.row).min() ?? CellReference.rows)
    }
    while next < areas.count, areas[next].first.row <= row {
      if areas[next].last.row >= row { insert(areas[next]) }
      next += 1
    }
  }

  /// Areas that overlap an open one are none: the first one holds.
  private mutating func insert(_ area: CellArea) {
    let place = placeBehind(area.first.column)
    if place > 0, open[place - 1].last.column >= area.first.column { return }
    if place < open.count, open[place].first.column <= area.last.column { return }
    open.insert(area, at: place)
    nextEnd = min(nextEnd, area.last.row + 1)
  }

  private func area(over column: Int) -> CellArea? {
    let place = placeBehind(column)
    guard place > 0, open[place - 1].last.column >= column else { return nil }
    return open[place - 1]
  }

  /// Where the areas begin whose first column is larger.
  private func placeBehind(_ column: Int) -> Int {
    var (low, high) = (0, open.count)
    while low < high {
      let middle = (low + high) / 2
      if open[middle].first.column <= column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
