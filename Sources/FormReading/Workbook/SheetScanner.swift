import OfficeFiles

/// What cells of every sheet mean by their numbers.
struct SheetContext {
  /// By cell style.
  var styles: [NumberFormat]
  /// Where the shared texts stand.
  var shared: [Range<Int32>]
  /// Whether days are counted from 1904-01-01.
  var is1904: Bool
}

/// One sheet: its cells that hold something, as they are printed.
struct SheetScanner: XMLHandler {
  /// The text of the whole file; cells are added to it.
  var text: [UInt8] = []
  private(set) var budget: CellBudget
  private(set) var merged: [CellArea] = []
  private var cells: [GridCell] = []
  private var isSorted = true
  private let sheet: Workbook.Sheet
  private let context: SheetContext

  // Where the scanner is.
  private var row = -1
  private var column = -1
  private var isRowHidden = false
  private var isCell = false
  private var cell = SheetCell()
  private var collected = Collected.nothing
  private var isPhonetic = false
  // What hides cells.
  private var hiddenColumns = HiddenColumns()
  private var hiddenRows = HiddenRows()
  private var areRowsHidden = false

  /// What text belongs to.
  private enum Collected { case nothing, value, formula, inline }

  init(_ sheet: Workbook.Sheet, context: SheetContext, budget: CellBudget) {
    self.sheet = sheet
    self.context = context
    self.budget = budget
  }

  /// What the sheet hides of its rows and columns; nothing where all of it is hidden.
  var hiddenLines: HiddenLines {
    sheet.isHidden ? HiddenLines() : HiddenLines(rows: hiddenRows, columns: hiddenColumns)
  }

  /// By row and then by column.
  var sortedCells: [GridCell] {
    isSorted ? cells : cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError) {
    switch name {
    case "c": try startCell(attributes)
    case "v":
      if isCell {
        collected = .value
        cell.hasValue = true
      }
    case "t": if isCell, !isPhonetic { collected = .inline }
    case "f":
      if isCell {
        collected = .formula
        cell.hasFormula = true
      }
    case "row": try startRow(attributes)
    case "rPh": isPhonetic = true
    case "mergeCell":
      guard let reference = attributes["ref"], let area = CellArea(reference) else {
        throw invalid(attributes["ref"])
      }
      merged.append(area)
    case "col": addColumns(attributes)
    case "sheetFormatPr": areRowsHidden = attributes["zeroHeight"]?.isTrue ?? false
    default: break
    }
  }

  mutating func end(_ name: XMLName) throws(OfficeFileError) {
    switch name {
    case "c": try endCell()
    case "v", "t", "f": collected = .nothing
    case "rPh": isPhonetic = false
    default: break
    }
  }

  mutating func text(_ bytes: XMLBytes) {
    switch collected {
    case .nothing: return
    case .value: cell.value.append(contentsOf: bytes)
    case .formula: cell.formula.append(contentsOf: bytes)
    case .inline: cell.inline.append(contentsOf: bytes)
    }
  }
}

// MARK: Rows and columns

extension SheetScanner {
  private mutating func startRow(_ attributes: XMLAttributes) throws(OfficeFileError) {
    if let number = attributes["r"] {
      guard let number = number.number, (1...CellReference.rows).contains(number) else {
        throw invalid(number)
      }
      row = number - 1
    } else {
      row += 1
    }
    column = -1
    isRowHidden = attributes["hidden"]?.isTrue ?? areRowsHidden
    if attributes["ht"]?.equals("0") ?? false { isRowHidden = true }
    if isRowHidden { hiddenRows.hide(row) }
  }

  private mutating func addColumns(_ attributes: XMLAttributes) {
    let isHidden = attributes["hidden"]?.isTrue ?? false || attributes["width"]?.equals("0") ?? false
    guard isHidden, let first = attributes["min"]?.number, let last = attributes["max"]?.number,
      1 <= first, first <= last
    else { return }
    hiddenColumns.hide((first - 1)...(last - 1))
  }

