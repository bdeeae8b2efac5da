import FoundationEssentials

/// Points as printed (a weight, a score) beside their value.
public struct Score: Sendable, Hashable {
  /// As printed: `10`, `4.50`, `—`.
  public let text: String

  /// Any text.
  public init(_ text: String) { self.text = text }

  /// Points computed by the program, printed without needless zeros.
  public init(_ value: Decimal) { self.text = "\(value)" }

  /// The points; `nil` when the text is not a plain number.
  public var value: Decimal? { decimal(printed: text) }
}
