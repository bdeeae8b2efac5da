/// The cells of a row of indicators by their columns, each by its place in the row.
struct RowParts {
  /// A cell of a column that a row has a place for.
  struct Part {
    var cell: Int
    var column: TableColumn
  }

  private(set) var level1: Int?
  private(set) var level2: Int?
  private(set) var name: Int?
  private(set) var sign: Int?
  private(set) var unit: Int?
  private(set) var target: Int?
  private(set) var ordinal: Int?
  /// Values that a row has no place for.
  private(set) var others: [Int] = []
  /// All other cells.
  private(set) var cells: [Part] = []
  /// The first cell that is neither a level nor the number of the row.
  private(set) var first: Int?
  private(set) var count = 0

  var isLevelsOnly: Bool { first == nil }

  mutating func removeAll() {
    (level1, level2, name, sign, unit, target, ordinal, first, count) = (
      nil, nil, nil, nil, nil, nil, nil, nil, 0
    )
    others.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  mutating func add(_ cell: Int, _ column: TableColumn) {
    count += 1
    switch column {
    case .level1: level1 = cell
    case .level2: level2 = cell
    case .ordinal: ordinal = cell
    default:
      if first == nil { first = cell }
      add(value: cell, column)
    }
  }

  private mutating func add(value cell: Int, _ column: TableColumn) {
    switch column {
    case .level3: name = cell
    case .sign: sign = cell
    case .unit: unit = cell
    case .periodTarget: others.append(cell)
    default:
      if column == .target { target = cell }
      cells.append(Part(cell: cell, column: column))
    }
  }
}
