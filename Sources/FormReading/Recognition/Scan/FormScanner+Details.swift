import FormModel

/// `名称` and below it `指标解释：…`: explanations in the name's cell, each in a line that begins with its label.
extension FormScanner {
  /// Moves explanations out of a row's name.
  mutating func takeDetails(of index: Int) {
    guard hasLineBreak(draft.form.indicators[index].level3) else { return }
    var row = draft.form.indicators[index]
    var name: [Substring] = []
    var details: [(column: IndicatorColumn, text: String)] = []
    for line in row.level3.split(separator: "\n", omittingEmptySubsequences: false) {
      if !name.isEmpty, let (column, text) = detail(in: line) {
        details.append((column, text))
      } else if details.isEmpty {
        name.append(line)
      } else {
        details[details.count - 1].text += "\n" + line
      }
    }
    guard !details.isEmpty, !details.contains(where: { row[$0.column] != nil }) else { return }
    row.level3 = name.joined(separator: "\n")[...].trimmingBlanks
    for (column, text) in details { row[column] = text }
    draft.form.indicators[index] = row
  }

  private func hasLineBreak(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.holds(0x0A, in: $0.indices) } ?? text.utf8.contains(0x0A)
  }

  /// The explanation that a line begins.
  private func detail(in line: Substring) -> (IndicatorColumn, String)? {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    var folded = FoldedLabel()
    let bytes = Array(line[..<colon].utf8)
    guard folded.fold(bytes, 0..<bytes.count), let column = words.match(folded)?.word.column?.indicator,
      [.explanation, .formula, .valueBasis, .dataSource, .scoringRule].contains(column)
    else { return nil }
    return (column, line[line.index(after: colon)...].trimmingBlanks)
  }
}
