import ChineseText

/// The table as a list, for terminals too narrow to draw it; the same texts in the same order.
struct TextList {
  let width: Int

  func lines(of block: FormTable.Block) -> [String] {
    var lines = block.side.map { fitted(Messages.inBrackets($0.text), width: width) } ?? []
    var heads: [Int: String] = [:]
    for (index, row) in block.rows.enumerated() {
      let cells = row.filter { $0.role != .side }
      if index < block.headRows {
        for cell in cells { heads[cell.column] = cell.text }
      } else {
        lines += block.headRows > 0 ? self.row(cells, heads: heads) : pairs(cells)
      }
    }
    return lines
  }

  /// Labels and values by turns.
  private func pairs(_ cells: [FormTable.Cell]) -> [String] {
    var lines: [String] = []
    var label: FormTable.Cell?
    for cell in cells {
      if cell.role == .label {
        label = cell
      } else if let name = label, !(name.text.isEmpty && cell.text.isEmpty) {
        lines += item(Messages.labelled(name.text, cell.text), indent: name.column == 0 ? 0 : 2)
      }
    }
    return lines
  }

  /// Levels as headings, the rest as `head：text`.
  private func row(_ cells: [FormTable.Cell], heads: [Int: String]) -> [String] {
    let isClosing = cells.contains { $0.role == .label && $0.columnSpan > 1 }
    return cells.flatMap { cell -> [String] in
      if cell.role == .label { return item(cell.text, indent: 2 * cell.column) }
      if isClosing, cell.text.isEmpty { return [] }
      return item(Messages.labelled(heads[cell.column] ?? "", cell.text), indent: 6)
    }
  }

  private func item(_ text: String, indent: Int) -> [String] {
    let depth = min(indent, max(0, width - 4))
    return fitted(text, width: max(2, width - depth)).map { String(repeating: " ", count: depth) + $0 }
  }
}
