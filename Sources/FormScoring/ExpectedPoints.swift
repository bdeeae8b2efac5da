import FormModel
import FormTemplates
import FoundationEssentials

/// The points that a result is worth.
public enum ExpectedPoints: Sendable, Hashable {
  /// Just these, before rounding.
  case exactly(Decimal)
  /// Any from the first to the second, both included.
  case between(Decimal, Decimal)
  /// Not the whole weight; how much less no rule says.
  case below(Decimal)
  /// Arithmetic says nothing about it.
  case open

  /// How printed points stand to them.
  public func verdict(printed: Decimal, habits: RoundingHabits) -> RoundingHabits.Verdict {
    switch self {
    case .exactly(let value): habits.verdict(printed: printed, exact: value)
    case .between(let low, let high): low <= printed && printed <= high ? .agrees : .differs
    case .below(let weight): printed < weight ? .agrees : .differs
    case .open: .agrees
    }
  }
}

extension ScoringPlan {
  /// What a result is worth (REGULATIONS §4): the whole weight when the target is kept, else a part of it.
  ///
  /// - Parameters:
  ///   - weight: 分值 of the indicator.
  ///   - reverse: the profile for a ceiling that is passed; the plan's own when left out.
  public func points(
    for attainment: Attainment, weight: Decimal, reverse: Reverse? = nil
  ) -> ExpectedPoints {
    switch attainment {
    case .measured(let measured): points(for: measured, weight, reverse ?? self.reverse)
    case .answered(let band): .between(weight * band.from / 100, weight * band.to / 100)
    case .undecided: .open
    }
  }

  private func points(
    for measured: Attainment.Measured, _ weight: Decimal, _ reverse: Reverse
  ) -> ExpectedPoints {
    if measured.isMet { return .exactly(weight) }
    guard let target = measured.target, let actual = measured.actual else { return .open }
    switch measured.direction {
    case .atLeast where target > 0: return .exactly(weight * max(0, min(1, actual / target)))
    case .atMost where target > 0:
      return .exactly(
        reverse == .linear
          ? weight * max(0, 1 - (actual - target) / target) : weight * min(1, target / actual))
    case .zero: return .below(weight)
    default: return .open
    }
  }
}
