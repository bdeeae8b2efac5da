import FormModel

/// The header of the indicator table: its columns in whatever order and naming.
struct HeaderRow {
  /// A head and the column it names; `nil` for a head that nobody knows.
  struct Head {
    var slot: Slot
    var column: TableColumn?

    init(_ cell: RowCell, _ column: TableColumn?) {
      self.column = column
      slot = Slot(column: cell.column, endColumn: cell.endColumn, content: column?.content ?? .unknown)
    }
  }

  /// More cells than that are no header.
  static let widest = 256

  private(set) var heads: [Head] = []

  /// A row is a header where it names the indicators and at least two columns more.
  init?(_ row: [RowCell]) {
    guard row.count <= Self.widest else { return nil }
    var known = 0
    var hasName = false
    var hasLevel = false
    for cell in row {
      guard let column = cell.word?.column else { continue }
      known += 1
      if column == .level3 { hasName = true }
      if column == .level1 || column == .level2 { hasLevel = true }
    }
    guard hasName && known >= 2 || hasLevel && known >= 3, known * 2 > row.count - 1 else { return nil }
    for cell in row {
      let isMargin = cell.word?.section == .indicators && cell.word?.column == nil
      if !isMargin { heads.append(Head(cell, cell.word?.column)) }
    }
    settle()
  }

  /// Adds heads of the row above or below; one that stands over a new one gives way to it.
  mutating func add(_ others: [Head], replacing: Bool) {
    for other in others {
      let covered = heads.indices.filter { overlap(heads[$0].slot, other.slot) }
      if covered.isEmpty {
        heads.append(other)
      } else if replacing, covered.allSatisfy({ heads[$0].column?.isLevel != true }) {
        for index in covered.reversed()
        where heads[index].column != nil || heads[index].slot.content == .unknown {
          heads.remove(at: index)
        }
        heads.append(other)
      }
    }
    heads.sort { $0.slot.column < $1.slot.column }
    settle()
  }

  private func overlap(_ a: Slot, _ b: Slot) -> Bool {
    a.column < b.endColumn && b.column < a.endColumn
  }

  /// One column of each sort: of two values the later one is that of the year, and rows are those of the year;
  /// of other columns the first counts.
  private mutating func settle() {
    for index in heads.indices {
      guard let column = heads[index].column, column != .periodTarget else { continue }
      let isLast = !heads[(index + 1)...].contains { $0.column == column }
      let isFirst = !heads[..<index].contains { $0.column == column }
      switch column {
      case .target: if !isLast { set(index, .periodTarget) }
      case .level2, .level3: if !isLast { set(index, nil) }
      default: if !isFirst { set(index, nil) }
      }
    }
    // In a form of two levels the second one names the indicators.
    if !heads.contains(where: { $0.column == .level3 }) {
      let name = heads.lastIndex { $0.column == .level2 } ?? heads.lastIndex { $0.column == .level1 }
      if let name { set(name, .level3) }
    }
  }

  private mutating func set(_ index: Int, _ column: TableColumn?) {
    heads[index].column = column
    heads[index].slot.content = column?.content ?? .unknown
  }
}

extension TableColumn {
  var isLevel: Bool { self == .level1 || self == .level2 || self == .level3 }

  /// What belongs below the head.
  var content: SlotContent {
    switch self {
    case .level1: .level1
    case .level2: .level2
    case .level3: .name
    case .target, .actual, .periodTarget: .value
    case .weight, .score: .points
    case .note, .explanation, .formula, .valueBasis, .dataSource, .scoringRule: .text
    case .sign: .sign
    case .unit: .unit
    case .ordinal: .ordinal
    }
  }
}

// MARK: Taking it

extension FormScanner {
  mutating func takeHeader() -> Bool {
    guard tally.heads >= 2, var header = HeaderRow(row) else { return false }
    header.add(draft.heldHeads, replacing: false)
    draft.heldHeads = []
    placeHeads()
    draft.labels += 1
    draft.part = .indicators
    draft.isHeaderRepeated = grid.layout == .table && header.heads.map(\.slot) == draft.slots
    use(header)
    return true
  }

  /// A second row of heads: 年度指标值 below 指标值.
  mutating func takeSecondHeader() -> Bool {
    guard tally.heads == row.count, draft.form.indicators.isEmpty, draft.tree.isEmpty,
      row.allSatisfy({ $0.word?.column?.isLevel == false }), var header = draft.header
    else { return false }
    header.add(row.map { HeaderRow.Head($0, $0.word?.column) }, replacing: true)
    placeHeads()
    use(header)
    return true
  }

  /// Keeps the heads of a row that is no header by itself.
  mutating func holdHeads() {
    draft.heldHeads.removeAll()
    if tally.heads == 0 { return }
    draft.heldHeads = row.compactMap { cell in
      guard let column = cell.word?.column, !column.isLevel else { return nil }
      return HeaderRow.Head(cell, column)
    }
  }

  private mutating func placeHeads() {
    for cell in row where cell.word?.column != nil || cell.word?.section != nil { placeLabel(cell) }
  }

  private mutating func use(_ header: HeaderRow) {
    draft.header = header
    draft.slots = header.heads.map(\.slot)
  }
}
