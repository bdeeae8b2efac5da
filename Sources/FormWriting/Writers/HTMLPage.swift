import FormModel

/// What the HTML layout can name; the property names are the layout's words.
struct HTMLPage {
  let heading: String
  /// `portrait`, or `landscape` for tables of many columns.
  let orientation: String
  let paperWidth: String
  let yearLine: String
  let hasYearLine: Bool
  let blocks: [Block]
  let hasFindings: Bool
  let findingsHeading = Messages.findings
  let findings: [FindingNote]

  struct Block {
    let kind: String
    /// Widths in per cent.
    let columns: [String]
    let hasHead: Bool
    let headRows: [Row]
    let bodyRows: [Row]
  }

  struct Row {
    let cells: [Cell]
  }

  struct Cell {
    /// `th` or `td`.
    let tag: String
    let role: String
    let alignment: String
    /// `nil` for one.
    let columnSpan: Int?
    let rowSpan: Int?
    let text: String
    /// Whether the text may reach into the cell below.
    let floats: Bool
    /// The findings about the cell, in a report.
    var notes: [Note] = [] { didSet { isMarked = !notes.isEmpty } }
    /// Whether there are any.
    private(set) var isMarked = false
  }

  /// A finding as its cell names it.
  struct Note {
    let number: Int
    /// `error`, `warning`, `info`.
    let severity: String
  }

  /// More columns do not stand upright on A4.
  private static let portraitColumns = 8

  init(_ table: FormTable, findings: [FindingNote]) {
    let isWide = table.blocks.contains { $0.widths.count > Self.portraitColumns }
    heading = table.title
    orientation = isWide ? "landscape" : "portrait"
    paperWidth = isWide ? "297mm" : "210mm"
    yearLine = table.yearLine
    hasYearLine = !table.yearLine.isEmpty
    blocks = table.blocks.map { Block($0) }
    hasFindings = !findings.isEmpty
    self.findings = findings
  }
}

extension HTMLPage.Block {
  /// - Parameter notes: the findings about a cell.
  init(_ block: FormTable.Block, notes: (FormTable.Cell) -> [HTMLPage.Note] = { _ in [] }) {
    func shown(_ cell: FormTable.Cell) -> HTMLPage.Cell {
      var shown = HTMLPage.Cell(cell)
      shown.notes = notes(cell)
      return shown
    }
    kind = "\(block.kind)"
    columns = block.widths.map { "\($0 / 10).\($0 % 10)" }
    hasHead = block.headRows > 0
    var head = block.rows.prefix(block.headRows).map { $0.map(shown) }
    var body = block.rows.dropFirst(block.headRows).map { $0.map(shown) }
    if let side = block.side, block.headRows > 0, block.headRows < block.rows.count {
      let below = FormTable.Cell(
        "", role: .side, column: 0, rowSpan: block.rows.count - block.headRows)
      var above = side
      above.rowSpan = block.headRows
      head[0][0] = HTMLPage.Cell(above, mark: HTMLPage.Cell.openBelow)
      body[0].insert(HTMLPage.Cell(below, mark: " open-above"), at: 0)
    }
    headRows = head.map(HTMLPage.Row.init)
    bodyRows = body.map(HTMLPage.Row.init)
  }
}

extension HTMLPage.Cell {
  static let openBelow = " open-below"

  /// - Parameter mark: a further class; heads repeat on every page, so a cell that is merged over head and
  ///   body is two cells without a line between them.
  init(_ cell: FormTable.Cell, mark: String = "") {
    tag = cell.role == .value ? "td" : "th"
    role = "\(cell.role)\(mark)"
    alignment = "\(cell.alignment)"
    columnSpan = cell.columnSpan == 1 ? nil : cell.columnSpan
    rowSpan = cell.rowSpan == 1 ? nil : cell.rowSpan
    text = cell.text
    floats = mark == Self.openBelow
  }
}
