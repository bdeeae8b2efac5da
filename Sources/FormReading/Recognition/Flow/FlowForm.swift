/// One form of flowed text: found in sections, read with what is known about its columns, set again as a table.
struct FlowForm {
  let text: FlowText
  let outline: FlowOutline

  init(_ text: FlowText, words: FlowWords) {
    self.text = text
    outline = FlowOutline(text, words: words)
  }

  /// Adds what its rows teach.
  func teach(_ knowledge: inout FlowKnowledge, words: FlowWords) {
    for section in outline.sections {
      switch section {
      case .table(let table):
        for row in rows(of: table, knowledge, words).rows {
          knowledge.add(row, of: text, columns: table.columns)
        }
      case .goals(_, let heads, let body) where heads.count == 2 && !body.isEmpty:
        let cut = FlowGoals(text: text, body: body, wrap: knowledge.goals).cut()
        knowledge.addGoals(body, cut: cut, of: text)
      default: break
      }
    }
  }

  private func rows(of table: FlowTable, _ knowledge: FlowKnowledge, _ words: FlowWords) -> FlowRows {
    var parser = FlowRowParser(
      text: text, body: table.body, columns: table.columns, words: words,
      metrics: knowledge.metrics(of: table.columns), known: knowledge.texts, isContinued: table.isContinued
    )
    return parser.read()
  }

  /// The form as a table.
  func grid(_ knowledge: FlowKnowledge, words: FlowWords, in file: inout GridFile) -> Grid {
    var printer = FlowPrinter(text)
    let tables = outline.sections.map { section in
      if case .table(let table) = section { rows(of: table, knowledge, words) } else { FlowRows() }
    }
    let trust = FlowTrust(outline, tables, of: text, words: words)
    var hasLabels = false
    for (section, read) in zip(outline.sections, tables) {
      let isLabelled = isLabelled(section, words)
      hasLabels = hasLabels || isLabelled
      if trust == .loose, isMixedUp(section, isLabelled: isLabelled || !hasLabels) {
        printLoose(section, &printer, &file)
        continue
      }
      switch section {
      case .row(let cells): printRow(cells, &printer, &file)
      case .budget(let label, let heads, let lines): printBudget(label, heads, lines, &printer, &file)
      case .goals(let label, let heads, let body): printGoals(label, heads, body, knowledge, &printer, &file)
      case .table(let table):
        printTable(table, read.rows, isDoubtful: trust == .doubtful, &printer, &file)
      case .total(let label, let values): printTotal(label, values, &printer, &file)
      }
    }
    return printer.grid
  }

  /// Whether a section of a loose form is not read: its table, and where columns stand side by side or in blocks,
  /// all that is not certain.
  private func isMixedUp(_ section: FlowSection, isLabelled: Bool) -> Bool {
    if case .table = section { return true }
    guard text.setting.isAligned || text.setting.isInBlocks || outline.tableCount == 0 else { return false }
    return !isLabelled || !isCertain(section)
  }

  /// Whether a label says what a section is.
  private func isLabelled(_ section: FlowSection, _ words: FlowWords) -> Bool {
    guard case .row(let cells) = section else { return true }
    guard let first = cells.first?.lowerBound else { return false }
    return text.word(at: first, in: words, [.label, .note], before: text.pieces.count) != nil
  }

  /// Whether a section can be read though the order of the text is not that of the cells: what stands in one line.
  private func isCertain(_ section: FlowSection) -> Bool {
    switch section {
    case .row(let cells):
      guard let first = cells.first?.lowerBound, let last = cells.last?.upperBound else { return true }
      let isWhole = last >= text.pieces.count || text.pieces[last].beginsLine
      return isWhole && !(first + 1..<max(first + 1, last)).contains { text.pieces[$0].beginsLine }
    case .budget(_, let heads, let lines):
      return lines.allSatisfy { $0.values.count == heads.count }
    case .goals, .table: return false
    case .total: return true
    }
  }

