/// Why a workbook or a document cannot be written.
public enum OfficeWritingError: Error, Sendable, Hashable {
  /// A library of the system is not installed; the Debian package that holds it.
  case libraryMissing(package: String)
  /// A text is longer than a cell can hold: sheet, row and column from 1, its characters and the limit.
  case textTooLong(sheet: String, row: Int, column: Int, count: Int, limit: Int)
  /// Memory is out, or the library gave up.
  case failed
}
