import OfficeFiles

/// Reads the sheets of a workbook in their order.
struct WorkbookReader {
  private let workbook: Workbook
  private var shared = SharedTexts()
  private var styles = WorkbookStyles()
  private var file = GridFile()

  /// Reads what all sheets share.
  init(_ archive: inout ZipArchive) throws(OfficeFileError) {
    workbook = try Workbook(&archive)
    if let part = workbook.sharedTexts, archive.contains(part) {
      try XMLScanner.scan(part, of: &archive, to: &shared)
    }
    if let part = workbook.styles, archive.contains(part) {
      try XMLScanner.scan(part, of: &archive, to: &styles)
    }
    file.text = shared.takeText()
  }

  /// The cells of all sheets; a sheet without any is left out.
  mutating func read(_ archive: inout ZipArchive) throws(OfficeFileError) -> GridFile {
    var budget = CellBudget(archive.limits)
    for sheet in workbook.sheets {
      var scanner = SheetScanner(
        sheet, context: SheetContext(styles: styles.formats, shared: shared.ranges, is1904: workbook.is1904),
        budget: budget)
      swap(&scanner.text, &file.text)
      try XMLScanner.scan(sheet.part, of: &archive, to: &scanner)
      swap(&scanner.text, &file.text)
      budget = scanner.budget
      let cells = MergedAreas(scanner.merged, hidden: scanner.hiddenLines)
        .apply(to: scanner.sortedCells, in: file.text)
      guard !cells.isEmpty else { continue }
      var grid = Grid(layout: .table, source: .sheet(sheet.name), cells: cells)
      grid.isHidden = sheet.isHidden
      file.grids.append(grid)
    }
    return file
  }
}

/// What all sheets of a workbook together may hold.
struct CellBudget {
  private var cells: Int
  private var bytes: Int
  private let limits: ArchiveLimits

  init(_ limits: ArchiveLimits) {
    self.limits = limits
    cells = limits.cells
    bytes = limits.cellBytes
  }

  /// Counts one cell and its text.
  mutating func spend(bytes count: Int) throws(OfficeFileError) {
    cells -= 1
    bytes -= count
    guard cells >= 0 else { throw .tooManyCells(limit: limits.cells) }
    guard bytes >= 0 else { throw .tooMuchText(limit: limits.cellBytes) }
  }
}
