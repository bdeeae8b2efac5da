import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// What a result says about its target.
public enum Attainment: Sendable, Hashable {
  /// Both are numbers, or both are dates.
  case measured(Measured)
  /// The target is no number; the result is one of the answers that the profile knows.
  case answered(ScoringPlan.Band)
  /// Nothing can be said, and why.
  case undecided(Undecided)

  /// A result that was held against its target.
  public struct Measured: Sendable, Hashable {
    /// What it takes to be met.
    public var direction: Direction
    /// Whether the target is kept.
    public var isMet: Bool
    /// The target in base units; `nil` for a range or date.
    public var target: Decimal?
    /// The result in base units; `nil` for a date.
    public var actual: Decimal?

    /// Result ÷ target in per cent; `nil` without a target other than 0.
    public var percent: Decimal? {
      guard let target, let actual, target != 0 else { return nil }
      return actual / target * 100
    }
  }

  /// What it takes to meet a target.
  public enum Direction: Sendable, Hashable {
    /// ≥, >, and = of a number that is to be reached.
    case atLeast
    /// ≤, <.
    case atMost
    /// A target of 0: only a result of 0 keeps it.
    case zero
    /// Between two numbers.
    case between
    /// By a day.
    case byDate
  }

  /// Why a result could not be judged.
  public enum Undecided: Sendable, Hashable {
    case targetMissing
    case actualMissing
    /// The target is a number or range, the result is none.
    case actualNotNumeric
    /// The two are counted in different things: 台 and 万元.
    case unitsDiffer
    /// No sign says which way is better, and the two differ.
    case noDirection
    /// The target is no number, and the result is none of the profile's answers.
    case unknownAnswer
    /// A percentage against a bare number below 1: it may be a fraction.
    case maybeFraction
  }
}

extension ScoringPlan {
  /// Holds a result against its target (REGULATIONS §4).
  ///
  /// Units of one base are converted; a result without a unit is counted in the target's. `=` is kept by more, as
  /// the systems in use have it; > and < are not kept by the number itself.
  ///
  /// - Parameter year: the form's, for dates printed without one.
  public func attainment(of actual: TargetValue?, target: TargetValue?, year: Int? = nil) -> Attainment {
    guard let wanted = target?.meaning, !wanted.saysNothing else { return .undecided(.targetMissing) }
    guard let actual, case let reached = actual.meaning, !reached.saysNothing else {
      return .undecided(.actualMissing)
    }
    switch wanted {
    case .quantity(let wanted): return measured(reached, against: wanted)
    case .range(let lower, let upper, let unit): return measured(reached, from: lower, to: upper, unit)
    case .date(let deadline):
      return dated(reached, by: deadline, year: year) ?? answered(actual)
    default: return answered(actual)
    }
  }

  private func answered(_ actual: TargetValue) -> Attainment {
    band(of: foldedWithoutSpace(actual.text)).map(Attainment.answered) ?? .undecided(.unknownAnswer)
  }

  private func measured(_ actual: TargetValue.Meaning, against wanted: TargetValue.Quantity) -> Attainment {
    guard case .quantity(let reached) = actual else { return .undecided(.actualNotNumeric) }
    let target = wanted.unit?.inBase(wanted.value) ?? wanted.value
    switch number(reached, in: wanted.unit, near: wanted.value) {
    case .failure(let reason): return .undecided(reason.cause)
    case .success(let value):
      guard let (direction, isMet) = kept(value, target, wanted.comparator) else {
        return .undecided(.noDirection)
      }
      return .measured(.init(direction: direction, isMet: isMet, target: target, actual: value))
    }
  }

  private func kept(
    _ actual: Decimal, _ target: Decimal, _ sign: Comparator?
  ) -> (Attainment.Direction, Bool)? {
    if target == 0, sign != .atLeast, sign != .greaterThan { return (.zero, actual == 0) }
    switch sign {
    case .atLeast, .equal: return (.atLeast, actual >= target)
    case .greaterThan: return (.atLeast, actual > target)
    case .atMost: return (.atMost, actual <= target)
    case .lessThan: return (.atMost, actual < target)
    case nil: return actual == target ? (.atLeast, true) : nil
    }
  }

  private func measured(
    _ actual: TargetValue.Meaning, from lower: Decimal, to upper: Decimal, _ unit: MeasureUnit?
  ) -> Attainment {
    guard case .quantity(let reached) = actual else { return .undecided(.actualNotNumeric) }
    switch number(reached, in: unit, near: lower) {
    case .failure(let reason): return .undecided(reason.cause)
    case .success(let value):
      let (low, high) = (unit?.inBase(lower) ?? lower, unit?.inBase(upper) ?? upper)
      let isMet = low <= value && value <= high
      return .measured(.init(direction: .between, isMet: isMet, target: nil, actual: value))
    }
  }

  private func dated(_ actual: TargetValue.Meaning, by deadline: Deadline, year: Int?) -> Attainment? {
    guard case .date(let reached) = actual,
      let done = reached.lastDay(formYear: year ?? deadline.year),
      let last = deadline.lastDay(formYear: year ?? reached.year)
    else { return nil }
    return .measured(.init(direction: .byDate, isMet: done <= last, target: nil, actual: nil))
  }

  /// A result as a count of the base of the target's unit.
  private func number(
    _ reached: TargetValue.Quantity, in unit: MeasureUnit?, near target: Decimal
  ) -> Result<Decimal, Reason> {
    guard let unit else { return .success(reached.unit?.inBase(reached.value) ?? reached.value) }
    guard let own = reached.unit else {
      if unit.kind == .percent, target > 1, reached.value > 0, reached.value <= 1 {
        return .failure(Reason(cause: .maybeFraction))
      }
      return .success(unit.inBase(reached.value))
    }
    // 万 alone counts whatever the target counts.
    if own.base == unit.base || own.base.isEmpty || unit.base.isEmpty {
      return .success(own.inBase(reached.value))
    }
    return .failure(Reason(cause: .unitsDiffer))
  }
}

private struct Reason: Error {
  var cause: Attainment.Undecided
}

extension TargetValue.Meaning {
  fileprivate var saysNothing: Bool {
    switch self {
    case .blank, .placeholder: true
    default: false
    }
  }
}
