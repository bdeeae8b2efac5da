import FoundationEssentials

/// Money as printed beside its value; exact decimal arithmetic.
public struct Amount: Sendable, Hashable {
  /// As printed: `178,705,000.00`, `128万元`.
  public let text: String
  /// The number in `unit`; `nil` when the text is not a number.
  public let value: Decimal?
  /// The unit of `value`: the text's own, or else the form's. `nil` when neither declares one; `￥`
  /// says 元 only then.
  public let unit: MoneyUnit?

  /// Reads `1,280,000.00`, `128万`, `128(万元)`, `￥128000`, `人民币1.5亿元整`.
  ///
  /// - Parameter unit: the unit the form declares, used when the text names none.
  public init(_ text: String, unit: MoneyUnit?) {
    if let number = PlainNumber(text) {
      (self.text, value, self.unit) = (text, number.value, unit)
      return
    }
    var scanner = TargetValueScanner(TargetValueText(text).scalars)
    let isYuan = scanner.take(Self.signs) != nil
    let value = scanner.number()
    let own = scanner.take(Self.units)
    self.text = text
    self.value = scanner.isAtEnd ? value : nil
    self.unit = own ?? unit ?? (isYuan ? .yuan : nil)
  }

  /// The amount in 元; `nil` when the number or its unit is unknown.
  public var yuan: Decimal? { converted(to: .yuan) }

  /// The same money in another unit, exactly; `nil` when the number or its unit is unknown.
  public func converted(to target: MoneyUnit) -> Decimal? {
    guard let value, let unit else { return nil }
    return value * Decimal(sign: .plus, exponent: unit.exponent - target.exponent, significand: 1)
  }

  private static let signs = PhraseTable(words: "¥ 人民币 RMB CNY")
  private static let units = PhraseTable<MoneyUnit>(
    MoneyUnit.allCases.flatMap { unit in
      ["\(unit.rawValue)", "\(unit.rawValue)整", "(\(unit.rawValue))"].map { ($0, unit) }
    } + [("圆", .yuan), ("圆整", .yuan), ("万", .tenThousandYuan), ("亿", .hundredMillionYuan)])
}
