import FormModel
import FormTemplates
import FoundationEssentials

/// How much of a budget line was spent.
public struct Execution: Sendable, Hashable {
  /// The adjusted budget, or the initial one where no other is printed; in the form's unit.
  public var budget: Decimal
  /// 全年执行数, in the form's unit.
  public var executed: Decimal
  /// Spent ÷ budget in per cent, exactly; `nil` of a budget of 0.
  public var percent: Decimal?
  /// The lowest and highest rate that the amounts allow, as they are themselves rounded where they are printed.
  public var bounds: ClosedRange<Decimal>?

  /// - Returns: `nil` where one of the amounts is missing or no number.
  public init?(_ line: BudgetLine, unit: MoneyUnit?) {
    let printed = line[.adjusted].flatMap { Amount($0, unit: unit).value == nil ? nil : $0 } ?? line[.initial]
    guard let budgetText = printed, let executedText = line[.executed],
      let budget = Amount(budgetText, unit: unit).value,
      let executed = Amount(executedText, unit: unit).value
    else { return nil }
    self.budget = budget
    self.executed = executed
    guard budget > 0 else { return }
    percent = executed / budget * 100
    let (budgetHalf, executedHalf) = (halfStep(of: budgetText), halfStep(of: executedText))
    guard budget > budgetHalf, executed >= executedHalf else { return }
    bounds =
      (executed - executedHalf) / (budget + budgetHalf) * 100...(executed + executedHalf)
      / (budget - budgetHalf) * 100
  }

  /// The points of 预算执行率: weight × rate, at most the weight.
  public func points(weight: Decimal) -> Decimal? {
    percent.map { max(0, min(weight, weight * $0 / 100)) }
  }
}

/// Half of the last decimal that is printed: 0.005 of `612.12`.
private func halfStep(of text: String) -> Decimal {
  let decimals = text.split(separator: ".").dropFirst().last?.prefix { $0.isNumber }.count ?? 0
  return Decimal(sign: .plus, exponent: -(decimals + 1), significand: 5)
}

extension BudgetLine {
  /// 执行率 as printed, in per cent: 53.38 for `53.38%` and `53.38`; `nil` when it is no number.
  public var printedRate: Decimal? {
    guard let text = self[.rate], case .quantity(let quantity) = TargetValue(text).meaning else { return nil }
    return quantity.unit?.inBase(quantity.value) ?? quantity.value
  }

  /// 分值 as printed; `nil` when it is no number (`—`).
  public var weight: Decimal? { self[.weight].flatMap(decimal(printed:)) }

  /// 得分 as printed; `nil` when it is no number (`—`).
  public var score: Decimal? { self[.score].flatMap(decimal(printed:)) }
}

extension Form {
  /// The line 年度资金总额 of 预算执行情况, with its place.
  public var budgetTotal: (index: Int, line: BudgetLine)? {
    budget.firstIndex { $0.line == "total" }.map { ($0, budget[$0]) }
  }
}
