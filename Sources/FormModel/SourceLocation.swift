/// A place in the file that a value was read from.
public enum SourceLocation: Sendable, Hashable {
  /// Line and column of a text file, both from 1, columns in characters.
  case text(line: Int, column: Int)
  /// A cell of a workbook: `Sheet1!F12`.
  case sheet(name: String, cell: String)
  /// A table of a document and its row and cell, all from 1.
  case table(Int, row: Int, cell: Int)
}

extension SourceLocation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text(let line, let column): "\(line):\(column)"
    case .sheet(let name, let cell): "\(name)!\(cell)"
    case .table(let table, let row, let cell): Messages.place(table: table, row: row, cell: cell)
    }
  }
}
