import FormModel
import FormTemplates
import FoundationEssentials

/// How much of a budget line was spent.
public struct Execution: Sendable, Hashable {
  /// The adjusted budget, or the initial one where no other is printed; in the form's unit.
  public let budget: Decimal
  /// 全年执行数, in the form's unit.
  public let executed: Decimal
  /// Spent ÷ budget in per cent, exactly; `nil` of a budget of 0.
  public let percent: Decimal?
  /// With how many decimals the two are printed.
  private let budgetDecimals: Int
  private let executedDecimals: Int

  /// - Returns: `nil` where one of the amounts is missing or no number.
  public init?(_ line: BudgetLine, unit: MoneyUnit?) {
    guard let executedText = line[.executed], let executed = Amount(executedText, unit: unit).value,
      let (budgetText, budget) = Self.number(line[.adjusted], unit) ?? Self.number(line[.initial], unit)
    else { return nil }
    self.budget = budget
    self.executed = executed
    percent = budget > 0 ? executed / budget * 100 : nil
    budgetDecimals = printedDecimals(of: budgetText)
    executedDecimals = printedDecimals(of: executedText)
  }

  private static func number(_ text: String?, _ unit: MoneyUnit?) -> (text: String, value: Decimal)? {
    guard let text, let value = Amount(text, unit: unit).value else { return nil }
    return (text, value)
  }

  /// The lowest and highest rate that the amounts allow, as they are themselves rounded where they are printed.
  public var bounds: ClosedRange<Decimal>? {
    let (budgetHalf, executedHalf) = (halfStep(budgetDecimals), halfStep(executedDecimals))
    guard budget > budgetHalf, executed >= executedHalf else { return nil }
    let lowest = (executed - executedHalf) / (budget + budgetHalf) * 100
    return lowest...(executed + executedHalf) / (budget - budgetHalf) * 100
  }

  /// Half of the last decimal that is printed: 0.005 of `612.12`.
  private func halfStep(_ decimals: Int) -> Decimal {
    Decimal(sign: .plus, exponent: -(decimals + 1), significand: 5)
  }

  /// The points of 预算执行率: weight × rate, at most the weight.
  public func points(weight: Decimal) -> Decimal? {
    percent.map { max(0, min(weight, weight * $0 / 100)) }
  }
}

/// How many digits stand behind the point.
private func printedDecimals(of text: String) -> Int {
  let bytes = text.utf8
  guard let point = bytes.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
  return bytes[point...].dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
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
