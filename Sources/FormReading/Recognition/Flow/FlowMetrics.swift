/// How unlikely a reading is, in hundredths of a natural logarithm of odds; whole numbers, so that the same text
/// is read the same way everywhere.
typealias FlowCost = Int

/// What is known about how the columns of a table were set: learned from the rows of one file.
struct FlowMetrics: Sendable {
  /// Width at which the lines of a column are broken, where broken lines were seen.
  var wrap: [Int32?]
  /// Width that certainly fits into a column.
  var floor: [Int32]
  /// Cost of a row without a cell in the column.
  var skip: [FlowCost]
  /// Cost of a gap inside a cell, between two cells of a row, and between two rows, by `FlowGap`.
  var joinGap: [FlowCost] = [0, 50, 70, 200]
  var cellGap: [FlowCost] = [0, 60, 100, 300]
  var rowGap: [FlowCost] = [600, 100, 30, 30]
  /// Texts that stand in a column again and again: 达成指标.
  var usual: [Set<FlowHash>]

  /// Cost of a blank between Chinese and Latin text inside a cell.
  var scriptGap: FlowCost = 100

  /// Before anything was learned.
  init(columns: [FlowColumn]) {
    wrap = Array(repeating: nil, count: columns.count)
    floor = Array(repeating: 0, count: columns.count)
    skip = columns.map(Self.skip)
    usual = Array(repeating: [], count: columns.count)
  }

  private static func skip(_ column: FlowColumn) -> FlowCost {
    switch column {
    case .name: 1_000
    case .target, .weight: 300
    case .actual, .score: 250
    case .prose, .value: 150
    case .level1, .level2, .note: 0
    }
  }
}

/// Counts from which metrics are learned.
struct FlowStatistics: Sendable {
  private let columns: [FlowColumn]
  private var broken: [[Int32]]
  private var widths: [[Int32]]
  private var missing: [Int]
  private var rows = 0
  private var joins: [Int], cells: [Int], starts: [Int]
  private var texts: [[FlowHash: Int]]

  init(columns: [FlowColumn]) {
    self.columns = columns
    broken = Array(repeating: [], count: columns.count)
    widths = broken
    missing = Array(repeating: 0, count: columns.count)
    texts = Array(repeating: [:], count: columns.count)
    joins = Array(repeating: 0, count: FlowGap.count)
    cells = joins
    starts = joins
  }

  mutating func add(_ row: FlowRow, of text: FlowText) {
    let isIndicator = row.cells.contains { columns[$0.column] == .name }
    if isIndicator {
      rows += 1
      for column in columns.indices where !row.cells.contains(where: { $0.column == column }) {
        missing[column] += 1
      }
    }
    for (index, cell) in row.cells.enumerated() {
      let gap = text.pieces[cell.pieces.lowerBound].gap.rawValue
      if index == 0 { starts[gap] += 1 } else { cells[gap] += 1 }
      add(cell, of: text)
    }
  }

  private mutating func add(_ cell: FlowRow.Cell, of text: FlowText) {
    if [.target, .actual, .value].contains(columns[cell.column]) {
      var hash = FlowHash()
      for piece in cell.pieces { hash.add(text.scalars[text.pieces[piece].scalars]) }
      texts[cell.column][hash, default: 0] += 1
    }
    var width = text.pieces[cell.pieces.lowerBound].width
    for piece in cell.pieces.dropFirst() {
      let next = text.pieces[piece]
      if columns[cell.column] != .note, columns[cell.column] != .prose { joins[next.gap.rawValue] += 1 }
      if next.gap == .blank {
        width += (next.isGlued ? 0 : 1) + next.width
      } else {
        broken[cell.column].append(width)
        widths[cell.column].append(width)
        width = next.width
      }
    }
    widths[cell.column].append(width)
  }

  /// What the counts say.
  func metrics() -> FlowMetrics {
    var metrics = FlowMetrics(columns: columns)
    for column in columns.indices {
      let lines = broken[column].sorted()
      if lines.count >= 8 {
        metrics.wrap[column] = max(lines[lines.count / 2], lines[lines.count * 9 / 10])
      } else if lines.count >= 2 {
        metrics.wrap[column] = lines.last
      }
      let all = widths[column].sorted()
      // Forms of one file may be set in different widths: then no width says anything.
      if let wrap = metrics.wrap[column], let widest = all.last, widest > wrap + 2 {
        metrics.wrap[column] = nil
      }
      metrics.floor[column] = all.isEmpty ? 0 : all[min(all.count - 1, all.count * 19 / 20)]
      if columns[column] != .name, metrics.skip[column] > 0, rows > 0 {
        let learned = min(500, Self.cost(2 * missing[column] + 1, of: 2 * rows + 4))
        // Cells that are missing now and then may have been read wrongly; a column that is empty is empty.
        let isEmpty = missing[column] * 5 > rows * 3
        metrics.skip[column] = isEmpty ? learned : max(learned, metrics.skip[column] * 6 / 10)
      }
    }
    metrics.usual = texts.map { Set($0.lazy.filter { $0.value >= 3 }.map(\.key)) }
    learnGaps(&metrics)
    return metrics
  }

  private func learnGaps(_ metrics: inout FlowMetrics) {
    for gap in [FlowGap.line, .paragraph].map(\.rawValue) {
      let all = joins[gap] + cells[gap] + starts[gap] + 3
      metrics.joinGap[gap] = min(300, Self.cost(joins[gap] + 1, of: all))
      metrics.cellGap[gap] = min(300, Self.cost(cells[gap] + 1, of: all))
      metrics.rowGap[gap] = min(300, Self.cost(starts[gap] + 1, of: all))
    }
  }

  /// The natural logarithm of the odds in hundredths, straight between powers of two: near enough for a cost.
  private static func cost(_ count: Int, of all: Int) -> FlowCost {
    guard count > 0, all > count else { return 0 }
    var cost = 0
    var power = count
    while all >= 2 * power {
      cost += 69
      power *= 2
    }
    return cost + 69 * (all - power) / power
  }
}

/// The rows of a table, and how unlikely they are altogether.
struct FlowRows: Sendable {
  var rows: [FlowRow] = []
  var cost: FlowCost = 0
}

/// One printed row: its cells in order of their columns.
struct FlowRow: Sendable {
  struct Cell: Sendable {
    var column: Int
    var pieces: Range<Int>
    var isDoubtful = false
  }

  var cells: [Cell] = []
}
