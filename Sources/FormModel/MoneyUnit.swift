import FoundationEssentials

/// The unit that money in a form is printed in.
public enum MoneyUnit: String, Sendable, Hashable, CaseIterable {
  case yuan = "元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// How many 元 one of this unit is.
  public var yuan: Decimal {
    switch self {
    case .yuan: 1
    case .tenThousandYuan: 10_000
    case .hundredMillionYuan: 100_000_000
    }
  }

  /// Reads `元`, `（万元）`, `人民币万元`, `单位：元`.
  public init?(printed text: String) {
    if text.contains("亿元") {
      self = .hundredMillionYuan
    } else if text.contains("万元") {
      self = .tenThousandYuan
    } else if text.contains("元") {
      self = .yuan
    } else {
      return nil
    }
  }
}
