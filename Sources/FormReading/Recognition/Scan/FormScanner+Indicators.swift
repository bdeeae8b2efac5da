import FormModel

/// The rows of the indicator table.
extension FormScanner {
  mutating func takeIndicator() {
    var cells = row[...]
    if let first = cells.first, first.word?.section == .indicators, !first.isLevel {
      placeLabel(first)
      cells = cells.dropFirst()
    }
    let (rest, isCut) = completeLevels(cells)
    if rest.isEmpty || takeLevelsAlone(rest) { return }
    if isCutByPage(rest, isLevelCut: isCut) || continuesRow(rest, isCut: isCut) { return continueRow(rest) }
    if rest.count == 1, isHardlyRow(rest[rest.startIndex]) { return }
    alignment.align(rest, to: draft.slots, trust)
    takeAligned(rest)
  }

  /// A cell alone is a row only where it is a name.
  private func isHardlyRow(_ cell: RowCell) -> Bool {
    if draft.isClosed || cell.look != .text { return !(grid.layout == .table && isInNameColumn(cell)) }
    return !isInNameColumn(cell)
  }

  // MARK: A row that goes on

  /// Texts without a name, below cells of the row before: the row was cut by a page break.
  private func continuesRow(_ cells: ArraySlice<RowCell>, isCut: Bool) -> Bool {
    guard let last = draft.form.indicators.last, !draft.isClosed else { return false }
    var hasName = false
    for cell in cells {
      guard cell.look == .text, !cell.isLevel,
        let slot = draft.slots.firstIndex(where: { $0.distance(to: cell) == 0 })
      else { return false }
      switch draft.slots[slot].content {
      case .name: hasName = true
      case .value, .text: break
      default: return false
      }
    }
    if hasName { return cells.count == 1 && isAfterGap && grid.layout != .table && last.hasValues }
    return isCut || isAfterGap || grid.layout != .table || cells.count == 1
  }

  private mutating func continueRow(_ cells: ArraySlice<RowCell>) {
    let index = draft.form.indicators.count - 1
    reachPage(cells)
    for cell in cells {
      if repeatsLevel(cell) {
        place(cell)
        continue
      }
      guard let slot = draft.slots.firstIndex(where: { $0.distance(to: cell) == 0 }),
        let column = draft.header?.heads[slot].column?.indicator
      else { continue }
      let text = value(cell)
      if let first = draft.form.indicators[index][column] {
        guard PrintedText.mayGoOn(first) else { continue }
        place(cell)
        draft.form.indicators[index][column] = PrintedText.joined(first, text)
      } else {
        draft.form.indicators[index][column] = text
        draft.locations[.indicator(index, column)] = location(of: cell)
        remark(.doubtful, cell, path: .indicator(index, column), reason: Messages.continuedRow)
      }
    }
  }

  // MARK: A row

  private mutating func takeAligned(_ cells: ArraySlice<RowCell>) {
    guard let header = draft.header else { return }
    var parts = RowParts()
    for (cell, slot) in zip(cells, alignment.slots) {
      guard let slot, let column = header.heads[slot].column else { continue }
      parts.add(cell, column)
    }
    if parts.name == nil {
      if parts.isLevelsOnly { return takeLevels(parts) }
      guard grid.layout == .table || parts.count >= 3 else { return }
    }
    takeLevels(parts)
    reachPage(cells)
    addRow(parts)
  }

  private mutating func takeLevels(_ parts: RowParts) {
    // A text that is no known level and has no row is more likely a line of its own.
    let isRow = parts.name != nil || !parts.isLevelsOnly
    if let cell = parts.level1, isRow || cell.isLevel { take(cell, .first) }
    if let cell = parts.level2, isRow || cell.isLevel { take(cell, .second) }
  }

  private mutating func addRow(_ parts: RowParts) {
    let index = draft.form.indicators.count
    var row = Indicator(level1: "", level3: "")
    if let name = parts.name {
      row.level3 = value(name)
      note(name, index, .level3)
      draft.nameEnd = name.cell.row + max(1, name.cell.rowSpan)
    } else if rowNumber < draft.nameEnd, let last = draft.form.indicators.last {
      row.level3 = last.level3
    }
    for (cell, column) in parts.cells {
      guard let column = column.indicator else { continue }
      row[column] = value(cell)
      note(cell, index, column)
    }
    takeTarget(parts, index, &row)
    takeDetails(of: &row)
    draft.form.indicators.append(row)
    draft.tree.addRow()
    if let first = parts.first { draft.locations[.indicator(index, nil)] = location(of: first) }
    doubt(row, index, parts)
    for cell in parts.others {
      remark(.unplaced, cell, path: .indicator(index, nil), reason: Messages.periodTarget)
    }
    if let ordinal = parts.ordinal { place(ordinal) }
  }

  private mutating func note(_ cell: RowCell, _ index: Int, _ column: IndicatorColumn) {
    place(cell)
    draft.locations[.indicator(index, column)] = location(of: cell)
    if cell.cell.isDoubtful {
      remark(.doubtful, cell, path: .indicator(index, column), reason: Messages.doubtfulBorder)
    }
  }

  /// A sign, a number and a unit in three columns are one value.
  private mutating func takeTarget(_ parts: RowParts, _ index: Int, _ row: inout Indicator) {
    guard parts.sign != nil || parts.unit != nil else { return }
    var text = row.target?.text ?? ""
    if let unit = parts.unit, unit.look != .dash {
      text += value(unit)
      place(unit)
      if parts.target == nil { draft.locations[.indicator(index, .target)] = location(of: unit) }
    }
    if let sign = parts.sign, sign.look != .dash {
      if sign.word?.isQuality == true {
        remark(.note, sign, path: .indicator(index, .target), reason: Messages.targetQuality)
      } else {
        text = value(sign) + text
        place(sign)
        if parts.target == nil { draft.locations[.indicator(index, .target)] = location(of: sign) }
      }
    }
    row[.target] = text
  }
}

extension Indicator {
  /// Whether anything but levels and name is filled in.
  fileprivate var hasValues: Bool { target != nil || actual != nil || weight != nil || score != nil }
}

/// The cells of one row by their columns.
struct RowParts {
  private(set) var level1: RowCell?
  private(set) var level2: RowCell?
  private(set) var name: RowCell?
  private(set) var sign: RowCell?
  private(set) var unit: RowCell?
  private(set) var target: RowCell?
  private(set) var ordinal: RowCell?
  /// Values that a row has no place for.
  private(set) var others: [RowCell] = []
  /// All other cells.
  private(set) var cells: [(cell: RowCell, column: TableColumn)] = []
  private(set) var first: RowCell?
  private(set) var count = 0

  var isLevelsOnly: Bool { first == nil }

  mutating func add(_ cell: RowCell, _ column: TableColumn) {
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

  private mutating func add(value cell: RowCell, _ column: TableColumn) {
    switch column {
    case .level3: name = cell
    case .sign: sign = cell
    case .unit: unit = cell
    case .periodTarget: others.append(cell)
    default:
      if column == .target { target = cell }
      cells.append((cell, column))
    }
  }
}
