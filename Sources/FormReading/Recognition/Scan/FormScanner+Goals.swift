import FormModel

/// 绩效目标: texts below their heads, in several paragraphs and over page breaks.
extension FormScanner {
  /// A row of labels alone, with those of goals among them.
  mutating func takeGoalHeader() -> Bool {
    guard tally.labels == row.count, row.count <= HeaderRow.widest else { return false }
    var keys: [(key: FieldKey, cell: RowCell)] = []
    for cell in row {
      guard let word = cell.word else { return false }
      if let key = goalKey(word) {
        keys.append((key, cell))
      } else if word.section == nil {
        return false
      }
    }
    guard keys.count >= 2 || (keys.count == 1 && row[row.count - 1].index == keys[0].cell.index) else {
      return false
    }
    draft.part = .goals
    draft.goalHeads.removeAll()
    draft.goalKeys.removeAll()
    for cell in row { placeLabel(cell) }
    for (index, head) in keys.enumerated() {
      // 年度总体目标 beside 预期目标 is the label of the section.
      if keys[(index + 1)...].contains(where: { $0.key == head.key }) { continue }
      draft.labels += 1
      draft.goalKeys.append(head.key)
      draft.goalHeads.append(
        Slot(column: head.cell.column, endColumn: head.cell.endColumn, content: .text))
    }
    draft.lastField = nil
    return true
  }

  private func goalKey(_ word: Word) -> FieldKey? {
    guard let field = word.field, case .field(let key) = words.fields[Int(field)], key.group == "goals" else {
      return nil
    }
    return key
  }

  /// Texts below the heads; a text that goes on is added to what there is.
  mutating func takeGoalText() -> Bool {
    guard draft.part == .goals else { return false }
    for index in row.indices where isOtherLabel(row[index]) { return false }
    if row.count == 1, let section = row[0].word?.section, section != .goals { return false }
    var cells = row[...]
    draft.isGoalRepeated = false
    while let first = cells.first, let word = first.word, word.section == .goals || goalKey(word) != nil {
      placeLabel(first)
      draft.isGoalRepeated = true
      cells = cells.dropFirst()
    }
    guard !cells.isEmpty, cells.count <= draft.goalHeads.count else { return cells.isEmpty }
    alignment.align(cells, to: draft.goalHeads, trust)
    for (cell, slot) in zip(cells, alignment.slots) {
      guard let slot else { continue }
      addGoal(draft.goalKeys[slot], cell)
    }
    return true
  }

  /// The label of a single value that is no goal.
  private func isOtherLabel(_ cell: borrowing RowCell) -> Bool {
    guard let word = cell.word else { return inlineLabel(cell)?.match.word.field != nil }
    return (word.field != nil || word.fundingTotal != nil || word.fundingPart != nil) && goalKey(word) == nil
  }

  private mutating func addGoal(_ key: FieldKey, _ cell: RowCell) {
    guard let first = draft.form[key] else {
      place(cell)
      return draft.set(key, value(cell), at: location(of: cell))
    }
    guard PrintedText.mayGoOn(first) else { return }
    place(cell)
    draft.form[key] = joined(first, value(cell))
  }

  /// A text with what stands in a row below it: rows of a sheet or a document are not cut by pages, unless they were
  /// when it was made: then the label is printed again.
  private func joined(_ first: String, _ second: String) -> String {
    switch grid.source {
    case .sheet where !draft.isGoalRepeated, .table where !draft.isGoalRepeated: "\(first)\n\(second)"
    default: PrintedText.joined(first, second)
    }
  }

  /// A row with nothing but a text, below a goal or a narrative that stands beside its label.
  mutating func takeLongText() -> Bool {
    guard row.count == 1, row[0].match == nil, let key = draft.lastLong, let first = draft.form[key],
      row[0].look == .text || row[0].length > 12, PrintedText.mayGoOn(first)
    else { return false }
    place(row[0])
    draft.form[key] = joined(first, value(row[0]))
    return true
  }
}
