import FormModel

/// How points are spread over a form (REGULATIONS §1: always a matter of the profile).
public struct WeightPlan: Sendable, Hashable {
  /// What the indicators' weights must add to (90 where 预算执行率 stands apart, else 100).
  public var indicatorSum: Decimal
  /// Points of 预算执行率 outside the indicators; 0 where it stands inside or is not scored.
  public var execution: Decimal
  /// How many decimals a weight may have.
  public var decimals: Int
  /// Accepted first-level weights, most usual first: name of the level → points.
  public var firstLevel: [[String: Decimal]]

  public init(indicatorSum: Decimal, execution: Decimal, decimals: Int, firstLevel: [[String: Decimal]]) {
    self.indicatorSum = indicatorSum
    self.execution = execution
    self.decimals = decimals
    self.firstLevel = firstLevel
  }

  /// 总分: indicators and execution together.
  public var total: Decimal { indicatorSum + execution }
}
