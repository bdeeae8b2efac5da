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
    let rows = draft.form.indicators
    if rows.isEmpty || draft.isClosed { return false }
    var hasName = false
    for cell in cells {
      guard cell.look == .text, !cell.isLevel, let slot = slot(over: cell) else { return false }
      switch draft.slots[slot].content {
      case .name: hasName = true
      case .value, .text: break
      default: return false
      }
    }
    if hasName {
      return cells.count == 1 && isAfterGap && grid.layout != .table && rows[rows.count - 1].hasValues
    }
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
      guard let slot = slot(over: cell), let column = draft.header?.heads[slot].column?.indicator
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
    guard draft.header != nil else { return }
    parts.removeAll()
    for (cell, slot) in zip(cells.indices, alignment.slots) {
      guard let slot, let column = draft.header?.heads[slot].column else { continue }
      parts.add(cell, column)
    }
    if parts.name == nil {
      if parts.isLevelsOnly { return takeLevels() }
      guard grid.layout == .table || parts.count >= 3 else { return }
    }
    takeLevels()
    reachPage(cells)
    addRow()
  }

  private mutating func takeLevels() {
    // A text that is no known level and has no row is more likely a line of its own.
    let isRow = parts.name != nil || !parts.isLevelsOnly
    if let cell = parts.level1, isRow || row[cell].isLevel { take(row[cell], .first) }
    if let cell = parts.level2, isRow || row[cell].isLevel { take(row[cell], .second) }
  }

  private mutating func addRow() {
    let index = draft.form.indicators.count
    draft.form.indicators.append(Indicator(level1: "", level3: ""))
    if let name = parts.name {
      draft.form.indicators[index].level3 = value(row[name])
      note(name, index, .level3)
      draft.nameEnd = row[name].cell.row + max(1, row[name].cell.rowSpan)
    } else if rowNumber < draft.nameEnd, index > 0 {
      draft.form.indicators[index].level3 = draft.form.indicators[index - 1].level3
    }
    for part in parts.cells {
      guard let column = part.column.indicator else { continue }
      draft.form.indicators[index][column] = value(row[part.cell])
      note(part.cell, index, column)
    }
    takeTarget(index)
    takeDetails(of: index)
    draft.tree.addRow()
    if let first = parts.first { draft.locations[.indicator(index, nil)] = location(of: row[first]) }
    doubt(index)
    for cell in parts.others {
      remark(.unplaced, row[cell], path: .indicator(index, nil), reason: Messages.periodTarget)
    }
    if let ordinal = parts.ordinal { place(row[ordinal]) }
  }

  private mutating func note(_ cell: Int, _ index: Int, _ column: IndicatorColumn) {
    place(row[cell])
    draft.locations[.indicator(index, column)] = location(of: row[cell])
    if row[cell].cell.isDoubtful {
      remark(.doubtful, row[cell], path: .indicator(index, column), reason: Messages.doubtfulBorder)
    }
  }

  /// A sign, a number and a unit in three columns are one value.
  private mutating func takeTarget(_ index: Int) {
    guard parts.sign != nil || parts.unit != nil else { return }
    var text = draft.form.indicators[index].target?.text ?? ""
    if let unit = parts.unit, row[unit].look != .dash {
      text += value(row[unit])
      place(row[unit])
      if parts.target == nil { draft.locations[.indicator(index, .target)] = location(of: row[unit]) }
    }
    if let sign = parts.sign, row[sign].look != .dash {
      if row[sign].word?.isQuality == true {
        remark(.note, row[sign], path: .indicator(index, .target), reason: Messages.targetQuality)
      } else {
        text = value(row[sign]) + text
        place(row[sign])
        if parts.target == nil { draft.locations[.indicator(index, .target)] = location(of: row[sign]) }
      }
    }
    draft.form.indicators[index][.target] = text
  }
}

extension Indicator {
  /// Whether anything but levels and name is filled in.
  fileprivate var hasValues: Bool { target != nil || actual != nil || weight != nil || score != nil }
}
