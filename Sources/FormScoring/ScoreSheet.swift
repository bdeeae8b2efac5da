import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// A self-evaluation worked out anew: every row, the execution of the budget, the total.
public struct ScoreSheet: Sendable {
  /// One for each indicator, in the form's order.
  public let rows: [Row]
  /// The points of all rows as printed; `nil` where one that counts has none.
  public let rowScore: Decimal?
  /// The weights of all rows that count; `nil` where one has none.
  public let rowWeight: Decimal?
  /// Whether a row is declared 不适用.
  private let hasExemptRow: Bool
  /// The execution of 年度资金总额; `nil` where it is not printed.
  public let execution: Execution?
  /// Points that 预算执行率 has; `nil` where none are printed.
  public let executionWeight: Decimal?
  /// Points that 预算执行率 got, as printed.
  public let executionScore: Decimal?

  /// One indicator.
  public struct Row: Sendable {
    /// What its result says about its target.
    public let attainment: Attainment
    /// 分值, when it is a number.
    public let weight: Decimal?
    /// 得分, when it is a number.
    public let score: Decimal?
    /// What the result is worth; `open` without a weight.
    public let expected: ExpectedPoints
    /// Whether the row is declared 不适用: it leaves the base of the total.
    public let isExempt: Bool
  }

  /// - Parameter plan: the profile's.
  public init(_ form: Form, plan: ScoringPlan) {
    let year = form.year
    let list = form.indicators
    let rows = list.indices.map { row in
      let attainment = plan.attainment(of: list[row].actual, target: list[row].target, year: year)
      let weight = list[row].weight?.value
      return Row(
        attainment: attainment, weight: weight, score: list[row].score?.value,
        expected: weight.map { plan.points(for: attainment, weight: $0) } ?? .open,
        isExempt: plan.isExempt(list[row].actual?.text) || plan.isExempt(list[row].score?.text))
    }
    var (score, weight): (Decimal?, Decimal?) = (0, 0)
    var hasExemptRow = false
    for row in rows.indices {
      guard !rows[row].isExempt else {
        hasExemptRow = true
        continue
      }
      score = Self.sum(score, rows[row].score)
      weight = Self.sum(weight, rows[row].weight)
    }
    (self.rows, self.hasExemptRow, rowScore, rowWeight) = (rows, hasExemptRow, score, weight)
    let total = form.budgetTotal?.line
    execution = total.flatMap { Execution($0, unit: form.moneyUnit) }
    executionWeight = total?.weight
    executionScore = total?.score
  }

  private static func sum(_ a: Decimal?, _ b: Decimal?) -> Decimal? {
    guard let a, let b else { return nil }
    return a + b
  }

  /// The sum of all printed points, of rows and execution.
  public var total: Decimal? { rowScore.map { $0 + (executionScore ?? 0) } }

  /// The weights that count, of rows and execution: what the total is out of.
  public var base: Decimal? { rowWeight.map { $0 + (executionWeight ?? 0) } }

  /// The total on a scale of 100 when rows are exempt; `nil` when none is, or it cannot be told.
  public var rescaledTotal: Decimal? {
    guard hasExemptRow, let total, let base, base > 0 else { return nil }
    return total / base * 100
  }
}

extension ScoringPlan {
  /// Whether a result or points say that the row is not evaluated.
  fileprivate func isExempt(_ printed: String?) -> Bool {
    guard let printed else { return false }
    let text = foldedWithoutSpace(printed)
    return exempt.contains { isSameBytes($0, text) }
  }
}