  private func invalid(_ what: XMLBytes?) -> OfficeFileError {
    .invalid(part: sheet.part, what: what?.string ?? "ref")
  }
}

// MARK: Cells

extension SheetScanner {
  private mutating func startCell(_ attributes: XMLAttributes) throws(OfficeFileError) {
    cell.clear()
    isCell = true
    column += 1
    for index in 0..<attributes.count {
      let value = attributes.value(index)
      switch attributes.name(index) {
      case "r":
        guard let place = CellReference(value) else { throw invalid(value) }
        // The cell's own place counts, whatever its row says.
        row = place.row
        column = place.column
      case "s": cell.style = value.number ?? 0
      case "t": cell.type = SheetCell.ValueType(value)
      default: break
      }
    }
  }

  private mutating func endCell() throws(OfficeFileError) {
    isCell = false
    collected = .nothing
    guard row < CellReference.rows, column < CellReference.columns else {
      throw .invalid(part: sheet.part, what: "row \(row + 1)")
    }
    guard let range = try printed(), !range.isEmpty else { return }
    try budget.spend(bytes: range.count)
    var found = GridCell(range, row: row, column: column)
    found.formula = cell.formulaKind
    found.isHidden = isRowHidden || sheet.isHidden || cell.isHidden || hiddenColumns.contains(column)
    if let last = cells.last, (last.row, last.column) >= (found.row, found.column) { isSorted = false }
    cells.append(found)
  }

  /// Where the cell's printed text stands; `nil` when it shows nothing.
  private mutating func printed() throws(OfficeFileError) -> Range<Int>? {
    switch cell.type {
    case .shared:
      if cell.value.isEmpty { return formula() }
      guard let index = cell.sharedIndex, index < context.shared.count else {
        throw .invalid(part: sheet.part, what: "sharedStrings \(String(decoding: cell.value, as: UTF8.self))")
      }
      let range = Int(context.shared[index].lowerBound)..<Int(context.shared[index].upperBound)
      guard let format, format.changesText else { return range }
      return add(format.text(text[range]))
    case .inline:
      return cell.inline.isEmpty ? formula() : addText(cell.inline)
    case .formulaText: return cell.hasValue ? addText(cell.value) : formula()
    case .truth: return cell.value.isEmpty ? formula() : add(NumberFormat.truth(cell.value))
    case .plain: return cell.value.isEmpty ? formula() : add(cell.value)
    case .number: return number()
    }
  }

  private var format: NumberFormat? {
    context.styles.indices.contains(cell.style) ? context.styles[cell.style] : nil
  }

  private mutating func number() -> Range<Int>? {
    if cell.value.isEmpty { return formula() }
    if format?.isGeneral ?? true, PrintedDecimal.isPlain(cell.value) { return add(cell.value) }
    guard let number = PrintedDecimal(cell.value) else { return add(cell.value) }
    let shown = (format ?? .general).text(of: number, is1904: context.is1904)
    if shown.allSatisfy(isBlank), !number.isZero {
      // A number that its format does not show.
      cell.isHidden = true
      return add(NumberFormat.general.text(of: number, is1904: false))
    }
    return add(shown)
  }

  /// A formula whose value was never counted stands for itself.
  private mutating func formula() -> Range<Int>? {
    guard cell.hasFormula else { return nil }
    cell.isFormulaShown = true
    return add([UInt8(ascii: "=")] + cell.formula)
  }

  private mutating func addText(_ bytes: [UInt8]) -> Range<Int>? {
    let start = text.count
    text.append(contentsOf: bytes)
    unescape(&text, from: start)
    guard let format, format.changesText else { return trimmed(text, start..<text.count) }
    let plain = Array(text[start...])
    text.removeSubrange(start...)
    return add(format.text(plain[...]))
  }

  private mutating func add(_ bytes: [UInt8]) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: bytes)
    return trimmed(text, start..<text.count)
  }
}
