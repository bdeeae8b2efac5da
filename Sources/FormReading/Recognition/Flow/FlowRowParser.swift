/// Cuts the pieces of a table's body into rows and cells: the cheapest way of all, by dynamic programming.
///
/// The pieces of a cell stand together and cells stand in the order of their columns. What says where one ends:
/// the gaps between pieces, the width at which lines of a column break, brackets, names of levels, numbers where
/// points stand, and how much a result looks like its target.
struct FlowRowParser {
  let text: FlowText
  let body: Range<Int>
  let columns: [FlowColumn]
  let words: FlowWords
  let metrics: FlowMetrics
  let known: Set<FlowHash>
  /// Whether the body continues a table, so that its first row may begin in the middle.
  let isContinued: Bool

  /// The costs of all cells that can be, by column.
  private var tables: [FlowCellTable] = []

  init(
    text: FlowText, body: Range<Int>, columns: [FlowColumn], words: FlowWords, metrics: FlowMetrics,
    known: Set<FlowHash>, isContinued: Bool
  ) {
    self.text = text
    self.body = body
    self.columns = columns
    self.words = words
    self.metrics = metrics
    self.known = known
    self.isContinued = isContinued
  }

  private struct Step {
    var cost = FlowCost.max
    /// Where the cell begins, from the start of the body.
    var start: Int32 = 0
    /// The column of the cell before; -1 at the start.
    var before: Int32 = -1
    /// Where the target begins that was judged together with this result; -1 where it was not.
    var partner: Int32 = -1
    var partnerBefore: Int32 = -1
  }

  /// More pieces are not looked at.
  static let mostPieces = 4_000

  mutating func read() -> FlowRows {
    guard !body.isEmpty, !columns.isEmpty else { return FlowRows() }
    let count = min(body.count, Self.mostPieces)
    tables = columns.indices.map { column in
      FlowCellTable(
        starts: body.prefix(count), most: mostPieces(columns[column]), cost: { cellCost(column, $0) })
    }
    var steps = Array(repeating: Step(), count: (count + 1) * columns.count)
    for index in 0..<count { advance(from: index, to: count, &steps) }
    return trace(steps, count)
  }

  private var nameColumn: Int { columns.firstIndex(of: .name) ?? 0 }

  private func mostPieces(_ column: FlowColumn) -> Int {
    switch column {
    case .weight, .score: 2
    case .level1, .level2, .value: 8
    case .target, .actual: 10
    case .name: 12
    case .prose, .note: 64
    }
  }

  // MARK: Forward

  private func advance(from index: Int, to count: Int, _ steps: inout [Step]) {
    let base = index * columns.count
    if index > 0, !columns.indices.contains(where: { steps[base + $0].cost < .max }) { return }
    for column in columns.indices {
      guard let (cost, before) = entry(column, at: index, steps) else { continue }
      spread(column, from: index, to: count, cost, before, &steps)
    }
  }

  /// The cheapest way to begin a cell of a column at a piece.
  private func entry(_ column: Int, at index: Int, _ steps: [Step]) -> (FlowCost, Int)? {
    if index == 0 { return column <= nameColumn ? (0, -1) : isContinued ? (150, -1) : nil }
    let piece = body.lowerBound + index
    let gap = text.pieces[piece].gap.rawValue
    var best: (FlowCost, Int)?
    for before in columns.indices {
      let so = steps[index * columns.count + before].cost
      guard so < .max else { continue }
      let cost: FlowCost
      if before < column {
        cost = so + cellCost(at: index) + skipped(before + 1..<column, after: before)
      } else {
        guard column <= nameColumn else { continue }
        cost = so + Self.row + metrics.rowGap[gap] + seamCost(before: piece) + closing(after: before)
      }
      if cost < best?.0 ?? .max { best = (cost, before) }
    }
    return best
  }

  private func cellCost(at index: Int) -> FlowCost { gapCost(before: body.lowerBound + index) }

  /// The cost of a piece beginning a cell inside a row.
  func gapCost(before piece: Int) -> FlowCost {
    let gap = text.pieces[piece].gap
    guard gap == .blank else { return metrics.cellGap[gap.rawValue] + seamCost(before: piece) }
    let isTorn = FlowSigns.isClosing(text.first(piece)) || FlowSigns.isOpening(text.last(piece - 1))
    return seamCost(before: piece) + (isTorn ? 400 : 0)
  }

  /// The cost of cutting a date in two.
  private func seamCost(before piece: Int) -> FlowCost { text.isDateSeam(before: piece) ? 250 : 0 }

