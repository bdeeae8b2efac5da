import ChineseText

extension TextTable.Grid {
  /// The widths of the columns' texts in a table of at most `width` columns, borders and a blank at
  /// each side of a text included; `nil` when columns would be crushed.
  func widths(within width: Int) -> [Int]? {
    let room = width - 3 * columns.count - 1
    let natural = columns.indices.map { naturalWidth(of: $0) }
    let floor = zip(columns, natural).map { column, natural in
      // Figures are read whole; text wraps at two Chinese characters if it must.
      max(1, min(natural, column.alignment == .trailing ? 12 : 4))
    }
    guard floor.reduce(0, +) <= room else { return nil }
    func shares(_ cap: Int) -> [Int] { zip(natural, floor).map { max($1, min($0, cap)) } }
    var cap = natural.max() ?? 1
    while cap > 1, shares(cap).reduce(0, +) > room { cap -= 1 }
    var widths = shares(cap)
    var rest = room - widths.reduce(0, +)
    for index in widths.indices where rest > 0 && widths[index] < natural[index] {
      widths[index] += 1
      rest -= 1
    }
    return widths
  }

  private func naturalWidth(of column: Int) -> Int {
    (texts.map { $0[column] } + [columns[column].header]).flatMap { $0.split(separator: "\n") }
      .map { displayWidth(of: $0) }.max() ?? 1
  }

  /// The rows as `header：value` lines, for places too narrow for columns.
  func records(width: Int, border: TextTable.Border) -> [String] {
    let width = max(2, width)
    let rule = String(repeating: border == .box ? "─" : "-", count: width)
    var lines = [rule]
    for row in texts {
      for (column, text) in zip(columns, row) where !(text.isEmpty && column.header.isEmpty) {
        let head = column.header.isEmpty ? "" : column.header + "："
        lines += wrapped(visible(head, keepsLineBreaks: true) + text, width: width)
      }
      lines.append(rule)
    }
    return lines.map { padded($0, to: width) }
  }
}
