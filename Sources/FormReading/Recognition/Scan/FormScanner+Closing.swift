import FormModel

/// What closes the table: 总分 and 预算执行率 rows; and what is settled when the form ends.
extension FormScanner {
  mutating func takeTotal() -> Bool {
    var cells = row[...]
    if cells.first?.word?.section == .indicators { cells = cells.dropFirst() }
    guard let first = cells.first, first.word?.isTotal == true, !first.isLevel else { return false }
    let values = cells.dropFirst()
    guard values.allSatisfy({ $0.look != .text || $0.word?.isTotal == true }) else { return false }
    for cell in row where cell.match != nil { placeLabel(cell) }
    takePoints(values.filter { $0.match == nil }[...]) { column in
      column == .weight ? .totalWeight : .totalScore
    }
    draft.isClosed = true
    return true
  }

  /// Numbers below 分值 and 得分; heads behind them that nobody knows take what is theirs.
  private mutating func takePoints(_ cells: ArraySlice<RowCell>, _ key: (TableColumn) -> FieldKey) {
    let all = draft.header?.heads ?? []
    let first = all.firstIndex { $0.column == .weight || $0.column == .score } ?? all.count
    let heads = all[first...].filter { $0.column == .weight || $0.column == .score || $0.column == nil }
    alignment.align(cells, to: heads.map(\.slot), trust)
    for (cell, slot) in zip(cells, alignment.slots) {
      guard let slot, let column = heads[slot].column else { continue }
      setField(key(column), value(cell), cell)
    }
  }

  /// 预算执行率 with points but no target: points of the budget, not an indicator.
  mutating func takeExecution() -> Bool {
    guard let first = row.first, first.word?.budgetColumn == .rate, !isInNameColumn(first) else {
      return false
    }
    let values = row.dropFirst()
    guard values.count <= 2, values.allSatisfy({ $0.look == .number || $0.look == .dash }) else {
      return false
    }
    placeLabel(first)
    for cell in values { remark(.note, cell, reason: Messages.executionPoints) }
    return true
  }

  /// 分值：产出指标 50 + 效益指标 30 = 80, as this program prints below a table: the rows say it too.
  mutating func takePointsLine() -> Bool {
    guard row.count == 1, let inline = inlineLabel(row[0]), inline.match.word.column == .weight,
      file.text[inline.value].contains(UInt8(ascii: "="))
    else { return false }
    remark(.note, row[0], reason: Messages.pointsLine)
    draft.isInNote = true
    return true
  }

  /// Levels, the kind of form, and the year that only the title says.
  mutating func finish() {
    draft.form.emptyLevels = draft.tree.emptyLevels
    for index in draft.tree.rows.indices { fillLevels(of: index) }
    draft.form.kind = draft.titleKind ?? kindByContent
    if draft.form[.year] == nil, let title = draft.form[.title], let year = yearIn(title),
      let location = draft.locations[.field(.title)]
    {
      draft.set(.year, year, at: location)
    }
  }

  private mutating func fillLevels(of index: Int) {
    let levels = draft.tree.rows[index]
    if let level1 = levels.level1 {
      draft.form.indicators[index].level1 = draft.tree.first[level1].text
      if let weight = draft.tree.first[level1].weight { draft.form.indicators[index][.level1Weight] = weight }
      if let location = draft.tree.first[level1].location {
        draft.locations[.indicator(index, .level1)] = location
      }
    }
    if let level2 = levels.level2 {
      draft.form.indicators[index].level2 = draft.tree.second[level2].text
      if let location = draft.tree.second[level2].location {
        draft.locations[.indicator(index, .level2)] = location
      }
    }
  }

  /// Results make a self-evaluation.
  private var kindByContent: FormKind {
    let hasResults = draft.header?.heads.contains { $0.column == .actual || $0.column == .score } ?? false
    return hasResults || !draft.form.budget.isEmpty || draft.form[.actualGoal] != nil
      ? .selfEvaluation : .target
  }

  /// The four digits before 年 in a title.
  func yearIn(_ title: String) -> String? {
    var rest = title[...]
    while let digit = rest.firstIndex(where: \.isNumber) {
      let digits = rest[digit...].prefix(while: \.isNumber)
      rest = rest[digits.endIndex...]
      if let mark = rest.first, let year = fourDigitYear("\(digits)\(mark)") { return "\(year)" }
    }
    return nil
  }
}
