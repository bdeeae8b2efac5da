import FormModel

/// Separates forms that stand side by side on a sheet or in a table, with an empty column between them.
struct SideBySide {
  let words: FormWords
  private var label = FoldedLabel()

  /// More columns no page of forms has.
  private static let widest = 256
  /// Columns that a form has at least.
  private static let narrowest = 4

  init(words: FormWords) { self.words = words }

  /// The grid itself, or one grid for each form beside another.
  mutating func grids(from grid: Grid, _ text: [UInt8]) -> [Grid] {
    guard let border = border(in: grid, text) else { return [grid] }
    var left = grid
    var right = grid
    left.cells = grid.cells.filter { $0.column < border }
    right.cells = grid.cells.filter { $0.column >= border }
    return [left] + grids(from: right, text)
  }

  /// The first empty column with a form on either side of it.
  mutating func border(in grid: Grid, _ text: [UInt8]) -> Int32? {
    guard grid.layout == .table else { return nil }
    let width = grid.cells.reduce(0) { max($0, Int($1.column) + Int(max(1, $1.columnSpan))) }
    guard width > 2 * Self.narrowest, width <= Self.widest else { return nil }
    var isTaken = [Bool](repeating: false, count: width)
    for cell in grid.cells where !cell.isHidden {
      for column in Int(cell.column)..<Int(cell.column) + Int(max(1, cell.columnSpan)) {
        isTaken[column] = true
      }
    }
    let borders = (Self.narrowest..<max(Self.narrowest, width - Self.narrowest)).filter { !isTaken[$0] }
    guard !borders.isEmpty, let projects = projectColumns(of: grid.cells, text) else { return nil }
    return borders.lazy.map { Int32($0) }.first { projects.lowerBound < $0 && $0 <= projects.upperBound }
  }

  /// The first and the last column with the label 项目名称; `nil` where there is none.
  private mutating func projectColumns(of cells: [GridCell], _ text: [UInt8]) -> ClosedRange<Int32>? {
    var columns: ClosedRange<Int32>?
    for cell in cells where cell.end - cell.start <= 90 {
      guard label.fold(text, Int(cell.start)..<Int(cell.end)), let field = words.match(label)?.word.field,
        words.fields[Int(field)] == .field(.project)
      else { continue }
      let known = columns ?? cell.column...cell.column
      columns = min(known.lowerBound, cell.column)...max(known.upperBound, cell.column)
    }
    return columns
  }
}
