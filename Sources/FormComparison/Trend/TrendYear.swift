import FormModel
import FormScoring
import FoundationEssentials

extension Trend {
  /// One year: its target form, its self-evaluation, or both held against each other.
  public struct Year: Sendable {
    /// Four digits.
    public let year: Int
    /// The target form, by its index among the forms that were given.
    public let target: Int?
    /// The self-evaluation, in the same way.
    public let evaluation: Int?
    /// The two against each other, or the self-evaluation against its own targets; `nil` without one.
    public let comparison: Comparison?
    /// The points; `nil` without a self-evaluation or its scoring.
    public let points: TwofoldPoints?
    /// What the year was given: 年度资金申请总额, else 年初预算数.
    public let granted: Amount?
    /// Budget and spending as the self-evaluation has them.
    public let execution: Execution?
    /// The unit of ``execution``.
    public let moneyUnit: MoneyUnit?
    /// The indicators of the year: those of the self-evaluation in its order, then approved ones without a result.
    public let rows: [Row]
  }

  /// One indicator of one year.
  public struct Row: Sendable {
    /// The row of the target form.
    public var approved: Int?
    /// The row of the self-evaluation.
    public var evaluated: Int?
    /// As the target form has it.
    public var before: Indicator?
    /// As the self-evaluation has it.
    public var after: Indicator?
    /// What it is worth; `nil` without a result or a scoring.
    public var points: TwofoldPoints.Row?

    /// 三级指标: the approved name, which the year is answered for by.
    public var name: String { before?.level3 ?? after?.level3 ?? "" }
    /// 一级指标.
    public var level1: String { before?.level1 ?? after?.level1 ?? "" }
    /// 二级指标.
    public var level2: String? { before == nil ? after?.level2 : before?.level2 }
    /// The target: the approved one, where there is one.
    public var target: TargetValue? { before?.target ?? after?.target }
    /// The self-evaluation's own target, where it prints another one.
    public var ownTarget: TargetValue? {
      guard let approved = before?.target, let own = after?.target, approved != own else { return nil }
      return own
    }
    /// 实际完成值.
    public var actual: TargetValue? { after?.actual }
    /// What the result says about ``target``; `nil` without a result or a scoring.
    public var attainment: Attainment? {
      guard evaluated != nil else { return nil }
      return (points?.onApproved ?? points?.own)?.attainment
    }
  }
}

extension Trend.Year {
  /// - Parameters:
  ///   - target: the target form with its place among the forms.
  ///   - evaluation: the self-evaluation, in the same way.
  init(
    _ year: Int, target: (index: Int, form: TrendForm)?, evaluation: (index: Int, form: TrendForm)?,
    words: MatchingWords, decisions: PairList
  ) {
    let own = evaluation?.form.form
    let comparison = own.map { own in
      target.map {
        Comparison(approved: $0.form.form, evaluated: own, words: words, decisions: decisions)
      } ?? Comparison(ofOwnTargets: own, words: words)
    }
    let points = comparison.flatMap { comparison in
      evaluation?.form.plan.map { TwofoldPoints(comparison, plan: $0) }
    }
    self.year = year
    self.target = target?.index
    self.evaluation = evaluation?.index
    self.comparison = comparison
    self.points = points
    let line = own?.budgetTotal?.line
    granted =
      target?.form.form.amount(.annualTotal) ?? line?[.initial].map { Amount($0, unit: own?.moneyUnit) }
    execution = line.flatMap { Execution($0, unit: own?.moneyUnit) }
    moneyUnit = own?.moneyUnit
    rows = Self.rows(target?.form.form, own, comparison?.matching, points)
  }

  private static func rows(
    _ target: Form?, _ own: Form?, _ matching: IndicatorMatching?, _ points: TwofoldPoints?
  ) -> [Trend.Row] {
    let before = target?.indicators ?? []
    guard let own else { return before.indices.map { Trend.Row(approved: $0, before: before[$0]) } }
    let worth = Dictionary(
      (points?.rows ?? []).compactMap { row in row.evaluatedRow.map { ($0, row) } },
      uniquingKeysWith: { a, _ in a })
    let partners =
      target == nil
      ? [:]
      : Dictionary((matching?.pairs ?? []).map { ($0.new, $0.old) }, uniquingKeysWith: { a, _ in a })
    let answered = own.indicators.enumerated().map { index, row in
      Trend.Row(
        approved: partners[index], evaluated: index, before: partners[index].map { before[$0] }, after: row,
        points: worth[index])
    }
    let taken = Set(partners.values)
    let left = before.indices.filter { !taken.contains($0) }
    return answered + left.map { Trend.Row(approved: $0, before: before[$0]) }
  }
}
