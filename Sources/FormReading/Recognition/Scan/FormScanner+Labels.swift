import FormModel

/// Labels, and what their brackets say beside the label itself.
extension FormScanner {
  /// Places the label of money: the unit in its bracket is that of the form.
  mutating func placeMoneyLabel(_ cell: RowCell) {
    place(cell)
    if cell.match?.hasBracket == true { readBracket(of: cell, in: cell.cell.range, isMoney: true) }
  }

  /// Places a label; what its bracket says is listed.
  mutating func placeLabel(_ cell: RowCell) {
    place(cell)
    if cell.match?.hasBracket == true { readBracket(of: cell, in: cell.cell.range, isMoney: false) }
  }

  /// Takes the unit of money from the bracket after a label; anything else in it that is more than a formality
  /// (盖章) is listed: 实施单位（代码：101002）, 项目总目标（2025年—2027年）.
  ///
  /// - Parameter range: of the label with its bracket.
  mutating func readBracket(of cell: RowCell, in range: Range<Int>, isMoney: Bool) {
    guard let inside = bracket(in: range), !inside.isEmpty else { return }
    if isMoney, MoneyUnit(printed: inside) != nil { return takeUnit(inside, of: cell) }
    guard MoneyUnit(printed: inside) == nil, !words.isFormality(inside) else { return }
    remark(.note, cell, reason: Messages.labelBracket)
  }

  /// The unit in a cell that is no label: （单位：万元）, 预算金额（万元）.
  mutating func takeLooseUnit() {
    for cell in row where cell.match == nil && cell.length <= 90 && cell.look != .number {
      guard draft.form[.moneyUnit] == nil, let inside = bracket(in: cell.cell.range),
        MoneyUnit(printed: inside) != nil
      else { continue }
      takeUnit(inside, of: cell)
      if row.count == 1, isBracketed(cell.cell.range) { place(cell) }
    }
  }

  /// Sets the unit of money once; another one further down is a reason for doubt.
  private mutating func takeUnit(_ inside: String, of cell: RowCell) {
    let unit = behindColon(inside)
    guard let known = draft.form[.moneyUnit] else {
      return draft.set(.moneyUnit, unit.trimmingBlanks, at: location(of: cell))
    }
    if MoneyUnit(printed: known) != MoneyUnit(printed: inside) {
      remark(.doubtful, cell, path: .field(.moneyUnit), reason: Messages.otherUnit(than: known))
    }
  }

  /// 万元 of 单位：万元.
  private func behindColon(_ text: String) -> Substring {
    // A colon, or the first byte of its full-width twin.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }) else { return text[...] }
    return text.split { $0 == ":" || $0 == "：" }.last ?? text[...]
  }

  /// What stands in the last bracket of a text.
  private func bracket(in range: Range<Int>) -> String? {
    let inside = file.text.withUnsafeBufferPointer { text -> Range<Int>? in
      let ends = (range.lowerBound + 1..<range.upperBound + 1)
      guard let start = ends.last(where: { text.bracket("(", endingAt: $0, in: range) != nil }) else {
        return nil
      }
      let rest = start..<range.upperBound
      for end in rest.lowerBound + 1..<rest.upperBound + 1 {
        if let length = text.bracket(")", endingAt: end, in: rest) { return start..<end - length }
      }
      return rest
    }
    return inside.map { PrintedText.plain(file.text, $0)[...].trimmingBlanks }
  }

  /// Whether a text begins with a bracket.
  private func isBracketed(_ range: Range<Int>) -> Bool {
    let text = file.text[range]
    return text.first == UInt8(ascii: "(") || text.starts(with: "（".utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The length of the bracket that ends at a place, half or full width; `nil` where none does.
  fileprivate func bracket(_ sign: Unicode.Scalar, endingAt end: Int, in range: Range<Int>) -> Int? {
    let ascii = UInt8(ascii: sign)
    if self[end - 1] == ascii { return 1 }
    // Full-width signs follow each other as those of ASCII do.
    let isWide =
      self[end - 1] == ascii &+ 0x60 && end - 3 >= range.lowerBound && self[end - 2] == 0xBC
      && self[end - 3] == 0xEF
    return isWide ? 3 : nil
  }
}
