import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

/// How the points of a row come about, as one line that can be worked out again with a pocket calculator.
struct ArithmeticLine {
  let row: Indicator
  let attainment: Attainment
  let expected: ExpectedPoints
  let counted: Decimal?
  let printed: Decimal?
  /// Whether the printed points were given on this weight, so that they can be held against it.
  let isGivenWeight: Bool
  let isExempt: Bool
  let plan: ScoringPlan

  var text: String {
    if isExempt { return Messages.exempt }
    guard let weight = row.weight?.value else { return Messages.noWeight(row.weight?.text) }
    return work(weight) + comparison
  }

  private func work(_ weight: Decimal) -> String {
    switch attainment {
    case .measured(let measured): measuredWork(measured, weight)
    case .answered(let band): Messages.band(band.name, band.from, band.to, weight)
    case .undecided(let reason): Messages.reason(reason, target: row.target?.text, actual: row.actual?.text)
    }
  }

  private func measuredWork(_ measured: Attainment.Measured, _ weight: Decimal) -> String {
    if measured.isMet { return Messages.met(row.target?.text ?? "", row.actual?.text ?? "", weight) }
    guard case .exactly = expected, let numbers = shown(measured), let points = counted else {
      return measured.direction == .zero
        ? Messages.notZero(row.actual?.text ?? "", weight)
        : Messages.missed(row.target?.text ?? "", row.actual?.text ?? "")
    }
    let (target, actual) = numbers
    guard measured.direction == .atMost else {
      // > is missed by the number itself, which is still worth the whole weight.
      return Messages.share(actual, target, weight, points)
    }
    return plan.reverse == .linear
      ? Messages.linear(actual, target, weight, points) : Messages.share(target, actual, weight, points)
  }

  /// Target and result in the target's own unit, where the result has an end in it; else in base units.
  private func shown(_ measured: Attainment.Measured) -> (target: Decimal, actual: Decimal)? {
    guard let target = measured.target, let actual = measured.actual else { return nil }
    guard case .quantity(let wanted)? = row.target?.meaning, let unit = wanted.unit, unit.factor != 1 else {
      return (target, actual)
    }
    let own = actual / unit.factor
    return unit.inBase(own) == actual ? (wanted.value, own) : (target, actual)
  }

  private var comparison: String {
    guard isGivenWeight, let printed else { return "" }
    switch expected {
    case .exactly(let exact):
      let points = plan.score.printed(exact)
      return Messages.given(printed, difference: printed - points)
    case .between(let low, let high):
      return low <= printed && printed <= high
        ? Messages.given(printed, difference: 0)
        : Messages.given(printed, difference: printed < low ? printed - low : printed - high)
    case .below(let weight):
      return printed < weight ? Messages.given(printed) : Messages.given(printed, difference: nil)
    case .open: return Messages.given(printed)
    }
  }
}
