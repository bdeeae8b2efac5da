import ChineseText

/// The table as a list, for terminals too narrow to draw it; the same texts in the same order.
struct TextList {
  let width: Int

  func lines(of block: FormTable.Block) -> [String] {
    // 预算执行情况 stands in the corner of its table.
    let title = block.side ?? (block.headRows > 0 ? block.rows.first?.first : nil)
    var lines = title.map { fitted(Messages.inBrackets($0.text), width: width) } ?? []
    let rows = block.rows.map { $0.filter { $0.role != .side } }
    if block.headRows == 0 {
      let indent = block.side == nil ? 0 : 2
      return lines + ordered(rows, of: block).flatMap { pair($0.label, $0.value, indent: indent) }
    }
    var heads: [Int: String] = [:]
    for cell in rows.prefix(block.headRows).joined() { heads[cell.column] = cell.text }
    for row in rows.dropFirst(block.headRows) { lines += self.row(row, heads: heads, kind: block.kind) }
    return lines
  }

  private typealias Pair = (label: FormTable.Cell, value: FormTable.Cell)

  /// Labels with their values, row by row; money total by total, so that each total has its parts below it.
  private func ordered(_ rows: [[FormTable.Cell]], of block: FormTable.Block) -> [Pair] {
    let pairs = rows.flatMap { row in
      zip(row, row.dropFirst()).filter { $0.role == .label && $1.role == .value }.map { Pair($0, $1) }
    }
    guard block.kind == .funding else { return pairs }
    return pairs.enumerated()
      .sorted { ($0.element.label.column, $0.offset) < ($1.element.label.column, $1.offset) }
      .map(\.element)
  }

  private func pair(_ label: FormTable.Cell, _ value: FormTable.Cell, indent: Int) -> [String] {
    guard !(label.text.isEmpty && value.text.isEmpty) else { return [] }
    return item(Messages.labelled(label.text, value.text), indent: indent)
  }

  /// Each cell as `head：text`, what names a line of the budget as a heading.
  private func row(_ cells: [FormTable.Cell], heads: [Int: String], kind: FormTable.Kind) -> [String] {
    if let name = cells.first, name.role == .label, name.columnSpan > 1 { return closing(cells, heads) }
    let values = cells.filter { $0.role == .value }
    let indent = 2 * (values.first?.column ?? 0)
    let levels = cells.filter { $0.role == .label }.flatMap { cell in
      let head = kind == .indicators ? heads[cell.column] : nil
      return item(head.map { Messages.labelled($0, cell.text) } ?? cell.text, indent: 2 * cell.column)
    }
    return levels
      + values.enumerated().flatMap { index, cell in
        item(
          Messages.labelled(heads[cell.column] ?? "", cell.text),
          indent: indent + (index > 0 && kind == .indicators ? 2 : 0))
      }
  }

  private func closing(_ cells: [FormTable.Cell], _ heads: [Int: String]) -> [String] {
    let values = cells.dropFirst().filter { !$0.text.isEmpty }
    // 总分 has points even where it has those of one column only; the grade is no points.
    guard values.count > 1 || values.first.map({ $0.path != .field(.grade) }) ?? false else {
      return item(Messages.labelled(cells[0].text, values.first?.text ?? ""), indent: 2)
    }
    let parts = values.map { Messages.labelled(heads[$0.column] ?? "", $0.text) }
    return item(cells[0].text, indent: 2) + parts.flatMap { item($0, indent: 4) }
  }

  private func item(_ text: String, indent: Int) -> [String] {
    let depth = min(indent, width / 2)
    return fitted(text, width: width - depth).map { String(repeating: " ", count: depth) + $0 }
  }
}
