import ArgumentParser
import FormModel

/// From which severity on findings end the program with status 1.
enum FailLevel: String, CaseIterable, ExpressibleByArgument, Sendable {
  case error, warning, info, never

  /// Whether a finding of a severity counts.
  func isReached(by severity: Severity) -> Bool {
    Severity(rawValue: rawValue).map { severity >= $0 } ?? false
  }
}

extension ExitCode: Comparable {
  public static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}
