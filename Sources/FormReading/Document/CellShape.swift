/// How a cell is merged with others.
struct CellShape {
  /// A part of a vertical merge of Word.
  enum Vertical {
    case single
    case first
    /// Its area began in a row above.
    case continued
  }

  /// At least 1.
  var columnSpan: Int32 = 1
  /// At least 1 (HTML alone; Word marks the cells below).
  var rowSpan: Int32 = 1
  /// Word alone.
  var vertical = Vertical.single
  /// Whether it belongs to the cell on its left (old documents of Word).
  var isContinuedRow = false

  /// No table has more columns, no cell more rows (Word: 63 columns); what is further right stands in the last one.
  static let most: Int32 = 1024

  /// A number of rows or columns from a file: 1 where it makes no sense.
  static func span(_ number: Int?) -> Int32 {
    guard let number, number > 0 else { return 1 }
    return min(Int32(clamping: number), most)
  }
}
