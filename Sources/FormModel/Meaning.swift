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
    indirect case quantity(Quantity)
    /// Between two numbers, both included: `80%~90%`.
    indirect case range(lower: Decimal, upper: Decimal, unit: MeasureUnit?)
    /// To be done in or by a time: `2023年底`, `9月30日前`.
    case date(Deadline)
    /// One of an ordered set of words: `优/良/中/差`, `达成年度指标`.
    case graded([String])
    /// Words that are no measure by themselves: `提升`, `符合国家相关标准`; also what could mean two things.
    ///
    /// The text in half width, without blanks at the ends.
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
  /// Reads a printed value. What could mean two things is not guessed: it is `qualitative`.
  public init(_ text: String) {
    var value = TargetValueText(text)
    value.dropClosingSigns()
    if value.scalars.isEmpty {
      self = .blank
    } else if value.hasGap || Self.isStandIn(value.scalars) {
      self = .placeholder
    } else {
      self = Self.measure(in: value) ?? Self.words(value, printed: text)
    }
  }

  private static func measure(in value: TargetValueText) -> Self? {
    guard !value.isLong else { return nil }
    if value.hasDateSign, let deadline = TargetValueDates.deadline(in: value.scalars) {
      return .date(deadline)
    }
    guard value.hasNumber || value.hasFiller else { return nil }
    return TargetValueQuantities.meaning(in: value.scalars)
  }

  private static func words(_ value: TargetValueText, printed: String) -> Self {
    let text = String(scalars: value.scalars)
    if TargetValueWords.placeholders.contains(text) || isToBeSettled(value.scalars) { return .placeholder }
    if let grades = TargetValueGrades.grades(in: text) { return .graded(grades) }
    return .qualitative(trimmed(folded(printed)))
  }

  /// Nothing but signs that hold a place: `—`, `/`, `**`, `……`.
  private static func isStandIn(_ scalars: [UInt32]) -> Bool {
    scalars.allSatisfy(standIns.contains)
  }

  private static let standIns = Set("Xx*-_—/\\…?~○□△#.()".unicodeScalars.map(\.value))

  /// `根据实际情况确定`, `视预算而定`.
  private static func isToBeSettled(_ scalars: [UInt32]) -> Bool {
    guard TargetValueWords.placeholderBeginnings.match(in: scalars, at: 0) != nil else { return false }
    return [[0x786E, 0x5B9A], [0x800C, 0x5B9A]].contains(Array(scalars.suffix(2)))
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
