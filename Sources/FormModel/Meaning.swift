import ChineseText
import FoundationEssentials

extension TargetValue {
  /// What a printed value says.
  public enum Meaning: Sendable, Hashable {
    /// Nothing but white space.
    case blank
    /// A stand-in for a value: `XX`, `**`, `—`, `待定`.
    case placeholder
    /// A number with the way it is to be held against the result.
    case quantity(Quantity)
    /// Between two numbers, both included: `80%~90%`.
    case range(lower: Decimal, upper: Decimal, unit: MeasureUnit?)
    /// To be done in or by a time: `2023年底`, `9月30日前`.
    case date(Deadline)
    /// One of an ordered set of words: `优/良/中/差`, `达成年度指标`.
    case graded([String])
    /// Words that are no measure by themselves: `提升`, `符合国家相关标准`.
    case qualitative(String)
  }

  /// A number, its comparison sign and its unit.
  public struct Quantity: Sendable, Hashable {
    /// `nil` where none is printed (`8人`).
    public var comparator: Comparator?
    /// In `unit`, exactly as printed: 15867.16 for `15867.16(万条)`.
    public var value: Decimal
    /// `nil` where none is printed (`=119`).
    public var unit: MeasureUnit?

    public init(comparator: Comparator?, value: Decimal, unit: MeasureUnit?) {
      self.comparator = comparator
      self.value = value
      self.unit = unit
    }
  }
}

extension TargetValue.Meaning {
  init(_ text: String) { self = .qualitative(text) }
}
