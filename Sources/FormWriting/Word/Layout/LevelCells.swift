import FormModel
import OfficeFiles

/// The cells of repeated rows that are merged downwards: those of 一级 and 二级指标 as far as rows share them, and cells
/// that the author merged with what stands below the row.
struct LevelCells {
  struct Cell {
    /// Its start tag.
    var start: Int
    /// What the layout asks of a row: whether the cell begins there.
    var mark: String
    /// Behind which token the merge stands.
    var place: Int
    /// Whether the cell has properties to put it in.
    var hasProperties: Bool
    /// The merge that the author made, as tokens.
    var dropped: [Int]
  }

  private(set) var cells: [Cell] = []
  private let text: WordText

  init(_ text: WordText, sections: WordSections, tags: [WordTag], names: Placeholders) {
    self.text = text
    for section in sections.sections where section.isRows {
      guard case .list = section.meaning, let rows = section.elements else { continue }
      let range = rows.first...text.ends[rows.last]
      let count = range.count {
        text.markup.tokens[$0].kind == .start && text.parents[$0] == text.parents[rows.first]
      }
      for start in range where isCell(start, of: text.parents[rows.first]) {
        let entries = values(in: start, tags, sections).map { names.entries[$0].source }
        if let cell = cell(start, entries, isOnlyRow: count == 1) { cells.append(cell) }
      }
    }
  }

  /// Whether a tag begins a cell of the table itself, not of one within it.
  private func isCell(_ start: Int, of table: Int) -> Bool {
    let token = text.markup.tokens[start]
    guard token.kind == .start, token.name == "w:tc" else { return false }
    return text.ancestors(of: start).last { text.markup.tokens[$0].name == "w:tbl" }
      == (text.markup.tokens[table].name == "w:tbl"
        ? table : text.ancestors(of: table).last { text.markup.tokens[$0].name == "w:tbl" })
  }

  private func values(in cell: Int, _ tags: [WordTag], _ sections: WordSections) -> [Int] {
    let range = text.range(of: cell)
    return tags.indices.filter { range.contains(tags[$0].token) }.compactMap { sections.values[$0] }
  }

  private func cell(_ start: Int, _ entries: [Placeholders.Source], isOnlyRow: Bool) -> Cell? {
    let properties = ((start + 1)...text.ends[start]).first {
      text.parents[$0] == start && text.markup.tokens[$0].kind == .start
        && text.markup.tokens[$0].name == "w:tcPr"
    }
    let inner = properties.map { text.range(of: $0) }
    let empty = ((start + 1)...text.ends[start]).filter {
      text.parents[$0] == start && text.markup.tokens[$0].kind == .empty
        && text.markup.tokens[$0].name == "w:tcPr"
    }
    let merge = (inner.map(Array.init) ?? []).filter { text.markup.tokens[$0].name == "w:vMerge" }
    let begins = merge.contains { text.markup.tokens[$0].attribute("w:val") == "restart" }
    // What goes on from above goes on in every row.
    guard merge.isEmpty || begins else { return nil }
    let mark: String
    if entries.contains(.column(.level2)) {
      mark = "begins2"
    } else if entries.contains(.column(.level1)) || entries.contains(.column(.level1Weight)) {
      mark = "begins1"
    } else {
      mark = "isFirst"
    }
    let isLevel = mark != "isFirst"
    guard isLevel ? isOnlyRow || begins : isOnlyRow && begins else { return nil }
    let leading = ["w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge"]
    let ahead = (inner.map(Array.init) ?? []).filter { leading.contains(text.markup.tokens[$0].name) }
    return Cell(
      start: start, mark: mark, place: ahead.max().map { text.ends[$0] } ?? properties ?? start,
      hasProperties: properties != nil, dropped: merge + empty)
  }
}
