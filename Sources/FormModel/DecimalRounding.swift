import FoundationEssentials

extension Decimal {
  /// The number cut (not rounded) to so many decimals: 4.999 → 4.99, −1.55 → −1.5.
  public func truncated(decimals: Int) -> Decimal {
    let text = "\(self)"
    guard let point = text.firstIndex(of: "."), decimals >= 0 else { return self }
    let end = text.index(point, offsetBy: decimals == 0 ? 0 : decimals + 1, limitedBy: text.endIndex)
    return end.flatMap { Decimal(string: String(text[..<$0])) } ?? self
  }

  /// The number rounded half away from zero: 4.925 → 4.93 with two decimals.
  public func rounded(decimals: Int) -> Decimal {
    let half = Decimal(sign: sign, exponent: -(decimals + 1), significand: 5)
    return (self + half).truncated(decimals: decimals)
  }

  /// The value as an `Int`; `nil` unless it is a whole number that fits.
  public var wholeNumber: Int? { Int("\(self)") }
}
