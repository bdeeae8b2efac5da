/// A default for a question, and where it comes from.
public struct Suggestion: Sendable, Hashable {
  /// What a blank answer takes.
  public var text: String
  /// Where the text comes from.
  public var origin: Origin

  /// Where a default comes from.
  public enum Origin: Sendable, Hashable {
    /// The template's own default.
    case template
    /// Last year's form, with its year when it states one.
    case lastYear(Int?)
    /// Worked out from other answers; the words say how.
    case computed(String)
  }

  public init(_ text: String, _ origin: Origin) {
    self.text = text
    self.origin = origin
  }

  /// The origin in words: `2026 年申报表`.
  public var originText: String {
    switch origin {
    case .template: Messages.Origin.template
    case .lastYear(let year): Messages.Origin.lastYear(year)
    case .computed(let words): words
    }
  }
}
