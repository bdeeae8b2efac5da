import FormModel
import FormTemplates

/// The printed form as blocks of rows of cells: made once, drawn by every writer.
///
/// Within a block each row fills the block's columns exactly, cells merged from above counted;
/// ``grid`` gives the same cells on the columns of one sheet.
public struct FormTable: Sendable, Hashable {
  /// 表名.
  public var title: String
  /// `(2027年度)`; empty where the form has no year.
  public var yearLine: String
  /// The parts from top to bottom.
  public var blocks: [Block]

  /// A part of the table whose rows share their columns.
  public struct Block: Sendable, Hashable {
    /// What the part shows.
    public var kind: Kind
    /// Widths of the columns as weights that add to ``FormTable/fullWidth``.
    public var widths: [Int]
    /// How many rows at the top are heads, to be repeated on every page.
    public var headRows: Int
    /// In each row the cells that begin there, from left to right.
    public var rows: [[Cell]]

    /// The cell at the left that names the block and spans all its rows.
    public var side: Cell? { rows.first?.first.flatMap { $0.role == .side ? $0 : nil } }
  }

  /// What a block is about.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// 项目名称, 主管部门 ….
    case head
    case funding
    /// 预算执行情况 of a self-evaluation.
    case budget
    case goals
    case indicators
    /// Fields of the form that the template does not know.
    case others
  }

  /// A cell, merged over `columnSpan` columns and `rowSpan` rows.
  public struct Cell: Sendable, Hashable {
    /// As printed in the form, unchanged.
    public var text: String
    /// What the cell is to its row.
    public var role: Role
    /// Where the text stands in the cell.
    public var alignment: Alignment
    /// The block's column it begins in, from 0.
    public var column: Int
    /// Columns of the block it covers, at least 1.
    public var columnSpan: Int
    /// Rows it covers, at least 1.
    public var rowSpan: Int
    /// The place of the form whose text it shows; `nil` for labels and computed cells.
    public var path: FormPath?

    public init(
      _ text: String, role: Role = .value, alignment: Alignment = .leading, column: Int, columnSpan: Int = 1,
      rowSpan: Int = 1, path: FormPath? = nil
    ) {
      self.text = text
      self.role = role
      self.alignment = alignment
      self.column = column
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.path = path
    }
  }

  /// What a cell is to its row.
  public enum Role: Sendable, Hashable {
    /// Names the block, at its left.
    case side
    /// Names the column below.
    case head
    /// Names the value to its right; a 一级 or 二级指标.
    case label
    case value
  }

  /// Where a text stands in its cell.
  public enum Alignment: Sendable, Hashable {
    case leading
    case center
    /// Amounts and points.
    case trailing
  }

  /// What the widths of each block add to.
  public static let fullWidth = 1000

  public init(title: String, yearLine: String, blocks: [Block]) {
    self.title = title
    self.yearLine = yearLine
    self.blocks = blocks
  }

  /// Lays out a form in the order, with the labels and columns of its template.
  ///
  /// Whatever the form holds stands in one cell: what the template does not know, in an own block or column.
  /// Columns that the template keeps out of print are left out.
  ///
  /// - Parameter widths: weights of columns of indicators, where they are not the usual ones.
  public init(
    _ form: Form, template: Template, details: DetailStyle = .columns, widths: [IndicatorColumn: Int] = [:]
  ) {
    self = FormTableBuilder(form: form, template: template, details: details, widths: widths).table()
  }

  /// Columns of the block that has the most.
  var mostColumns: Int { blocks.map(\.widths.count).max() ?? 0 }

  /// Where 指标解释, 计算公式 and other explanations stand.
  public enum DetailStyle: Sendable, Hashable {
    /// Each in a column of its own, as on paper.
    case columns
    /// Those that are filled below the indicator's name, where columns would get too narrow.
    case belowName
    /// As `columns`, and those columns too that the template keeps out of print.
    case everything
  }
}

extension FormTable.Block {
  /// - Parameter widths: in any proportion; scaled to ``FormTable/fullWidth``.
  init(_ kind: FormTable.Kind, widths: [Int], headRows: Int = 0, rows: [[FormTable.Cell]]) {
    let sum = max(1, widths.reduce(0, +))
    var scaled = widths.map { $0 * FormTable.fullWidth / sum }
    if let last = scaled.indices.last { scaled[last] += FormTable.fullWidth - scaled.reduce(0, +) }
    self.kind = kind
    self.widths = scaled
    self.headRows = headRows
    self.rows = rows
  }

  /// The same block with a cell at the left that spans all rows and names it.
  func withSide(_ text: String, width: Int = 8) -> Self {
    let side = FormTable.Cell(text, role: .side, alignment: .center, column: 0, rowSpan: rows.count)
    var shifted = rows.map { row in
      row.map { cell in
        var cell = cell
        cell.column += 1
        return cell
      }
    }
    if !shifted.isEmpty { shifted[0].insert(side, at: 0) }
    let share = width * FormTable.fullWidth / max(1, 100 - width)
    return Self(kind, widths: [share] + widths, headRows: headRows, rows: shifted)
  }
}
