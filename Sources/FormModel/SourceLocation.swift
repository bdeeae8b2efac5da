import ChineseText

/// A place in the file that a value was read from.
public enum SourceLocation: Sendable, Hashable {
  /// Line and column of a text file, both from 1, columns in characters.
  case text(line: Int, column: Int)
  /// A cell of a workbook, row and column from 1: `Sheet1!F12`.
  case sheet(name: String, row: Int, column: Int)
  /// A table of a document and its row and cell, all from 1.
  case table(Int, row: Int, cell: Int)
  /// A paragraph of a document outside its tables, from 1.
  case paragraph(Int)
  /// A line of text on a printed page, both from 1.
  case page(Int, line: Int)
}

extension SourceLocation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text(let line, let column): "\(line):\(column)"
    case .sheet(let name, let row, let column): "\(name)!\(columnLetters(column))\(row)"
    case .table(let table, let row, let cell): Messages.place(table: table, row: row, cell: cell)
    case .paragraph(let number): Messages.place(paragraph: number)
    case .page(let number, let line): Messages.place(page: number, line: line)
    }
  }
}

extension SourceLocation {
  /// Adds the ``description`` to a text.
  public func write(to text: inout GrowingText) {
    guard case .text(let line, let column) = self else { return text.add(description) }
    text.add(line)
    text.add(":")
    text.add(column)
  }
}

/// The letters of a sheet's column, from 1: A … Z, AA ….
func columnLetters(_ column: Int) -> String {
  guard column > 26 else { return String(UnicodeScalar(UInt8(64 + max(1, column)))) }
  return columnLetters((column - 1) / 26) + columnLetters((column - 1) % 26 + 1)
}
