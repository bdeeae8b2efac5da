import CEditline

/// Columns and rows of a terminal.
public struct TerminalSize: Sendable, Equatable {
  /// Characters of single width in a row.
  public var columns: Int
  /// Lines on the screen.
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What is assumed where nobody knows.
  public static let usual = TerminalSize(columns: 80, rows: 24)

  /// The size of the terminal behind a file descriptor; `nil` when it is none.
  public init?(of descriptor: Int32) {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard cel_window_size(descriptor, &columns, &rows) else { return nil }
    self.init(columns: Int(columns), rows: Int(rows))
  }

  /// The size of the terminal behind standard output, else what `COLUMNS` and `LINES` say, else 80×24.
  public static func current(environment: [String: String]) -> TerminalSize {
    if let size = TerminalSize(of: STDOUT_FILENO) { return size }
    func number(_ name: String) -> Int? {
      environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    return TerminalSize(
      columns: number("COLUMNS") ?? usual.columns, rows: number("LINES") ?? usual.rows)
  }
}