  private func printLoose(_ section: FlowSection, _ printer: inout FlowPrinter, _ file: inout GridFile) {
    guard let pieces = section.pieces else { return }
    if case .table(let table) = section {
      printTable(
        FlowTable(side: nil, heads: table.heads, body: table.body.prefix(0)), [], isDoubtful: false, &printer,
        &file)
      if let side = table.side { printer.addLoose(side, to: &file) }
      printer.addLoose(table.body, to: &file)
    } else {
      printer.addLoose(pieces, to: &file)
    }
  }

  private func printRow(_ cells: [Range<Int>], _ printer: inout FlowPrinter, _ file: inout GridFile) {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      printer.add(cell, column: column, to: &file)
    }
    printer.newRow()
  }

  private func printBudget(
    _ label: Range<Int>?, _ heads: [Range<Int>], _ lines: [FlowBudgetLine], _ printer: inout FlowPrinter,
    _ file: inout GridFile
  ) {
    if let label { printer.add(label, column: 0, rowSpan: lines.count + 1, to: &file) }
    for (column, head) in heads.enumerated() { printer.add(head, column: column + 2, to: &file) }
    printer.newRow()
    let columns = FlowBudget(text: text, heads: heads.count, lines: lines).columns()
    for (line, columns) in zip(lines, columns) {
      printer.add(line.label, column: 1, to: &file)
      for (value, column) in zip(line.values, columns) { printer.add(value, column: column + 2, to: &file) }
      printer.newRow()
    }
  }

  private func printGoals(
    _ label: Range<Int>?, _ heads: [Range<Int>], _ body: Range<Int>, _ knowledge: FlowKnowledge,
    _ printer: inout FlowPrinter, _ file: inout GridFile
  ) {
    if let label { printer.add(label, column: 0, rowSpan: 2, to: &file) }
    for (column, head) in heads.enumerated() { printer.add(head, column: column + 1, to: &file) }
    printer.newRow()
    guard !body.isEmpty else { return }
    let cut =
      heads.count == 2 ? FlowGoals(text: text, body: body, wrap: knowledge.goals).cut() : body.upperBound
    printer.add(body.lowerBound..<cut, column: 1, to: &file)
    if cut < body.upperBound { printer.add(cut..<body.upperBound, column: 2, to: &file) }
    printer.newRow()
  }

  private func printTable(
    _ table: FlowTable, _ rows: [FlowRow], isDoubtful: Bool, _ printer: inout FlowPrinter,
    _ file: inout GridFile
  ) {
    if let side = table.side { printer.add(side, column: 0, rowSpan: rows.count + 1, to: &file) }
    for (column, head) in table.heads.enumerated() { printer.add(head.pieces, column: column + 1, to: &file) }
    printer.newRow()
    for row in rows {
      for cell in row.cells {
        printer.add(
          cell.pieces, column: cell.column + 1,
          isDoubtful: cell.isDoubtful || (isDoubtful && table.columns[cell.column] == .name), to: &file)
      }
      printer.newRow()
    }
    // What is too much to be read is handed on as it stands.
    for piece in table.body.dropFirst(FlowRowParser.mostPieces) {
      printer.add(piece..<piece + 1, column: 0, isDoubtful: true, to: &file)
      printer.newRow()
    }
  }

  private func printTotal(
    _ label: Range<Int>, _ values: [Range<Int>], _ printer: inout FlowPrinter, _ file: inout GridFile
  ) {
    printer.add(label, column: 1, to: &file)
    let columns = totalColumns(values.count)
    for (value, column) in zip(values, columns) { printer.add(value, column: column, to: &file) }
    printer.newRow()
  }

  /// Sums stand under points; a single one under the points that were to be had.
  private func totalColumns(_ count: Int) -> [Int] {
    var points: [Int] = []
    for case .table(let table) in outline.sections {
      points = table.heads.indices.filter { [.weight, .score].contains(table.heads[$0].column) }
    }
    if points.count >= count { return points.prefix(count).map { $0 + 1 } }
    return (0..<count).map { $0 + 2 }
  }
}
