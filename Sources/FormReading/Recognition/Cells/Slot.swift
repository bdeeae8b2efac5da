/// A place in a row that a head names: where it stands and what belongs there.
struct Slot: Sendable, Hashable {
  /// The head's column, and the column behind it.
  var column: Int
  var endColumn: Int
  var content: SlotContent

  /// How far a cell is from the slot, in columns; 0 where they overlap, negative where the cell stands left.
  func distance(to cell: borrowing RowCell) -> Int {
    if cell.column >= endColumn { return cell.column - endColumn + 1 }
    if cell.endColumn <= column { return cell.endColumn - column - 1 }
    return 0
  }
}

/// What belongs in a slot.
enum SlotContent: Sendable, Hashable {
  case level1, level2, name, value, points, money, text, sign, unit, ordinal
  /// A head that nobody knows.
  case unknown

  /// How badly a cell fits, 0 to 60, judged by its looks alone.
  ///
  /// - Parameter knowsLevels: whether the form's levels have been known words so far.
  func misfit(_ cell: borrowing RowCell, knowsLevels: Bool) -> Int {
    switch self {
    case .level1: levelMisfit(cell, cell.word?.level1 != nil, knowsLevels)
    case .level2: levelMisfit(cell, cell.word?.level2 != nil, knowsLevels)
    case .name: cell.isLevel ? 12 : byLook(cell, number: 30, dash: 15, sign: 30, value: 10, text: 0)
    case .value: cell.isLevel ? 15 : byLook(cell, number: 5, dash: 3, sign: 8, value: 0, text: 4)
    case .points: byLook(cell, number: 0, dash: 1, sign: 40, value: 12, text: 40)
    case .money: byLook(cell, number: 0, dash: 1, sign: 40, value: 2, text: 40)
    case .text: cell.isLevel ? 15 : byLook(cell, number: 12, dash: 2, sign: 15, value: 4, text: 0)
    case .sign:
      cell.word?.isQuality == true ? 0 : byLook(cell, number: 30, dash: 2, sign: 0, value: 25, text: 25)
    case .unit: cell.length > 24 ? 30 : byLook(cell, number: 25, dash: 1, sign: 25, value: 10, text: 0)
    case .ordinal: byLook(cell, number: 0, dash: 5, sign: 40, value: 20, text: 30)
    case .unknown: 5
    }
  }

  private func levelMisfit(_ cell: borrowing RowCell, _ isKnown: Bool, _ knowsLevels: Bool) -> Int {
    if isKnown { return 0 }
    if cell.isLevel { return 30 }
    let text = (knowsLevels ? 14 : 3) + (cell.length > 60 ? 15 : 0)
    return byLook(cell, number: 40, dash: 20, sign: 40, value: 30, text: text)
  }

  private func byLook(
    _ cell: borrowing RowCell, number: Int, dash: Int, sign: Int, value: Int, text: Int
  ) -> Int {
    switch cell.look {
    case .number: number
    case .dash: dash
    case .sign: sign
    case .value: value
    case .text: text
    }
  }
}
