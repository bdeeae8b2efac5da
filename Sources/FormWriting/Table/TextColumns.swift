import ChineseText

/// Shares the columns of a terminal among the columns of a block.
struct TextColumns {
  /// Terminal columns between two borders, blanks beside the text included.
  private(set) var widths: [Int]

  /// No column of a block is narrower: one Chinese character and a blank at each side.
  static let minimum = 4
  /// The names at the left stand below each other in all blocks, two characters a line.
  private static let sideWidth = 6

  /// - Parameter width: of the whole table, borders included.
  /// - Returns: `nil` when the block does not fit without cutting amounts or crushing columns.
  init?(of block: FormTable.Block, width: Int) {
    let count = block.widths.count
    let (natural, floor) = Self.wishes(of: block, width: width)
    var left = width - count - 1
    var open = Set(0..<count)
    widths = Array(repeating: 0, count: count)
    while let column = Self.settled(open, left, block.widths, natural, floor) {
      let share = Self.share(of: column, open, left, block.widths)
      widths[column] = share < floor[column] ? floor[column] : natural[column]
      left -= widths[column]
      open.remove(column)
    }
    guard left >= 0 else { return nil }
    spread(left, over: open.isEmpty ? Set(0..<count) : open, weights: block.widths)
    guard widths.allSatisfy({ $0 >= Self.minimum }) else { return nil }
  }

  /// What each column would like for not wrapping at all, and what it must have.
  private static func wishes(of block: FormTable.Block, width: Int) -> (natural: [Int], floor: [Int]) {
    var natural = Array(repeating: minimum, count: block.widths.count)
    var floor = natural
    for cell in block.rows.joined() where cell.columnSpan == 1 {
      let lines = visible(cell.text).split(separator: "\n")
      let whole = 2 + (lines.map { displayWidth(of: $0) }.max() ?? 0)
      let wanted = cell.role == .side ? sideWidth : whole
      natural[cell.column] = max(natural[cell.column], wanted)
      floor[cell.column] = max(floor[cell.column], min(wanted, need(of: cell, width: width)))
    }
    return (natural, floor)
  }

  /// Amounts are not cut; levels keep half a word a line.
  private static func need(of cell: FormTable.Cell, width: Int) -> Int {
    switch (cell.role, cell.alignment) {
    case (.side, _): sideWidth
    case (_, .trailing): 22
    case (.label, .center): width / 5 - 4
    case (.head, _): 6
    default: minimum
    }
  }

  /// A column whose width is certain: it must have more than its share, or wants less.
  private static func settled(
    _ open: Set<Int>, _ left: Int, _ weights: [Int], _ natural: [Int], _ floor: [Int]
  ) -> Int? {
    let columns = open.sorted()
    return columns.first { share(of: $0, open, left, weights) < floor[$0] }
      ?? columns.first { share(of: $0, open, left, weights) >= natural[$0] }
  }

  private static func share(of column: Int, _ open: Set<Int>, _ left: Int, _ weights: [Int]) -> Int {
    left * weights[column] / max(1, open.reduce(0) { $0 + weights[$1] })
  }

  private mutating func spread(_ left: Int, over open: Set<Int>, weights: [Int]) {
    let heaviest = open.sorted { (weights[$0], $1) > (weights[$1], $0) }
    var rest = left
    for column in heaviest {
      let share = Self.share(of: column, open, left, weights)
      widths[column] += share
      rest -= share
    }
    for place in 0..<max(0, rest) { widths[heaviest[place % heaviest.count]] += 1 }
  }
}
