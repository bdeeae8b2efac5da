import ChineseText
import FoundationEssentials

/// A 指标值 or 实际完成值: the text as printed beside what it means.
public struct TargetValue: Sendable, Hashable {
  /// As printed, blanks included.
  public let text: String
  /// What the text says.
  public let meaning: Meaning

  /// Reads the text; every text has a meaning.
  public init(_ text: String) {
    self.text = text
    self.meaning = Meaning(text)
  }

  public static func == (a: TargetValue, b: TargetValue) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
