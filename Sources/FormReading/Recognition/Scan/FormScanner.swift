import FormModel

/// Goes through the rows of a file once and puts every cell where it belongs; each part of a form has a file of
/// its own.
///
/// It holds all that is known of a file, so it is never copied.
struct FormScanner: ~Copyable {
  let file: GridFile
  let words: FormWords
  var draft = FormDraft()
  /// The cells of the row at hand.
  var row: [RowCell] = []
  /// What is in the row at hand.
  private(set) var tally = RowTally()
  var rowNumber: Int32 = 0
  var alignment = RowAlignment()
  var label = FoldedLabel()
  /// The cells of the last row of indicators by their columns.
  var parts = RowParts()
  private var columns = TextColumns()
  private(set) var grid = Grid(layout: .table, source: .paragraphs)
  /// Whether `grid` is a stretch of a text file.
  private var isInText = false
  private var forms: [LocatedForm] = []
  /// Whether a cell has been placed, for all cells of the file.
  private var isPlaced: [Bool]
  /// Whether a print may have cut some text off.
  private let hasCutCells: Bool
  /// The first cell that belongs to no form so far.
  private var rangeStart = 0
  /// The grid that cell is in, and the number of its first cell.
  private var firstGrid = 0
  private var firstOffset = 0
  /// The first cell of the row at hand.
  private var rowStart = 0

  init(file: GridFile, words: FormWords) {
    self.file = file
    self.words = words
    isPlaced = [Bool](repeating: false, count: file.grids.reduce(0) { $0 + $1.cells.count })
    hasCutCells = file.grids.contains { $0.source == .pages && $0.cells.contains(where: \.isCut) }
  }

  mutating func scan() -> [LocatedForm] {
    var offset = 0
    for next in file.grids {
      if case .sheet = next.source, !goesOn(in: next) { close(before: offset) }
      grid = next
      isInText = next.source == .text
      draft.lastRow = -1
      draft.heldHeads = []
      draft.reaching = []
      scanRows(of: next, from: offset)
      offset += next.cells.count
    }
    close(before: offset)
    addLeftOver(before: offset)
    return forms
  }

  private mutating func scanRows(of grid: Grid, from offset: Int) {
    var index = 0
    while index < grid.cells.count {
      rowNumber = grid.cells[index].row
      rowStart = offset + index
      row.removeAll(keepingCapacity: true)
      tally = RowTally()
      while index < grid.cells.count, grid.cells[index].row == rowNumber {
        add(grid.cells[index], offset + index)
        index += 1
      }
      if row.isEmpty { continue }
      takeRow()
      if tally.hasFormulas { doubtFormulas() }
      draft.lastRow = rowNumber
    }
  }

  private mutating func add(_ cell: GridCell, _ index: Int) {
    if cell.isLoose { return listLoose(cell, index) }
    if cell.isHidden { return }
    row.append(read(cell, index))
    tally.add(row[row.count - 1])
  }

  /// Lists placed cells whose formula is not what it says.
  private mutating func doubtFormulas() {
    for cell in row where cell.cell.formula != .none && isPlaced[cell.index] {
      let isCounted = cell.cell.formula == .number
      remark(
        .doubtful, cell,
        reason: isCounted ? Messages.formulaOfNumbers : Messages.formulaNotCounted)
    }
  }

  /// Lists a cell that stands in no certain row or column; the first of a form says why.
  private mutating func listLoose(_ cell: GridCell, _ index: Int) {
    remark(
      .unplaced, RowCell(index: index, cell: cell),
      reason: draft.hasLooseCells ? nil : Messages.looseText)
    draft.hasLooseCells = true
  }

  private mutating func read(_ cell: GridCell, _ index: Int) -> RowCell {
    guard label.fold(file.text, cell.range) else { return RowCell(index: index, cell: cell) }
    return RowCell(
      index: index, cell: cell, match: words.match(label), look: CellLook(label),
      mayHaveColon: label.mayHaveColon)
  }
}

/// How many cells of a row are labels, and of which sorts: most rows are seen by that to be none of most sorts.
struct RowTally {
  private(set) var labels = 0
  /// Column heads of the indicator table.
  private(set) var heads = 0
  /// Column heads of the budget table.
  private(set) var budgetHeads = 0
  private(set) var hasFormulas = false

  mutating func add(_ cell: borrowing RowCell) {
    if cell.cell.formula != .none { hasFormulas = true }
    guard let word = cell.word else { return }
    labels += 1
    if word.column != nil { heads += 1 }
    if word.budgetColumn != nil { budgetHeads += 1 }
  }
}

// MARK: Forms over several sheets

extension FormScanner {
  /// Rows in which a table of indicators must begin that goes on a form of another sheet.
  private static let searched: Int32 = 30

