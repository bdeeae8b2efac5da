/// Makes grids of a table that has tables in its cells.
///
/// A table that is mere layout (hardly any text of its own around a large one) gives way to the tables in it, each a
/// grid of its own. In any other table, the rows and columns of a nested one become rows and columns of the outer
/// one: the grid is what people see.
struct TableGrids {
  /// Cells of its own that mere layout has at most: a title, a year, a note.
  private static let fewCells = 3
  /// Cells that a table has at least to be more than a detail of a cell.
  private static let manyCells = 8

  private(set) var grids: [Grid] = []
  private var number: Int

  /// - Parameter number: of the tables before, in file order.
  init(after number: Int) { self.number = number }

  /// The number of the last table that was taken.
  var lastNumber: Int { number }

  /// Adds the grids of a table of the document.
  mutating func add(_ table: DocumentTable) {
    number += 1
    if table.nested.isEmpty {
      add(table.cells.map { GridCell($0, place: $0.place) }, number)
    } else if Self.isLayout(table) {
      addPieces(of: table, number)
    } else {
      let flat = FlatTable(table)
      add(flat.cells.map { GridCell($0.cell, place: $0.place) }, number)
    }
  }

  private mutating func add(_ cells: [GridCell], _ number: Int) {
    guard !cells.isEmpty else { return }
    grids.append(Grid(layout: .table, source: .table(number), cells: cells))
  }

  private mutating func addPieces(of table: DocumentTable, _ own: Int) {
    var pending: [GridCell] = []
    for cell in table.cells {
      guard cell.pieces >= 0 else {
        pending.append(GridCell(cell, place: cell.place))
        continue
      }
      for piece in table.nested[Int(cell.pieces)] {
        switch piece {
        case .text(let text):
          var part = cell
          part.text = text
          if !text.isEmpty { pending.append(GridCell(part, place: cell.place)) }
        case .table(let inner):
          add(pending, own)
          pending = []
          add(inner)
        }
      }
    }
    add(pending, own)
  }

  private static func isLayout(_ table: DocumentTable) -> Bool {
    var own = 0
    var largest = 0
    for cell in table.cells {
      guard cell.pieces >= 0 else {
        own += 1
        continue
      }
      for piece in table.nested[Int(cell.pieces)] {
        switch piece {
        case .text(let text): own += text.isEmpty ? 0 : 1
        case .table(let inner): largest = max(largest, inner.weight)
        }
      }
    }
    return own <= fewCells && largest >= manyCells
  }
}

extension DocumentTable {
  /// How many cells of text it has, those of nested tables counted.
  fileprivate var weight: Int {
    guard !nested.isEmpty else { return cells.count }
    return nested.joined().reduce(cells.count) { sum, piece in
      guard case .table(let inner) = piece else { return sum }
      return sum + inner.weight
    }
  }
}
