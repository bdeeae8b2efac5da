import FormModel

/// 标签 | 值: single values beside their labels.
extension FormScanner {
  /// What waits for the next cell of the row.
  private enum Pending {
    case field(FieldKey)
    case budget(String, BudgetLine.Column)
    case note
  }

  /// - Returns: whether the row has a label of a single value.
  mutating func takePairs() -> Bool {
    var pending: Pending?
    var found = false
    let labels = draft.labels
    for index in row.indices {
      let cell = row[index]
      if let next = pendingLabel(cell, after: pending) {
        placeMoneyLabel(cell)
        if case .note = next {} else { draft.labels += 1 }
        (pending, found) = (next, true)
      } else if let waiting = pending, !isFunding(cell) {
        set(waiting, cell)
        pending = nil
      } else if takeSectionLabel(cell) || takeInline(cell) {
        found = true
      }
    }
    if draft.labels > labels { draft.heldHeads = [] } else { holdHeads() }
    return found
  }

  /// A label of money with its value: 年度资金总额：85.5.
  private func isFunding(_ cell: RowCell) -> Bool {
    guard let word = inlineLabel(cell)?.match.word else { return false }
    return word.fundingTotal != nil || word.fundingPart != nil
  }

  /// The value that a cell is the label of.
  private mutating func pendingLabel(_ cell: RowCell, after pending: Pending?) -> Pending? {
    guard let match = cell.match else { return nil }
    let word = match.word
    // A value may read like a label of another part: 项目类别 其他.
    if case .field(let key) = pending, key.group != "funding", word.field == nil, word.fundingTotal == nil,
      !match.isIncluded, word.section == nil
    {
      return nil
    }
    if let total = word.fundingTotal {
      draft.totals.append((total, cell.column))
      return .field(total == .project ? .projectTotal : .annualTotal)
    }
    if let part = word.fundingPart { return .field(key(of: part, at: cell.column)) }
    if let field = word.field {
      switch words.fields[Int(field)] {
      case .field(let key):
        if key == .project { draft.hasProject = true }
        return .field(key)
      case .budget(let line, let column): return .budget(line, column)
      }
    }
    return word.isNote ? .note : nil
  }

  /// A part belongs to the total above it: the last one whose label stands no further right.
  private func key(of part: FundingPart, at column: Int) -> FieldKey {
    let last = draft.totals.suffix(2)
    let total = last.last { $0.column <= column } ?? last.first
    switch (total?.total ?? .annual, part) {
    case (.project, .fiscal): return .projectFiscal
    case (.project, .other): return .projectOther
    case (.annual, .fiscal): return .annualFiscal
    case (_, .carriedOver): return .carriedOver
    case (.annual, .other): return .annualOther
    }
  }

  private mutating func set(_ pending: Pending, _ cell: RowCell) {
    switch pending {
    case .field(let key): setField(key, value(cell), cell)
    case .budget(let line, let column): setBudget(line, column, value(cell), cell)
    case .note: remark(.note, cell)
    }
  }

  /// Sets a field once; the cell of a second value is left without a place.
  mutating func setField(_ key: FieldKey, _ text: String, _ cell: RowCell) {
    guard draft.form[key] == nil else { return }
    place(cell)
    draft.set(key, key == .year ? plainYear(text) : text, at: location(of: cell))
    draft.lastField = key
  }

  /// `2024年度` is the year 2024.
  private func plainYear(_ text: String) -> String { fourDigitYear(text).map { "\($0)" } ?? text }

  private mutating func setBudget(
    _ line: String, _ column: BudgetLine.Column, _ text: String, _ cell: RowCell
  ) {
    let index =
      draft.form.budget.firstIndex { $0.line == line }
      ?? {
        draft.form.budget.append(BudgetLine(line: line))
        return draft.form.budget.count - 1
      }()
    guard draft.form.budget[index][column] == nil else { return }
    place(cell)
    draft.form.budget[index][column] = text
    draft.locations[.budget(index, column)] = location(of: cell)
  }

  /// The label of a section or 其中, which have no value.
  mutating func takeSectionLabel(_ cell: RowCell) -> Bool {
    guard let word = cell.word, word.section != nil || word.isIncluding else { return false }
    placeMoneyLabel(cell)
    return true
  }
}

// MARK: 标签：值

