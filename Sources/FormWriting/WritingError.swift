import OfficeFiles

/// Why an output could not be made.
public enum WritingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The layout of this file name was not handed to the writer.
  case missingLayout(String)
  /// The layout of this file name is not valid mustache; with the parser's words.
  case faultyLayout(String, reason: String)
  /// A place's Word layout cannot be filled: its path, and all that is wrong with it.
  case faultyDocument(path: String, [LayoutProblem])
  /// A library of the system is not installed; the Debian package that holds it.
  case libraryMissing(package: String)
  /// A text is longer than a cell of a spreadsheet can hold: where, its characters and the limit.
  case textTooLong(place: String, count: Int, limit: Int)
  /// The file could not be made: memory is out, or a library gave up.
  case failed

  public var description: String {
    switch self {
    case .missingLayout(let name): Messages.missingLayout(name)
    case .faultyLayout(let name, let reason): Messages.faultyLayout(name, reason: reason)
    case .faultyDocument(let path, let problems): Messages.faultyDocument(path, problems)
    case .libraryMissing(let package): Messages.libraryMissing(package)
    case .textTooLong(let place, let count, let limit): Messages.textTooLong(place, count, limit)
    case .failed: Messages.writingFailed
    }
  }
}

extension WritingError {
  init(_ error: OfficeWritingError) {
    switch error {
    case .libraryMissing(let package): self = .libraryMissing(package: package)
    case .textTooLong(let sheet, let row, let column, let count, let limit):
      self = .textTooLong(place: Messages.cell(sheet, row: row, column: column), count: count, limit: limit)
    case .failed: self = .failed
    }
  }
}
