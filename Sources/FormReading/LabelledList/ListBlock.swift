/// Lines of a list under one title: fields beside their labels, or records whose labels come again and again.
struct ListBlock {
  /// A text of the block, put together.
  struct Entry {
    var line: TextLine
    var indent: Int
    var text: String
    /// The text before the colon; `nil` for a heading.
    var label: String?

    /// What stands behind the label.
    var value: String {
      guard let label else { return text }
      return text.dropFirst(label.count + 1).trimmingBlanks
    }
  }

  /// One row of the grid that the block becomes: texts by column, with the line each of them begins in.
  typealias Row = [(column: Int, text: String, line: TextLine)]

  private var title: Entry?
  private var entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
    if let first = entries.first, first.indent == 0, first.text.hasPrefix("【"), first.text.hasSuffix("】") {
      title = first
      title?.text = String(first.text.dropFirst().dropLast())
      self.entries.removeFirst()
    }
  }

  var rows: [Row] {
    if isRecords { return records }
    let texts = isApart ? entries.map { [(0, $0.text, $0.line)] } : entries.map(pair)
    return (titleRow.map { [$0] } ?? []) + texts
  }

  private var titleRow: Row? { title.map { [(0, $0.text, $0.line)] } }

  // MARK: Fields

  /// The heading of the form, or the line with its points: none of its fields.
  private var isApart: Bool {
    guard title == nil else { return false }
    return entries.contains { $0.label == nil } || entries.count == 1 && isPoints(entries[0].value)
  }

  /// `产出指标 50 + 效益指标 30 = 80`.
  private func isPoints(_ text: String) -> Bool {
    guard let sum = text.lastIndex(of: "="), isNumber(text[text.index(after: sum)...]) else { return false }
    return text[..<sum].split(separator: "+").allSatisfy { part in
      part.last { !$0.isWhitespace }?.isNumber ?? false
    }
  }

  private func isNumber(_ text: Substring) -> Bool {
    let number = text.drop(while: \.isWhitespace)
    return !number.isEmpty && number.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
  }

  private func pair(_ entry: Entry) -> Row {
    guard let label = entry.label else { return [(0, entry.text, entry.line)] }
    return [(0, label, entry.line), (1, entry.value, entry.line)]
  }

  // MARK: Records

  /// Whether the entries are records: they stand at several depths, or begin with the same label.
  private var isRecords: Bool {
    guard title != nil, let first = entries.first else { return false }
    return entries.contains { $0.indent != first.indent }
      || first.label != nil && entries.dropFirst().contains { $0.label == first.label }
  }

  /// A table: the labels as its head, headings and their title in its first column.
  private var records: [Row] {
    var columns: [String: Int] = [:]
    var head: Row = titleRow ?? []
    var rows: [Row] = []
    var last = -1
    var isClosing = false
    for entry in entries {
      // 预算执行情况 names its lines at the margin.
      guard let label = entry.label, entry.indent > 0 else {
        rows.append([(0, entry.text, entry.line)])
        last = 0
        isClosing = entry.indent > 0
        continue
      }
      if isClosing, columns[label] == nil {
        rows.append(pair(entry))
        last = Int.max
        continue
      }
      let column = columns[label] ?? columns.count + 1
      if columns.updateValue(column, forKey: label) == nil { head.append((column, label, entry.line)) }
      if column <= last || rows.isEmpty { rows.append([]) }
      last = column
      rows[rows.count - 1].append((column, entry.value, entry.line))
    }
    return [head] + rows
  }
}
