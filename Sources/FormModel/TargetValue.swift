/// A 指标值 or 实际完成值: the text as printed beside what it means.
public struct TargetValue: Sendable, Hashable {
  /// As printed, blanks included.
  public let text: String
  /// Readers of many forms never ask what a text means, so it is worked out on demand.
  private let read = MeaningOnDemand()

  /// Any text; every text has a meaning.
  public init(_ text: String) { self.text = text }

  /// What the text says.
  public var meaning: Meaning { read.meaning(of: text) }

  /// The house spelling of a quantity or range: `≥95%` for `不低于95％`, `≤4小时` for `4小时以内`.
  ///
  /// It reads back to the same meaning. A unit that could not be told from what stands before it is
  /// put in brackets: `2023(年)`.
  ///
  /// - Returns: `nil` for values that have no such spelling: dates, grades, words, blanks.
  public var canonicalText: String? { read.canonicalText(of: text) }

  public static func == (a: TargetValue, b: TargetValue) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