extension FormScanner {
  /// The label before a colon in a cell, and where its value begins.
  func inlineLabel(_ cell: borrowing RowCell) -> (match: FormWords.Match, value: Range<Int>)? {
    cell.mayHaveColon ? inlineLabel(cell.cell.range) : nil
  }

  private func inlineLabel(_ range: Range<Int>) -> (match: FormWords.Match, value: Range<Int>)? {
    guard var colon = colon(in: range), var match = label(range.lowerBound..<colon.lowerBound) else {
      return nil
    }
    // 其中：财政拨款：80.
    if match.word.isIncluding, let next = self.colon(in: colon.upperBound..<range.upperBound),
      let part = label(range.lowerBound..<next.lowerBound)
    {
      (colon, match) = (next, part)
    }
    var start = colon.upperBound
    while start < range.upperBound, isBlank(file.text[start]) { start += 1 }
    return (match, start..<range.upperBound)
  }

  private func label(_ range: Range<Int>) -> FormWords.Match? {
    var folded = FoldedLabel()
    return folded.fold(file.text, range) ? words.match(folded) : nil
  }

  /// The first colon, half or full width, where a label may end.
  private func colon(in range: Range<Int>) -> Range<Int>? {
    file.text.withUnsafeBufferPointer { text in
      let stretch = range.prefix(90)
      var start = stretch.lowerBound
      while let index = text.firstIndex(of: UInt8(ascii: ":"), or: 0xEF, in: start..<stretch.upperBound) {
        if text[index] == UInt8(ascii: ":") { return index..<index + 1 }
        if index + 2 < range.upperBound, text[index + 1] == 0xBC, text[index + 2] == 0x9A {
          return index..<index + 3
        }
        start = index + 1
      }
      return nil
    }
  }

  /// One or more `标签：值` in a cell, wide blanks between them.
  ///
  /// - Parameter range: the part of the cell; all of it where it is left out.
  mutating func takeInline(_ cell: RowCell, in range: Range<Int>? = nil) -> Bool {
    guard cell.match == nil, cell.mayHaveColon, let first = inlineLabel(range ?? cell.cell.range) else {
      return false
    }
    var rest = first
    var found = false
    while true {
      let end = nextLabel(in: rest.value)
      if setInline(rest.match, rest.value.lowerBound..<(end?.lowerBound ?? rest.value.upperBound), cell) {
        found = true
      }
      guard let end, let next = inlineLabel(end) else { break }
      rest = next
    }
    return found
  }

  /// Where after wide blanks the next label begins.
  func nextLabel(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let isWide = file.text[index] == 0x20 && file.text[index + 1] == 0x20
      if isWide || file.text[index] == 0xE3 && file.text[index + 1] == 0x80 {
        var start = index
        while start < range.upperBound, isBlank(file.text[start]) { start += 1 }
        if start < range.upperBound, inlineLabel(start..<range.upperBound) != nil {
          return start..<range.upperBound
        }
        index = max(start, index + 1)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// - Returns: whether the label is one of a single value.
  private mutating func setInline(_ match: FormWords.Match, _ range: Range<Int>, _ cell: RowCell) -> Bool {
    let text = PrintedText.value(file.text, range)[...].trimmingBlanks
    if match.word.column == .unit || match.word.section == .budget, MoneyUnit(printed: text) != nil {
      setInlineField(.moneyUnit, text, cell)
      return true
    }
    if match.hasBracket {
      readBracket(of: cell, in: cell.cell.range.lowerBound..<range.lowerBound, isMoney: true)
    }
    let labelled = RowCell(index: cell.index, cell: cell.cell, match: match, look: .text)
    guard let pending = pendingLabel(labelled, after: nil) else { return false }
    if case .note = pending {} else { draft.labels += 1 }
    if text.isEmpty {
      place(cell)
      return true
    }
    switch pending {
    case .field(let key): setInlineField(key, text, cell)
    case .budget(let line, let column): setBudget(line, column, text, cell)
    case .note: remark(.note, cell)
    }
    return true
  }

  /// Sets a field from a part of a cell; the cell may be placed for the sake of another part.
  private mutating func setInlineField(_ key: FieldKey, _ text: String, _ cell: RowCell) {
    let known = draft.form[key]
    setField(key, text, cell)
    if let known, known != text, key != .year || known != plainYear(text) {
      remark(.unplaced, cell, reason: Messages.secondValue)
    }
  }
}
