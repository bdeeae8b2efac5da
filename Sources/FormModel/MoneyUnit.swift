import ChineseText
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

  /// The power of ten of ``yuan``.
  var exponent: Int {
    switch self {
    case .yuan: 0
    case .tenThousandYuan: 4
    case .hundredMillionYuan: 8
    }
  }

  /// Reads `元`, `（万元）`, `人民币万元`, `单位：元`.
  ///
  /// - Returns: `nil` when no unit is named, or one that forms do not use (`百万元`, `万美元`).
  public init?(printed text: String) {
    guard text.unicodeScalars.contains("元") else { return nil }
    var last: Unicode.Scalar = " "
    var found = MoneyUnit.yuan
    for scalar in text.unicodeScalars where !isBlank(scalar) {
      if Self.isOther(last, scalar) { return nil }
      switch (last, scalar) {
      case ("亿", "元"): found = .hundredMillionYuan
      case ("万", "元"): found = found == .hundredMillionYuan ? found : .tenThousandYuan
      default: break
      }
      last = scalar
    }
    self = found
  }

  /// Whether two signs are, or are part of, a unit that forms do not use.
  private static func isOther(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch second {
    case "万": ["十", "百", "千"].contains(first)
    case "亿": ["万", "十", "百", "千"].contains(first)
    case "元": ["百", "千", "美", "欧", "日", "港", "澳", "加"].contains(first)
    default: false
    }
  }
}