  /// Whether a sheet is the second half of the form at hand: it has indicators and no head of its own, and the form
  /// has a head and no indicators.
  private mutating func goesOn(in sheet: Grid) -> Bool {
    guard draft.hasProject, draft.header == nil, draft.form.indicators.isEmpty, !sheet.isHidden,
      let first = sheet.cells.first?.row
    else { return false }
    var cells: [RowCell] = []
    for (index, cell) in sheet.cells.enumerated() {
      guard cell.row <= first + Self.searched else { break }
      if cell.row != cells.last?.cell.row {
        if HeaderRow(cells) != nil { return true }
        cells = []
      }
      let cell = read(cell, index)
      if let field = cell.word?.field, words.fields[Int(field)] == .field(.project) { return false }
      cells.append(cell)
    }
    return HeaderRow(cells) != nil
  }
}

// MARK: Cells

extension GridCell {
  var range: Range<Int> { Int(start)..<Int(end) }
}

extension FormScanner {
  mutating func location(of cell: borrowing RowCell) -> SourceLocation {
    isInText ? textLocation(of: cell.cell) : file.location(of: cell.cell, in: grid)
  }

  private mutating func location(of cell: GridCell, in grid: Grid) -> SourceLocation {
    grid.source == .text ? textLocation(of: cell) : file.location(of: cell, in: grid)
  }

  /// As `GridFile.location(of:in:)`, in one pass over a line however many cells it has.
  private mutating func textLocation(of cell: GridCell) -> SourceLocation {
    let isCounted = cell.place.minor >= 0
    let column = isCounted ? columns.column(of: cell, in: file.text) : -Int(cell.place.minor)
    return .text(line: Int(cell.place.major), column: column)
  }

  /// The text as a value.
  func value(_ cell: borrowing RowCell) -> String { PrintedText.value(file.text, cell.cell.range) }

  mutating func place(_ cell: borrowing RowCell) { isPlaced[cell.index] = true }

  /// Lists a cell as a note, or as one whose reading is doubtful; it counts as placed.
  mutating func remark(
    _ kind: ReadingRemark.Kind, _ cell: RowCell, path: FormPath? = nil, reason: String? = nil
  ) {
    place(cell)
    draft.remarks.append(
      (
        cell.index,
        ReadingRemark(
          kind, text: file.string(of: cell.cell), location: location(of: cell), path: path, reason: reason)
      ))
  }

  /// Whether lines are missing before the row at hand: a page break.
  var isAfterGap: Bool { draft.lastRow >= 0 && rowNumber > draft.lastRow + 1 }

  /// How far columns are to be trusted.
  var trust: RowAlignment.Trust {
    var trust = grid.layout == .table ? RowAlignment.Trust.table : .shifted
    trust.knowsLevels = draft.tree.knowsLevels
    return trust
  }
}

// MARK: Beginning and end of a form

extension FormScanner {
  /// Ends the form at hand before the row at hand.
  mutating func beginForm() { close(before: rowStart) }

  /// Ends the form at hand; what is none is left to its neighbours.
  private mutating func close(before end: Int) {
    defer { draft = FormDraft() }
    guard draft.isForm else {
      for index in rangeStart..<end { isPlaced[index] = false }
      return
    }
    finish()
    forms.append(
      LocatedForm(form: draft.form, locations: draft.locations, remarks: remarks(rangeStart..<end)))
    rangeStart = end
  }

  /// Cells after the last form are listed with it.
  private mutating func addLeftOver(before end: Int) {
    guard !forms.isEmpty, rangeStart < end else { return }
    forms[forms.count - 1].remarks += remarks(rangeStart..<end)
  }

  /// Everything that was not placed, and what was remarked, in file order.
  private mutating func remarks(_ range: Range<Int>) -> [ReadingRemark] {
    var made = draft.remarks.sorted { $0.cell < $1.cell }[...]
    guard !made.isEmpty || hasCutCells || isPlaced[range].contains(false) else { return [] }
    var result: [ReadingRemark] = []
    while firstGrid < file.grids.count, firstOffset + file.grids[firstGrid].cells.count <= range.lowerBound {
      firstOffset += file.grids[firstGrid].cells.count
      firstGrid += 1
    }
    var offset = firstOffset
    for grid in file.grids[firstGrid...] {
      let cells = range.clamped(to: offset..<offset + grid.cells.count)
      for index in cells {
        while let first = made.first, first.cell == index {
          result.append(first.remark)
          made = made.dropFirst()
        }
        let cell = grid.cells[index - offset]
        if !isPlaced[index] {
          result.append(unplaced(cell, in: grid))
        } else if cell.isCut, read(cell, index).match == nil {
          result.append(
            ReadingRemark(
              .doubtful, text: file.string(of: cell), location: location(of: cell, in: grid),
              reason: Messages.cutText))
        }
      }
      offset += grid.cells.count
      if offset >= range.upperBound { break }
    }
    return result
  }

  private func hiddenReason(_ grid: Grid) -> String {
    if case .sheet = grid.source { return grid.isHidden ? Messages.hiddenSheet : Messages.hiddenCell }
    return Messages.hiddenText
  }

  private mutating func unplaced(_ cell: GridCell, in grid: Grid) -> ReadingRemark {
    ReadingRemark(
      .unplaced, text: file.string(of: cell), location: location(of: cell, in: grid),
      reason: cell.isHidden ? hiddenReason(grid) : nil)
  }
}
