import ChineseText

/// A table of text for a terminal or a plain file: columns aligned by display width, cells wrapped,
/// cells merged downwards.
public struct TextTable: Sendable, Equatable {
  /// Where a cell's text stands in its column.
  public enum Alignment: Sendable { case leading, trailing }

  /// What lines are drawn with.
  public enum Border: Sendable {
    /// `│ ─ ┼`
    case box
    /// `| - +`, for terminals and files that know ASCII only.
    case ascii
  }

  /// One column.
  public struct Column: Sendable, Equatable {
    /// The text above the column.
    public var header: String
    /// Where texts stand in the column.
    public var alignment: Alignment
    /// Whether a value that repeats the one above continues its cell. A cell never continues past the
    /// end of a cell to its left that merges in this way.
    public var mergesRepeats: Bool

    public init(_ header: String, alignment: Alignment = .leading, mergesRepeats: Bool = false) {
      self.header = header
      self.alignment = alignment
      self.mergesRepeats = mergesRepeats
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The cells from top to bottom, from left to right; `nil` continues the cell above. Rows may be
  /// shorter than the columns (the rest is empty) or longer (columns without a header follow).
  public var rows: [[String?]]

  public init(columns: [Column], rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as lines of equal width, at most `width` columns wide.
  ///
  /// Columns shrink, the widest first, and their text wraps. Where not even that fits, each row becomes
  /// a record of `header：value` lines, every value written out.
  public func lines(width: Int, border: Border = .box) -> [String] {
    let grid = Grid(self)
    guard !grid.columns.isEmpty else { return [] }
    guard let widths = grid.widths(within: width) else { return grid.records(width: width, border: border) }
    return TableDrawing(grid: grid, widths: widths, border: border).lines
  }

  /// The table with every row as long as every other and merged cells resolved.
  struct Grid {
    let columns: [Column]
    /// Visible text by row and column; in continued cells that of the first one.
    let texts: [[String]]
    /// Whether a cell continues the one above.
    let continues: [[Bool]]

    init(_ table: TextTable) {
      let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
      columns = table.columns + Array(repeating: Column(""), count: count - table.columns.count)
      var texts: [[String]] = []
      var continues: [[Bool]] = []
      for row in table.rows {
        var rowTexts: [String] = []
        var rowContinues: [Bool] = []
        var mayContinue = !texts.isEmpty
        for (index, column) in columns.enumerated() {
          let given = index < row.count ? row[index].map { visible($0, keepsLineBreaks: true) } : ""
          let above = texts.last?[index] ?? ""
          let repeats = given == nil || (column.mergesRepeats && given == above)
          let goesOn = mayContinue && repeats
          rowTexts.append(goesOn ? above : given ?? "")
          rowContinues.append(goesOn)
          if column.mergesRepeats { mayContinue = goesOn }
        }
        texts.append(rowTexts)
        continues.append(rowContinues)
      }
      self.texts = texts
      self.continues = continues
    }

    var hasHeader: Bool { columns.contains { !$0.header.isEmpty } }
  }
}
