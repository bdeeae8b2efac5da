import ChineseText
import FormModel
import FoundationEssentials

/// What became of one 指标值.
struct ValueComparison {
  private(set) var changes: [Change] = []
  private(set) var unclear: Unclear.Reason?

  /// - Parameters:
  ///   - year: of the form, for dates printed without one.
  ///   - words: for telling words that mean the same.
  init(_ before: TargetValue?, _ after: TargetValue?, year: (Int?, Int?), words: MatchingWords) {
    let texts = (foldedWithoutSpace(before?.text ?? ""), foldedWithoutSpace(after?.text ?? ""))
    guard texts.0 != texts.1 else { return }
    guard let before, let after, !texts.0.isEmpty, !texts.1.isEmpty else {
      changes.append(Change(.value, direction: texts.1.isEmpty ? .loosened : nil))
      return
    }
    switch (before.meaning, after.meaning) {
    case (.quantity(let old), .quantity(let new)): compare(old, new)
    case (.range(let low, let high, let unit), .range(let newLow, let newHigh, let newUnit)):
      compare((low, high), unit, (newLow, newHigh), newUnit)
    case (.date(let old), .date(let new)):
      compare(old.lastDay(formYear: year.0), new.lastDay(formYear: year.1))
    case (.quantity, .range), (.range, .quantity), (.placeholder, _), (_, .placeholder):
      changes.append(Change(.value))
    case (.quantity, _), (.range, _), (.date, .qualitative), (.date, .graded):
      changes.append(Change(.value, direction: .loosened))
    case (_, .quantity), (_, .range): changes.append(Change(.value, direction: .tightened))
    default:
      let meanings = (words.canonical(words.core(of: texts.0)), words.canonical(words.core(of: texts.1)))
      if meanings.0 != meanings.1 { changes.append(Change(.wording)) }
    }
  }

  // MARK: Numbers

  private mutating func compare(_ old: TargetValue.Quantity, _ new: TargetValue.Quantity) {
    compareSigns(old.comparator, new.comparator)
    guard let oldUnit = old.unit else {
      guard let newUnit = new.unit else {
        return compare(old.value, new.value, as: old, unit: "")
      }
      return compare(bare: old.value, with: new.value, newUnit, as: old, isNewBare: false)
    }
    guard let newUnit = new.unit else {
      return compare(bare: new.value, with: old.value, oldUnit, as: old, isNewBare: true)
    }
    guard oldUnit.base == newUnit.base || oldUnit.base.isEmpty || newUnit.base.isEmpty else {
      changes.append(Change(.unit))
      unclear = .unitsDoNotConvert
      return
    }
    let (before, after) = (oldUnit.inBase(old.value), newUnit.inBase(new.value))
    guard before != after else { return }
    if old.value == new.value {
      changes.append(Change(.scale))
    } else {
      let inOld = oldUnit.factor == newUnit.factor ? new.value : after / oldUnit.factor
      compare(old.value, inOld, as: old, unit: oldUnit.text)
    }
  }

  /// A number without a unit against one with it: equal numbers only lost the word.
  private mutating func compare(
    bare: Decimal, with number: Decimal, _ unit: MeasureUnit, as old: TargetValue.Quantity, isNewBare: Bool
  ) {
    if bare == number || bare == unit.inBase(number) {
      changes.append(Change(.unit))
    } else if unit.kind == .percent, bare * 100 == unit.inBase(number) {
      changes.append(Change(.scale))
    } else if Self.isPowerOfTen(isNewBare ? (number, bare) : (bare, number)) {
      changes.append(Change(.scale))
    } else {
      changes.append(Change(.value))
      unclear = .unitMissing
    }
  }

  private mutating func compare(
    _ before: Decimal, _ after: Decimal, as old: TargetValue.Quantity, unit: String
  ) {
    guard before != after else { return }
    changes.append(
      Change(
        .value, direction: Self.direction(old.comparator, from: before, to: after),
        extent: Change.Extent(from: before, to: after, unit: unit)))
  }

  /// `=` is kept by more, as the systems in use have it.
  private static func direction(
    _ sign: Comparator?, from before: Decimal, to after: Decimal
  ) -> Change.Direction? {
    switch sign {
    case .atLeast, .greaterThan, .equal: after < before ? .loosened : .tightened
    case .atMost, .lessThan: after > before ? .loosened : .tightened
    case nil: nil
    }
  }

  private mutating func compareSigns(_ old: Comparator?, _ new: Comparator?) {
    let isSilent = old == new || [old, new].allSatisfy { $0 == nil || $0 == .equal }
    guard !isSilent else { return }
    let direction: Change.Direction? =
      switch (old, new) {
      case (.atLeast, .greaterThan), (.atMost, .lessThan): .tightened
      case (.greaterThan, .atLeast), (.lessThan, .atMost): .loosened
      default: nil
      }
    changes.append(Change(.sign, direction: direction))
  }

  /// Whether one number is the other moved by at least one decimal place.
  static func isPowerOfTen(_ numbers: (Decimal, Decimal)) -> Bool {
    guard numbers.0 > 0, numbers.1 > 0, numbers.0 != numbers.1 else { return false }
    var (small, great) = (min(numbers.0, numbers.1), max(numbers.0, numbers.1))
    while small < great { small *= 10 }
    great -= small
    return great == 0
  }

  // MARK: Ranges and dates

  private mutating func compare(
    _ old: (Decimal, Decimal), _ oldUnit: MeasureUnit?, _ new: (Decimal, Decimal), _ newUnit: MeasureUnit?
  ) {
    guard oldUnit?.base == newUnit?.base else {
      changes.append(Change(.unit))
      unclear = oldUnit == nil || newUnit == nil ? .unitMissing : .unitsDoNotConvert
      return
    }
    let before = (oldUnit?.inBase(old.0) ?? old.0, oldUnit?.inBase(old.1) ?? old.1)
    let after = (newUnit?.inBase(new.0) ?? new.0, newUnit?.inBase(new.1) ?? new.1)
    guard before != after else { return }
    let isWider = after.0 <= before.0 && after.1 >= before.1
    let isNarrower = after.0 >= before.0 && after.1 <= before.1
    changes.append(Change(.value, direction: isWider ? .loosened : isNarrower ? .tightened : nil))
  }

  private mutating func compare(_ before: CalendarDate?, _ after: CalendarDate?) {
    guard let before, let after else { return changes.append(Change(.value)) }
    guard before != after else { return }
    let days = Decimal(after.dayNumber - before.dayNumber)
    changes.append(
      Change(
        .value, direction: days > 0 ? .loosened : .tightened,
        extent: Change.Extent(difference: days, unit: Messages.days)))
  }
}

extension CalendarDate {
  /// Days since the first of March of the year 0.
  fileprivate var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day - 1
  }
}
