import ChineseText
import OfficeFiles

/// How high each row must be so that nothing is cut off: spreadsheets fit no row that has merged cells.
///
/// A row higher than spreadsheets allow becomes several, over which its cells are merged.
struct SheetHeights {
  /// Widths of the columns.
  let columns: [Length]
  /// For each row of the grid the row of the sheet it begins in, below the title; one more for the end.
  private(set) var first: [Int] = [0]
  /// Heights of the sheet's rows.
  private(set) var rows: [Length] = []

  /// Of the letters, in twips.
  private let size: Int
  private let lines: (FormGrid.Place) -> Int

  /// A row of the sheet is no higher than this, so that a page can break between two.
  private static let highest = Length(points: 360)
  /// Above and below the text, and at its sides.
  private static let padding = Length(points: 6)

  /// - Parameters:
  ///   - lines: how many lines a cell has at least, for who writes into it.
  ///   - width: of all columns.
  ///   - size: of the letters.
  init(
    _ grid: FormGrid, width: Length, size: Length, lines: @escaping (FormGrid.Place) -> Int = { _ in 1 }
  ) {
    self.size = size.twips
    self.lines = lines
    columns = grid.widths.map { Length(twips: width.twips * $0 / FormTable.fullWidth) }
    for height in needed(grid) {
      let count = (height + Self.highest.twips - 1) / Self.highest.twips
      rows += Array(repeating: Length(twips: height / count), count: count)
      first.append(rows.count)
    }
  }

  /// The height of each row of the grid; what cells over several rows lack, their last row gets.
  private func needed(_ grid: FormGrid) -> [Int] {
    var heights = Array(repeating: height(ofLines: 1), count: grid.rowCount)
    for place in grid.cells.sorted(by: { $0.rowSpan < $1.rowSpan }) {
      let last = place.row + place.rowSpan - 1
      let missing = height(of: place) - heights[place.row...last].reduce(0, +)
      if missing > 0 { heights[last] += missing }
    }
    return heights
  }

  private func height(of place: FormGrid.Place) -> Int {
    let width = columns[place.column..<place.column + place.columnSpan].reduce(0) { $0 + $1.twips }
    // A letter is half as wide as it is high; a column less, since every program measures a little differently.
    let letters = (width - Self.padding.twips) * 2 / size - 1
    return height(ofLines: max(fitted(place.cell.text, width: max(letters, 2)).count, lines(place)))
  }

  /// A line is a third higher than its letters.
  private func height(ofLines count: Int) -> Int { max(count, 1) * size * 4 / 3 + Self.padding.twips }
}
