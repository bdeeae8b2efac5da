import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

/// What one row is worth on one target and weight, and how that is worked out.
public struct RowPoints: Sendable, Hashable {
  /// 分值; `nil` when it is no number.
  public var weight: Decimal?
  /// What the result says about the target.
  public var attainment: Attainment
  /// What it is worth before rounding.
  public var expected: ExpectedPoints
  /// 得分 as given, on the scale of `weight`; `nil` when it is no number.
  public var given: Decimal?
  /// What goes into the total; `nil` where neither arithmetic nor the form says.
  public var counted: Decimal?
  /// Where `counted` comes from.
  public var basis: Basis
  /// Whether the row is declared 不适用.
  public var isExempt: Bool
  /// The arithmetic: `630 ÷ 640 × 5 = 4.92，自评 4.00，差 −0.92`.
  public var line: String

  /// Where points come from.
  public enum Basis: String, Sendable, Hashable {
    /// Worked out.
    case computed
    /// As given, for lack of a rule that says more.
    case asGiven
    /// The approved row is gone.
    case lost
  }

  /// - Parameter givenWeight: the weight that the points were given on.
  init(
    _ row: Indicator, _ attainment: Attainment, plan: ScoringPlan, givenWeight: Decimal?, isExempt: Bool
  ) {
    let weight = row.weight?.value
    let score = row.score?.value
    self.weight = weight
    self.attainment = attainment
    self.isExempt = isExempt
    let expected = weight.map { plan.points(for: attainment, weight: $0) } ?? .open
    self.expected = expected
    let given = Self.scaled(score, from: givenWeight, to: weight)
    self.given = given
    switch expected {
    case .exactly(let value): (counted, basis) = (plan.score.printed(value), .computed)
    case .between(let low, let high): (counted, basis) = (given.map { min(high, max(low, $0)) }, .asGiven)
    case .below, .open: (counted, basis) = (given, .asGiven)
    }
    line =
      ArithmeticLine(
        row: row, attainment: attainment, expected: expected, counted: counted, printed: score,
        isGivenWeight: weight == givenWeight, isExempt: isExempt, plan: plan
      ).text
  }

  init(lostWeight: Decimal) {
    weight = lostWeight
    attainment = .undecided(.actualMissing)
    expected = .exactly(0)
    counted = 0
    basis = .lost
    isExempt = false
    line = Messages.lost(lostWeight)
  }

  /// Points given on one weight, on another one.
  private static func scaled(_ score: Decimal?, from given: Decimal?, to weight: Decimal?) -> Decimal? {
    guard let score, let given, let weight, given != weight, given > 0 else { return score }
    return (score / given * weight).rounded(decimals: 2)
  }
}
