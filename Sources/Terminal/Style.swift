/// Colour and weight of printed text. Nothing is ever told by colour alone: without it all words stay.
public struct Style: Sendable, Equatable {
  /// What a piece of text is, not how it looks.
  public enum Role: Sendable, CaseIterable {
    case heading, prompt, error, warning, success, hint, strong

    fileprivate var code: String {
      switch self {
      case .heading: "1"
      case .prompt: "1;36"
      case .error: "1;31"
      case .warning: "33"
      case .success: "32"
      case .hint: "2"
      case .strong: "1"
      }
    }
  }

  /// Whether escape sequences are written at all.
  public let isColored: Bool

  /// Text without any escape sequence.
  public static let plain = Style(isColored: false)

  public init(isColored: Bool) { self.isColored = isColored }

  /// Colours only on a terminal that can show them and when the user has not declined them
  /// (`NO_COLOR` set to anything but nothing, see no-color.org).
  public init(isTerminal: Bool, environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    let declined = !(environment["NO_COLOR"] ?? "").isEmpty
    isColored = isTerminal && !declined && terminal != "dumb" && !terminal.isEmpty
  }

  /// `text` in the look of `role`, or unchanged when colours are off.
  public func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isColored, !text.isEmpty else { return text }
    return opening(role) + text + closing
  }

  func opening(_ role: Role) -> String { isColored ? "\u{1B}[\(role.code)m" : "" }
  var closing: String { isColored ? "\u{1B}[0m" : "" }
}
