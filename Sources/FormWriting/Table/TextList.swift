import ChineseText

/// The table as a list, for terminals too narrow to draw it; the same texts in the same order.
///
/// The blanks before a line say all that there is to know of it, so that the list can be read back as it was: what
/// belongs to a line stands one step deeper, the rest of a line that was broken two steps, and a further paragraph of
/// its text three.
struct TextList {
  private let width: Int
  private let step: Int

  init(width: Int) {
    self.width = width
    step = width < Self.narrow ? 1 : 2
  }

  /// Below that many columns a step is one blank: seven steps, as far as a paragraph of a value may stand from the
  /// margin, take at most half of the width.
  private static let narrow = 28

  /// Lines at the margin, each text beginning a new one.
  func lines(of texts: [String]) -> [String] { texts.flatMap { item($0, depth: 0) } }

  func lines(of block: FormTable.Block) -> [String] {
    // 预算执行情况 stands in the corner of its table.
    let title = block.side ?? (block.headRows > 0 ? block.rows.first?.first : nil)
    var lines = title.map { item(Messages.inBrackets($0.text), depth: 0) } ?? []
    let rows = block.rows.map { $0.filter { $0.role != .side } }
    if block.headRows == 0 {
      let depth = block.side == nil ? 0 : 1
      return lines + ordered(rows, of: block).flatMap { pair($0.label, $0.value, depth: depth) }
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

  private func pair(_ label: FormTable.Cell, _ value: FormTable.Cell, depth: Int) -> [String] {
    guard !(label.text.isEmpty && value.text.isEmpty) else { return [] }
    return item(Messages.labelled(label.text, value.text), depth: depth)
  }

  /// Each cell as `head：text`, what names a line of the budget as a heading.
  private func row(_ cells: [FormTable.Cell], heads: [Int: String], kind: FormTable.Kind) -> [String] {
    if let name = cells.first, name.role == .label, name.columnSpan > 1 { return closing(cells, heads) }
    let values = cells.filter { $0.role == .value }
    let depth = values.first?.column ?? 0
    let levels = cells.filter { $0.role == .label }.flatMap { cell in
      let head = kind == .indicators ? heads[cell.column] : nil
      return item(head.map { Messages.labelled($0, cell.text) } ?? cell.text, depth: cell.column)
    }
    return levels
      + values.enumerated().flatMap { index, cell in
        item(
          Messages.labelled(heads[cell.column] ?? "", cell.text),
          depth: depth + (index > 0 && kind == .indicators ? 1 : 0))
      }
  }

  private func closing(_ cells: [FormTable.Cell], _ heads: [Int: String]) -> [String] {
    let values = cells.dropFirst().filter { !$0.text.isEmpty }
    // 总分 has points even where it has those of one column only; the grade is no points.
    guard values.count > 1 || values.first.map({ $0.path != .field(.grade) }) ?? false else {
      return item(Messages.labelled(cells[0].text, values.first?.text ?? ""), depth: 1)
    }
    let parts = values.map { Messages.labelled(heads[$0.column] ?? "", $0.text) }
    return item(cells[0].text, depth: 1) + parts.flatMap { item($0, depth: 2) }
  }

  // MARK: Lines

  /// A text in as many lines as it needs, and what tells them apart.
  private func item(_ text: String, depth: Int) -> [String] {
    let paragraphs = visible(text).split(separator: "\n", omittingEmptySubsequences: false)
    let last = paragraphs.lastIndex { !$0.isEmpty } ?? 0
    return paragraphs[...last].enumerated().flatMap { index, paragraph in
      hanging(String(paragraph), depth: index == 0 ? depth : depth + 3, rest: depth + 2)
    }
  }

  /// A paragraph whose first line stands at one depth and the others at another.
  private func hanging(_ paragraph: String, depth: Int, rest: Int) -> [String] {
    if paragraph.isEmpty { return [""] }
    let first = fitted(paragraph, width: width - indent(depth))[0]
    let others = String(paragraph.unicodeScalars.dropFirst(first.unicodeScalars.count))
    let lines = others.isEmpty ? [] : fitted(others, width: width - indent(rest))
    return [blanks(depth) + first] + lines.map { blanks(rest) + $0 }
  }

  private func indent(_ depth: Int) -> Int { min(depth * step, width / 2) }

  private func blanks(_ depth: Int) -> String { String(repeating: " ", count: indent(depth)) }
}
