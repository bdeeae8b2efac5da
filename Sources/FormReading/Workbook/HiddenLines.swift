/// The rows that a sheet hides, in the order of the sheet.
struct HiddenRows {
  private var ranges: [ClosedRange<Int>] = []

  /// - Parameter row: from 0; rows come in their order, others are passed over.
  mutating func hide(_ row: Int) {
    guard let last = ranges.last else { return ranges.append(row...row) }
    if row == last.upperBound + 1 {
      ranges[ranges.count - 1] = last.lowerBound...row
    } else if row > last.upperBound {
      ranges.append(row...row)
    }
  }

  /// The first row from a place on that is shown.
  func firstShown(from row: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < row { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].contains(row) else { return row }
    return ranges[low].upperBound + 1
  }
}

/// What a sheet hides of its rows and columns.
struct HiddenLines {
  var rows = HiddenRows()
  var columns = HiddenColumns()
  /// More hidden columns are not gone through for one cell.
  private static let mostColumns = 64

  /// Moves the first cell of a merged area to where the area is first shown: spreadsheet programs print its text
  /// there.
  ///
  /// - Returns: whether the cell has moved; where nothing of the area is shown, it stays hidden.
  func moveToShown(_ cell: inout GridCell) -> Bool {
    let row = Int32(clamping: rows.firstShown(from: Int(cell.row)))
    var column = cell.column
    while column < cell.column + min(cell.columnSpan, Int32(Self.mostColumns)), columns.contains(Int(column))
    {
      column += 1
    }
    guard row < cell.row + cell.rowSpan, column < cell.column + cell.columnSpan,
      row > cell.row || column > cell.column
    else { return false }
    cell.rowSpan -= row - cell.row
    cell.columnSpan -= column - cell.column
    cell.row = row
    cell.column = column
    cell.isHidden = false
    return true
  }
}
