/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Worth a look; nothing need change.
  case info
  /// A reviewer will ask about it.
  case warning
  /// The form cannot be handed in like this.
  case error

  public static func < (a: Severity, b: Severity) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
