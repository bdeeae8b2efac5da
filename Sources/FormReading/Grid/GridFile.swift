import FormModel

/// What a format reader found in a file: grids of cells with places, in file order.
///
/// A format reader knows cells, never forms. The text of all cells stands in one buffer, so that a cell is a
/// few numbers and reading copies nothing it need not.
public struct GridFile: Sendable {
  /// UTF-8; cells are ranges of it. For a text file, the file itself without its byte order mark.
  public var text: [UInt8]
  /// Sheets, tables or stretches of text, in the order of the file.
  public var grids: [Grid]

  public init(text: [UInt8] = [], grids: [Grid] = []) {
    self.text = text
    self.grids = grids
  }

  /// The text of a cell as it stands in the file.
  public func string(of cell: GridCell) -> String { String(decoding: bytes(of: cell), as: UTF8.self) }

  /// The bytes of a cell as they stand in the file.
  public func bytes(of cell: GridCell) -> ArraySlice<UInt8> { text[Int(cell.start)..<Int(cell.end)] }

  /// Adds the text of a cell to the buffer.
  ///
  /// - Returns: its range, for `GridCell.init(_:row:column:)`.
  public mutating func append(_ bytes: some Sequence<UInt8>) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: bytes)
    return start..<text.count
  }
}

/// A rectangle of cells: a sheet, a table of a document, or a stretch of text.
public struct Grid: Sendable {
  /// How far the columns of the cells can be trusted.
  public enum Layout: Sendable, Hashable {
    /// Cells stand where their table has them (xlsx, docx, html, csv).
    case table
    /// The order of the cells in a row is right, their columns may have shifted (tab-separated text).
    case shifted
    /// Lines of running text: one blank or line break between cells, and cells broken over lines.
    case flowed
  }

  /// What the grid is in its file.
  public enum Source: Sendable, Hashable {
    /// A stretch of a text file: `GridCell.place` is line and first byte of the line in the buffer; a negative
    /// number is the column itself, for a cell whose text was written anew.
    case text
    /// A sheet of a workbook, by name: `GridCell.place` is row and column of the sheet, from 0.
    case sheet(String)
    /// A table of a document, from 1: `GridCell.place` is row and cell, from 1.
    case table(Int)
    /// Paragraphs of a document outside its tables: `GridCell.place` is the paragraph, from 1.
    case paragraphs
    /// Printed pages: `GridCell.place` is the page and the line of text on it, from 1.
    case pages
  }

  /// How far the columns can be trusted.
  public var layout: Layout
  /// What the grid is in its file.
  public var source: Source
  /// Whether the file hides all of it (a sheet of a workbook).
  public var isHidden = false
  /// Cells that are not blank, by row and then by column. Of a merged area, its first cell alone.
  public var cells: [GridCell]

  public init(layout: Layout, source: Source, cells: [GridCell] = []) {
    self.layout = layout
    self.source = source
    self.cells = cells
  }
}

/// One cell that is not blank.
public struct GridCell: Sendable, Hashable {
  /// Where its text begins in `GridFile.text`.
  public var start: Int32
  /// Where its text ends.
  public var end: Int32
  /// Row and column from 0.
  public var row: Int32
  /// See `row`.
  public var column: Int32
  /// How many rows and columns a merged cell covers; 1 for a plain one.
  public var rowSpan: Int32 = 1
  /// See `rowSpan`.
  public var columnSpan: Int32 = 1
  /// Two numbers that say where the cell stands in the file; their meaning is that of `Grid.source`.
  public var place: Place
  /// Whether the file hides the row or the column (xlsx).
  public var isHidden = false
  /// Whether the cell was put together of pieces that could belong elsewhere (flowed text).
  public var isDoubtful = false
  /// Whether it stands in no certain row or column: it is listed, not read (text whose columns are mixed up).
  public var isLoose = false
  /// Whether a formula stands behind the text (xlsx) that says something else.
  public var formula = Formula.none

  /// A formula whose result is not what people mean by the cell.
  public enum Formula: UInt8, Sendable, Hashable {
    /// No formula, or one like any other.
    case none
    /// Its result was never stored: the text is the formula.
    case uncounted
    /// A single number, as `=100%` is that was typed as a text.
    case number
  }
  /// Whether the print may have cut its text off (PDF).
  public var isCut = false

  /// See `Grid.Source`.
  public struct Place: Sendable, Hashable {
    /// The coarser number.
    public var major: Int32
    /// The finer number.
    public var minor: Int32

    public init(_ major: Int, _ minor: Int) {
      self.major = Int32(clamping: major)
      self.minor = Int32(clamping: minor)
    }
  }

  /// - Parameters:
  ///   - range: of `GridFile.text`, blanks at both ends left out.
  ///   - place: row and column where `Grid.source` is a sheet.
  public init(_ range: Range<Int>, row: Int, column: Int, place: Place? = nil) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
    self.row = Int32(clamping: row)
    self.column = Int32(clamping: column)
    self.place = place ?? Place(row, column)
  }
}

extension GridFile {
  /// The column, from 1, in which the text of a cell of a text file begins.
  func column(of cell: GridCell) -> Int {
    let lineStart = Int(cell.place.minor)
    guard lineStart >= 0 else { return -lineStart }
    // A character begins with a byte that continues none.
    let before = text[min(lineStart, Int(cell.start))..<Int(cell.start)]
    return 1 + before.count { $0 & 0xC0 != 0x80 }
  }

  /// The place of a cell as findings name it.
  public func location(of cell: GridCell, in grid: Grid) -> SourceLocation {
    let (major, minor) = (Int(cell.place.major), Int(cell.place.minor))
    switch grid.source {
    case .text: return .text(line: major, column: column(of: cell))
    case .sheet(let name): return .sheet(name: name, row: major + 1, column: minor + 1)
    case .table(let number): return .table(number, row: major, cell: minor)
    case .paragraphs: return .paragraph(major)
    case .pages: return .page(major, line: minor)
    }
  }
}
