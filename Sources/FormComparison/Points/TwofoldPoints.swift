import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

/// The points of a self-evaluation worked out twice: on its own targets and weights, and on those that were approved.
public struct TwofoldPoints: Sendable {
  /// Row by row of the self-evaluation, then the approved rows that are gone.
  public let rows: [Row]
  /// On the targets and weights that the self-evaluation prints.
  public let own: Total
  /// On the targets and weights that were approved.
  public let approved: Total
  /// 总分 as printed; `nil` when it is no number.
  public let printed: Decimal?
  /// 评分等级 as printed.
  public let printedGrade: String?
  /// The execution of the budget and its points, once for both.
  public let execution: ExecutionPoints?
  /// Whether the approved form has weights; where it has none, those of the self-evaluation count.
  public let hasApprovedWeights: Bool

  /// One row.
  public struct Row: Sendable {
    /// The row of the approved form; `nil` for one that was added or is not decided about.
    public var approvedRow: Int?
    /// The row of the self-evaluation; `nil` for one that is gone.
    public var evaluatedRow: Int?
    /// 三级指标 as the self-evaluation, else as the approved form prints it.
    public var name: String
    /// On its own target and weight; `nil` for a row that is gone.
    public var own: RowPoints?
    /// On the approved ones; `nil` for a row that was not approved.
    public var onApproved: RowPoints?
    /// Whether it counts together with others as the one row that was approved, which stands below the others.
    public var isPart = false
  }

  /// What the rows come to.
  public struct Total: Sendable, Hashable {
    /// The points of all rows and of execution; `nil` where a row has none.
    public var points: Decimal?
    /// The weights that count.
    public var base: Decimal?
    /// The points on a scale of 100 where the weights come to something else.
    public var outOfHundred: Decimal?
    /// The grade of `outOfHundred`.
    public var grade: String?
    /// Rows whose points no arithmetic can tell: those that were given are counted.
    public var asGiven: Int
  }

  /// 预算执行率.
  public struct ExecutionPoints: Sendable, Hashable {
    /// Budget and spending.
    public var execution: Execution
    /// 分值 of 预算执行率.
    public var weight: Decimal
    /// Rounded as the profile rounds; `nil` of a budget of 0.
    public var points: Decimal?
    /// 得分 as printed.
    public var printed: Decimal?
    /// `961.44 ÷ 1324.4 = 72.59%，× 10 = 7.26，自评 7.26，一致`.
    public var line: String
  }

  /// What the changes of targets, weights and rows are worth: own points less those on the approved form.
  public var worth: Decimal? {
    guard let own = own.outOfHundred, let approved = approved.outOfHundred else { return nil }
    return own - approved
  }

  /// - Parameter plan: the profile of the self-evaluation.
  public init(_ comparison: Comparison, plan: ScoringPlan) {
    let form = comparison.evaluated
    let sheet = ScoreSheet(form, plan: plan)
    let hasWeights = comparison.approved.indicators.contains { $0.weight?.value != nil }
    let work = RowWork(comparison: comparison, plan: plan, sheet: sheet, hasWeights: hasWeights)
    let rows = work.rows()
    let execution = ExecutionPoints(sheet, form, plan)
    self.rows = rows
    self.execution = execution
    own = Total(rows.compactMap(\.own), execution, plan)
    approved = Total(rows.compactMap(\.onApproved), execution, plan)
    printed = form[.totalScore].flatMap(decimal(printed:))
    printedGrade = form[.grade]
    hasApprovedWeights = hasWeights
  }
}

extension TwofoldPoints.Total {
  fileprivate init(
    _ rows: [RowPoints], _ execution: TwofoldPoints.ExecutionPoints?, _ plan: ScoringPlan
  ) {
    let counted = rows.filter { !$0.isExempt }
    let weights = counted.map(\.weight)
    let points = counted.map(\.counted)
    asGiven = counted.count { $0.basis == .asGiven }
    base = Self.sum(weights).map { $0 + (execution?.weight ?? 0) }
    self.points = Self.sum(points).flatMap { sum in
      guard let execution else { return sum }
      return (execution.points ?? execution.printed).map { sum + $0 }
    }
    guard let own = self.points, let base, base > 0 else { return }
    let scaled = base == 100 ? own : (own / base * 100).rounded(decimals: 2)
    outOfHundred = scaled
    grade = plan.grade(of: scaled)?.name
  }

  private static func sum(_ values: [Decimal?]) -> Decimal? {
    values.reduce(Decimal(0)) { sum, value in sum.flatMap { sum in value.map { sum + $0 } } }
  }
}

extension TwofoldPoints.ExecutionPoints {
  fileprivate init?(_ sheet: ScoreSheet, _ form: Form, _ plan: ScoringPlan) {
    guard let execution = sheet.execution, let weight = sheet.executionWeight else { return nil }
    self.execution = execution
    self.weight = weight
    printed = sheet.executionScore
    points = execution.points(weight: weight).map(plan.executionScore.printed)
    line = Messages.line(of: execution, weight: weight, points: points, printed: printed)
  }
}

