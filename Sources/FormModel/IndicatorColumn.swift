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
