import FoundationEssentials

/// Money as printed beside its value; exact decimal arithmetic.
public struct Amount: Sendable, Hashable {
  /// As printed: `178,705,000.00`, `128万元`.
  public let text: String
  /// The number in `unit`; `nil` when the text is not a number.
  public let value: Decimal?
  /// The unit of `value`: the text's own, or else the form's. `nil` when neither declares one.
  public let unit: MoneyUnit?

  /// - Parameter unit: the unit the form declares, used when the text names none.
  public init(_ text: String, unit: MoneyUnit?) {
    let own = MoneyUnit.allCases.reversed().first { text.hasSuffix($0.rawValue) }
    self.text = text
    self.value = decimal(printed: own.map { String(text.dropLast($0.rawValue.count)) } ?? text)
    self.unit = own ?? unit
  }

  /// The amount in 元; `nil` when the number or its unit is unknown.
  public var yuan: Decimal? {
    guard let value, let unit else { return nil }
    return value * unit.yuan
  }

  /// The same money in another unit, exactly; `nil` when the number or its unit is unknown.
  public func converted(to target: MoneyUnit) -> Decimal? { yuan.map { $0 / target.yuan } }
}
