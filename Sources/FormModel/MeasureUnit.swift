import FoundationEssentials

/// A 度量单位: as printed, and as a multiple of a base unit.
public struct MeasureUnit: Sendable, Hashable {
  /// As printed, without brackets: `万条`, `%`, `工作日`.
  public var text: String
  /// The unit it is counted in: `条` for `万条`, `%` for `‰` and `百分比`.
  public var base: String
  /// How many of `base` one of this unit is: 10000 for `万条`.
  public var factor: Decimal

  public init(text: String, base: String, factor: Decimal) {
    self.text = text
    self.base = base
    self.factor = factor
  }
}
