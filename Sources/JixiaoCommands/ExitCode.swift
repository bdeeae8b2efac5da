/// Exit codes (DESIGN §9).
public enum ExitCode: Int32, Sendable {
  /// Nothing to report.
  case clean = 0
  /// Findings or differences at the level asked for; something is missing.
  case findings = 1
  /// Some input could not be read or judged.
  case unreadable = 2
  /// Wrong usage.
  case usage = 64
  /// An output file cannot be made.
  case cannotCreate = 73
  /// Writing failed half-way.
  case cannotWrite = 74
  /// Another program holds the form.
  case locked = 75
  /// Ctrl-C.
  case interrupted = 130
}
