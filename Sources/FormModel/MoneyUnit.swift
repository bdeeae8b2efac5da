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
    let text = foldedWithoutSpace(text)
    guard !Self.others.contains(where: text.contains) else { return nil }
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

  private static let others = [
    "十万", "百万", "千万", "万亿", "十亿", "百亿", "千亿", "百元", "千元", "美元", "欧元", "日元", "港元", "澳元", "加元",
  ]
}