/// The rows of both computations.
private struct RowWork {
  let comparison: Comparison
  let plan: ScoringPlan
  let sheet: ScoreSheet
  let hasWeights: Bool

  func rows() -> [TwofoldPoints.Row] {
    let matching = comparison.matching
    let partner = Dictionary(matching.pairs.map { ($0.new, $0.old) }, uniquingKeysWith: { a, _ in a })
    let gone = matching.unmatched(
      comparison.approved.indicators.count, comparison.evaluated.indicators.count)
    let added = Set(gone.new)
    let wholes = matching.splits.filter(\.isTaken).compactMap { split in
      whole(split).map { (parts: split.parts, row: $0) }
    }
    let parts = Set(wholes.flatMap(\.parts))
    let merged = Dictionary(
      matching.merges.filter(\.isTaken).map { ($0.whole, $0.parts) }, uniquingKeysWith: { a, _ in a })
    let evaluated = comparison.evaluated.indicators.indices.map { index in
      if parts.contains(index) { return part(index) }
      if let approved = merged[index] { return self.merged(index, approved) }
      return row(index, approvedRow: partner[index], isAdded: added.contains(index))
    }
    return evaluated + wholes.map(\.row) + gone.old.map(gone(_:))
  }

  /// A row that was split, with the results of its parts together; `nil` where they cannot be added up.
  private func whole(_ split: IndicatorMatching.Parts) -> TwofoldPoints.Row? {
    let before = comparison.approved.indicators[split.whole]
    let own = split.parts.map { comparison.evaluated.indicators[$0] }
    guard var joined = JoinedRows.row(own), let weight = joined.weight?.value,
      !split.parts.contains(where: { sheet.rows[$0].isExempt })
    else { return nil }
    joined.target = before.target
    if hasWeights { joined.weight = before.weight }
    let attainment = plan.attainment(
      of: joined.actual, target: joined.target, year: comparison.evaluated.year)
    guard case .measured = attainment else { return nil }
    let points = RowPoints(joined, attainment, plan: plan, givenWeight: weight, isExempt: false)
    return TwofoldPoints.Row(
      approvedRow: split.whole, evaluatedRow: nil, name: before.level3, own: nil, onApproved: points)
  }

  private func part(_ index: Int) -> TwofoldPoints.Row {
    var part = row(index, approvedRow: nil, isAdded: false)
    (part.onApproved, part.isPart) = (nil, true)
    return part
  }

  /// A row that several became, on what they promised together.
  private func merged(_ index: Int, _ approved: [Int]) -> TwofoldPoints.Row {
    var merged = row(index, approvedRow: nil, isAdded: false)
    let indicator = comparison.evaluated.indicators[index]
    guard let before = JoinedRows.row(approved.map { comparison.approved.indicators[$0] }),
      let target = before.target
    else { return merged }
    var own = indicator
    own.target = target
    if hasWeights, let weight = before.weight { own.weight = weight }
    let onApproved = points(of: own, sheetRow: index, attainment: nil)
    guard case .measured = onApproved.attainment else { return merged }
    if own.weight?.value != indicator.weight?.value
      || onApproved.counted != merged.own?.counted
    {
      merged.onApproved = onApproved
    }
    return merged
  }

  private func row(_ index: Int, approvedRow: Int?, isAdded: Bool) -> TwofoldPoints.Row {
    let indicator = comparison.evaluated.indicators[index]
    let own = points(of: indicator, sheetRow: index, attainment: sheet.rows[index].attainment)
    var onApproved: RowPoints? = own
    if let approvedRow {
      var approved = indicator
      let before = comparison.approved.indicators[approvedRow]
      if let target = before.target { approved.target = target }
      if hasWeights { approved.weight = before.weight }
      if approved.target != indicator.target || approved.weight?.value != indicator.weight?.value {
        onApproved = points(of: approved, sheetRow: index, attainment: nil)
      }
    } else if isAdded, hasWeights {
      onApproved = nil
    }
    return TwofoldPoints.Row(
      approvedRow: approvedRow, evaluatedRow: index, name: indicator.level3, own: own, onApproved: onApproved)
  }

  private func points(of row: Indicator, sheetRow: Int, attainment: Attainment?) -> RowPoints {
    let form = comparison.evaluated
    let attainment = attainment ?? plan.attainment(of: row.actual, target: row.target, year: form.year)
    return RowPoints(
      row, attainment, plan: plan, givenWeight: form.indicators[sheetRow].weight?.value,
      isExempt: sheet.rows[sheetRow].isExempt)
  }

  /// An approved row that is gone has no result, and its points are lost.
  private func gone(_ index: Int) -> TwofoldPoints.Row {
    let row = comparison.approved.indicators[index]
    let lost = hasWeights ? row.weight?.value.map { RowPoints(lostWeight: $0) } : nil
    return TwofoldPoints.Row(
      approvedRow: index, evaluatedRow: nil, name: row.level3, own: nil, onApproved: lost)
  }
}
