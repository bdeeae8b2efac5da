import FormModel

/// What mending a finding takes. The raw value is the word of machine formats.
public enum Remedy: String, Sendable, Hashable, CaseIterable {
  /// Another spelling of the same: no number, unit or direction changes, and `--fix` may write it.
  case safe
  /// Somebody has to decide.
  case needsYou = "needs-you"
}

extension Finding {
  /// What mending it takes.
  public var remedy: Remedy { fix == nil ? .needsYou : .safe }
}
