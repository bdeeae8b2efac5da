/// A workbook to be written: sheets of texts, how they look and how they print.
///
/// Every cell is a text, whatever it looks like: `=100%`, `-5%`, `1-2` or `007` stay what they are, also when somebody
/// edits them.
public struct Workbook: Sendable, Hashable {
  /// What the file says about itself.
  public var properties: Properties
  /// At least one.
  public var sheets: [Sheet]

  public init(properties: Properties, sheets: [Sheet]) {
    self.properties = properties
    self.sheets = sheets
  }

  /// Document properties; empty texts are left out.
  public struct Properties: Sendable, Hashable {
    /// 表名.
    public var title: String
    /// What it is about.
    public var subject: String
    /// The unit it comes from.
    public var company: String
    /// Words it is found by.
    public var keywords: String

    public init(title: String = "", subject: String = "", company: String = "", keywords: String = "") {
      self.title = title
      self.subject = subject
      self.company = company
      self.keywords = keywords
    }
  }

  /// One sheet.
  public struct Sheet: Sendable, Hashable {
    /// At most 31 UTF-16 units, without `[]:*?/\`, unlike the other sheets' names; see ``SheetNames``.
    public var name: String
    /// Widths.
    public var columns: [Length]
    /// Heights, at most ``Workbook/highestRow``.
    public var rows: [Length]
    /// In any order; they must not overlap.
    public var cells: [Cell]
    /// How it prints.
    public var page: Page

    public init(name: String, columns: [Length], rows: [Length], cells: [Cell], page: Page) {
      self.name = name
      self.columns = columns
      self.rows = rows
      self.cells = cells
      self.page = page
    }
  }

  /// A text over one cell or several.
  public struct Cell: Sendable, Hashable {
    /// From 0.
    public var row: Int
    /// From 0.
    public var column: Int
    /// Rows it covers, at least 1.
    public var rowSpan: Int
    /// Columns it covers, at least 1.
    public var columnSpan: Int
    /// Shown as it is.
    public var text: String
    /// How it looks.
    public var style: Style
    /// What a person sees who goes to the cell.
    public var hint: Hint?

    public init(
      _ text: String, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, style: Style,
      hint: Hint? = nil
    ) {
      self.text = text
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.style = style
      self.hint = hint
    }
  }

  /// Words beside a cell for who fills it in; they are no part of the table and bind nobody.
  public struct Hint: Sendable, Hashable {
    /// Cut to 32 characters.
    public var title: String
    /// Cut to 255 characters.
    public var message: String
    /// Words to choose from; left out where they are longer than 255 characters together.
    public var choices: [String]

    public init(title: String, message: String, choices: [String] = []) {
      self.title = title
      self.message = message
      self.choices = choices
    }
  }

  /// How a text looks. Texts are wrapped and stand in the middle of their height.
  public struct Style: Sendable, Hashable {
    /// The name of the font; a system without it takes another one that has the signs.
    public var font: String
    /// Of the letters.
    public var size: Length
    /// Whether the letters are bold.
    public var isBold: Bool
    /// Where the text stands.
    public var alignment: Alignment
    /// Whether thin lines go around the cell.
    public var hasBorder: Bool

    public init(font: String, size: Length, isBold: Bool, alignment: Alignment, hasBorder: Bool) {
      self.font = font
      self.size = size
      self.isBold = isBold
      self.alignment = alignment
      self.hasBorder = hasBorder
    }
  }

  /// Where a text stands in its cell.
  public enum Alignment: UInt8, Sendable, Hashable { case left, center, right }

  /// How a sheet prints: on A4, as wide as the page.
  public struct Page: Sendable, Hashable {
    /// Whether the long side of the paper lies below.
    public var isLandscape: Bool
    /// Between the edge of the paper and the table.
    public var margins: Margins
    /// In Excel's codes: `&P` the page, `&N` the pages; empty for none.
    public var footer: String
    /// Rows that are repeated on every page.
    public var repeatedRows: Range<Int>?

    public init(isLandscape: Bool, margins: Margins, footer: String = "", repeatedRows: Range<Int>? = nil) {
      self.isLandscape = isLandscape
      self.margins = margins
      self.footer = footer
      self.repeatedRows = repeatedRows
    }

    /// What stays empty of the paper.
    public struct Margins: Sendable, Hashable {
      /// At the left.
      public var left: Length
      /// At the right.
      public var right: Length
      /// Above.
      public var top: Length
      /// Below; the footer stands in it.
      public var bottom: Length

      public init(left: Length, right: Length, top: Length, bottom: Length) {
        (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
      }
    }
  }

  /// The highest row that spreadsheets know.
  public static let highestRow = Length(points: 409)
  /// The longest text of a cell, in characters.
  public static let longestText = 32_767
}
