import FormModel

/// Tells what a row is.
extension FormScanner {
  mutating func takeRow() {
    if takeRule() || takeTitle() || takeYearLine() { return }
    if beginsNextForm { beginForm() }
    if takeNote() { return }
    draft.isInNote = false
    if takeHeader() || takeBudgetHeader() { return }
    if draft.part == .indicators { return takeIndicatorPart() }
    if draft.part == .budget, takeBudgetLine() { return }
    if takeGoalHeader() || takeGoalText() || takePairs() || takeLongText() { return }
    takeLooseUnit()
    holdHeads()
  }

  /// Rows of the table, and what closes it.
  private mutating func takeIndicatorPart() {
    if takeSecondHeader() || takeTotal() || takeExecution() || takePointsLine() || isSubtotal { return }
    if isClosingField, takePairs() { return }
    takeIndicator()
  }

  /// 项目名称 again, after the form at hand has a table of its own.
  private var beginsNextForm: Bool {
    guard draft.hasProject, draft.part != .head, let index = row[0].word?.field,
      words.fields[Int(index)] == .field(.project)
    else { return false }
    return row.count > 1 && !isInNameColumn(row[0])
  }

  /// 评分等级 and the narrative fields may follow the table.
  private var isClosingField: Bool {
    guard let first = row.first,
      let word = first.word ?? (row.count <= 2 ? inlineLabel(first)?.match.word : nil),
      word.column == nil || row.count <= 2
    else { return false }
    if isInNameColumn(first) { return false }
    guard let field = word.field, case .field(let key) = words.fields[Int(field)] else { return false }
    return key == .grade || key.group == "narrative" || (draft.isClosed && row.count <= 4)
  }

  /// 小计: a sum of rows, no row; its cells have no place in a form.
  private var isSubtotal: Bool {
    for index in 0..<min(3, row.count) where isSubtotalLabel(row[index]) {
      return row.indices.allSatisfy { row[$0].look != .text || row[$0].match != nil || $0 == index }
    }
    return false
  }

  /// 小计, 产出指标小计.
  private func isSubtotalLabel(_ cell: borrowing RowCell) -> Bool {
    if let word = cell.word { return word.isSubtotal }
    guard cell.look == .text, cell.length <= 45 else { return false }
    let range = cell.cell.range
    return file.text.withUnsafeBufferPointer { words.endsInSubtotal($0, range) }
  }

  func isInNameColumn(_ cell: RowCell) -> Bool {
    for index in draft.slots.indices where draft.slots[index].content == .name {
      return cell.column >= draft.slots[index].column && cell.column < draft.slots[index].endColumn
    }
    return false
  }
}

// MARK: Lines drawn with signs

extension FormScanner {
  /// `---- | ---`: draws a table, says nothing.
  private mutating func takeRule() -> Bool {
    for index in row.indices where !isDrawn(row[index].cell.range) { return false }
    for index in row.indices { place(row[index]) }
    return true
  }

  private func isDrawn(_ range: Range<Int>) -> Bool {
    range.count >= 3
      && file.text[range].allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_")
      }
  }
}

// MARK: Title and year

extension FormScanner {
  private mutating func takeTitle() -> Bool {
    guard row.count <= 2, row[0].match == nil, label.fold(file.text, row[0].cell.range),
      let kind = words.titleKind(of: label)
    else { return false }
    if draft.labels > 0 || draft.header != nil { beginForm() }
    let first = row[0]
    giveUpTitle()
    draft.titleKind = kind
    draft.titleCell = first.index
    place(first)
    draft.set(.title, titleText(first), at: location(of: first))
    draft.isInNote = false
    for cell in row.dropFirst() { _ = takeInline(cell) }
    return true
  }

  /// Lists a title that another one follows at once: 某区2027年项目绩效目标汇总表 over 项目支出绩效目标申报表.
  private mutating func giveUpTitle() {
    guard let cell = draft.titleCell, let title = draft.form[.title],
      let location = draft.locations[.field(.title)]
    else { return }
    if draft.form[.year] == nil, let year = yearIn(title) { draft.set(.year, year, at: location) }
    draft.remarks.append(
      (cell, ReadingRemark(.note, text: title, location: location, reason: Messages.otherTitle)))
  }

  /// The title without the year in a bracket at its end, which is a value of its own.
  private mutating func titleText(_ cell: RowCell) -> String {
    let text = value(cell)
    let end = label.withoutColon(label.count)
    guard let open = label.withoutBracket(end), let year = year(in: open + 1..<end - 1),
      let bracket = text.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return text }
    if draft.form[.year] == nil { draft.set(.year, year, at: location(of: cell)) }
    return draft.form[.year] == year ? text[..<bracket].trimmingBlanks : text
  }

  /// （2023年度） in a row of its own, or before the unit of money.
  private mutating func takeYearLine() -> Bool {
    let first = row[0]
    guard draft.header == nil, row.count <= 3, first.match == nil, first.length <= 90 else { return false }
    let rest = nextLabel(in: first.cell.range)
    let lead = first.cell.range.lowerBound..<(rest?.lowerBound ?? first.cell.range.upperBound)
    guard row.dropFirst().allSatisfy({ $0.match == nil && inlineLabel($0) != nil }), let year = year(of: lead)
    else { return false }
    place(first)
    if draft.form[.year] == nil {
      draft.set(.year, year, at: location(of: first))
    } else if draft.form[.year] != year {
      remark(.unplaced, first)
    }
    if let rest { _ = takeInline(first, in: rest) }
    for cell in row.dropFirst() { _ = takeInline(cell) }
    return true
  }

  /// The year that a text is, in brackets or not.
  private mutating func year(of range: Range<Int>) -> String? {
    guard range.count <= 40, label.fold(file.text, range) else { return nil }
    let isBracketed =
      label.bytes[0] == UInt8(ascii: "(") && label.bytes[label.count - 1] == UInt8(ascii: ")")
    return year(in: isBracketed ? 1..<max(1, label.count - 1) : 0..<label.count)
  }

  /// The four digits of `2023年度`, where the folded text is nothing else.
  private func year(in range: Range<Int>) -> String? {
    guard range.count >= 7, range.count <= 10, range.upperBound <= label.count else { return nil }
    return fourDigitYear(String(decoding: label.bytes[range], as: UTF8.self)).map { "\($0)" }
  }
}

extension Substring {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}

// MARK: Notes

extension FormScanner {
  /// 说明：…, and the lines that go on after it.
  private mutating func takeNote() -> Bool {
    let first = row[0]
    if draft.isInNote, row.count == 1, first.match == nil { return noteAll() }
    if let word = first.word {
      guard word.isNote, word.field == nil, draft.header != nil || row.count == 1 else { return false }
      if word.column != nil, isInNameColumn(first) { return false }
      return noteAll()
    }
    if row.count == 1, draft.header == nil, isNumberedNote(first) {
      remark(.note, first)
      return true
    }
    guard let inline = inlineLabel(first), inline.match.word.isNote, inline.match.word.field == nil else {
      return false
    }
    if row.count > 1, draft.header == nil { return false }
    return noteAll()
  }

  /// 附件2.
  private mutating func isNumberedNote(_ cell: RowCell) -> Bool {
    guard cell.look == .text, cell.length <= 24, label.fold(file.text, cell.cell.range) else { return false }
    var end = label.withoutColon(label.count)
    while end > 0, label.bytes[end - 1] < 0x40 { end -= 1 }
    return end > 0 && words.match(label, 0..<end)?.word.isNote == true
  }

  private mutating func noteAll() -> Bool {
    for cell in row { remark(.note, cell) }
    draft.isInNote = true
    return true
  }
}
