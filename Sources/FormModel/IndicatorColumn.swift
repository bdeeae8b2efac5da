/// A column of the indicator table; the raw value is its key in the interchange format.
public enum IndicatorColumn: String, Sendable, Hashable, CaseIterable, Codable {
  /// 一级指标.
  case level1
  /// 一级指标分值, printed in the level cell.
  case level1Weight
  /// 二级指标.
  case level2
  /// 三级指标.
  case level3
  /// 指标值.
  case target
  /// 实际完成值.
  case actual
  /// 分值, 权重.
  case weight
  /// 得分.
  case score
  /// 偏差原因分析及改进措施, 备注.
  case note
  /// 指标解释.
  case explanation
  /// 计算公式.
  case formula
  /// 取值依据.
  case valueBasis
  /// 数据来源, 佐证资料.
  case dataSource
  /// 评(扣)分标准.
  case scoringRule
}

extension IndicatorColumn {
  /// How many there are.
  static let count = 14

  /// Its place in `allCases`.
  public var ordinal: Int {
    switch self {
    case .level1: 0
    case .level1Weight: 1
    case .level2: 2
    case .level3: 3
    case .target: 4
    case .actual: 5
    case .weight: 6
    case .score: 7
    case .note: 8
    case .explanation: 9
    case .formula: 10
    case .valueBasis: 11
    case .dataSource: 12
    case .scoringRule: 13
    }
  }

  /// By its place, where the raw value would be hashed letter by letter.
  public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}