  private func skipped(_ range: Range<Int>, after before: Int) -> FlowCost {
    range.reduce(0) { sum, column in
      // A first level stands beside a second one, where there are two.
      sum + metrics.skip[column] + (columns[column] == .level2 && columns[before] == .level1 ? 100 : 0)
    }
  }

  /// The cost of ending a row after a column: levels may stand without a row.
  private func closing(after column: Int) -> FlowCost {
    if column < nameColumn { return columns[column] == .level1 && columns.contains(.level2) ? 200 : 100 }
    return skipped(column + 1..<columns.count, after: column)
  }

  private func spread(
    _ column: Int, from index: Int, to count: Int, _ cost: FlowCost, _ before: Int, _ steps: inout [Step]
  ) {
    let pairs = column + 1 < columns.count && columns[column] == .target && columns[column + 1] == .actual
    var end = index
    for cell in tables[column].cells(at: index) {
      end += 1
      let step = Step(cost: cost + cell.cost, start: Int32(index), before: Int32(before))
      if step.cost < steps[end * columns.count + column].cost { steps[end * columns.count + column] = step }
      if pairs, end < count { spreadPair(step, column + 1, from: end, cell.hash, &steps) }
    }
  }

  /// A result judged together with its target.
  private func spreadPair(
    _ target: Step, _ column: Int, from index: Int, _ hash: FlowHash, _ steps: inout [Step]
  ) {
    let start = body.lowerBound + index
    let targetPieces = body.lowerBound + Int(target.start)..<start
    let enter = target.cost + cellCost(at: index)
    var end = index
    for cell in tables[column].cells(at: index) {
      end += 1
      let alike = cell.hash == hash ? -200 : text.likeness(of: targetPieces, start..<body.lowerBound + end)
      let total = enter + cell.cost + alike
      if total < steps[end * columns.count + column].cost {
        steps[end * columns.count + column] = Step(
          cost: total, start: Int32(index), before: Int32(column - 1), partner: target.start,
          partnerBefore: target.before)
      }
    }
  }

  /// Cells that look as they should have costs below 0: a row must not be worth more for being cut in two.
  private static let row: FlowCost = 300

  func cellCost(_ column: Int, _ start: Int) -> FlowCellCost {
    FlowCellCost(
      text, words: words, metrics: metrics, known: known, column: column, kind: columns[column], start: start)
  }

  // MARK: Back

  private func trace(_ steps: [Step], _ count: Int) -> FlowRows {
    var best = (cost: FlowCost.max, column: -1)
    for column in columns.indices {
      let reached = steps[count * columns.count + column].cost
      guard reached < .max else { continue }
      let cost = reached + closing(after: column)
      if cost < best.cost { best = (cost, column) }
    }
    var cells: [FlowRow.Cell] = []
    var end = count
    var column = best.column
    var forced: Step?
    while column >= 0, end > 0 {
      let step = forced ?? steps[end * columns.count + column]
      let start = Int(step.start)
      cells.append(
        FlowRow.Cell(column: column, pieces: body.lowerBound + start..<body.lowerBound + end))
      forced = step.partner >= 0 ? Step(start: step.partner, before: step.partnerBefore) : nil
      column = Int(step.before)
      end = start
    }
    return FlowRows(rows: rows(of: cells.reversed()), cost: best.column < 0 ? 0 : best.cost)
  }

  private func rows(of cells: [FlowRow.Cell]) -> [FlowRow] {
    var rows: [FlowRow] = []
    var previous = Int.max
    for cell in cells {
      if cell.column <= previous { rows.append(FlowRow()) }
      rows[rows.count - 1].cells.append(cell)
      previous = cell.column
    }
    return rows.map { FlowDoubt(parser: self).marking(withPoints($0)) }
  }

  /// What stands beside the budget's rate alone is points, and the rate no indicator: 预算执行率 10.
  private func withPoints(_ row: FlowRow) -> FlowRow {
    guard row.cells.count == 2, columns[row.cells[0].column] == .name, isPoints(row.cells[1].pieces),
      let weight = columns.firstIndex(of: .weight)
    else { return row }
    var hash = FlowHash()
    for piece in row.cells[0].pieces { hash.add(text.scalars[text.pieces[piece].scalars]) }
    guard words.entry(hash)?.role.contains(.budgetHead) == true else { return row }
    var row = row
    row.cells[0].column = 0
    row.cells[1].column = max(row.cells[1].column, weight)
    return row
  }

  private func isPoints(_ pieces: Range<Int>) -> Bool {
    pieces.count == 1 && text.pieces[pieces.lowerBound].shape == .number
      && text.last(pieces.lowerBound) != 0x25
  }
}
