import FormModel

/// The comparison sign of a quantity by its name in rule files.
enum ComparatorWord: String, CaseIterable, Sendable {
  case atLeast = "≥"
  case greaterThan = ">"
  case equal = "="
  case atMost = "≤"
  case lessThan = "<"
  case none

  /// `nil` for what is no quantity.
  init?(_ meaning: TargetValue.Meaning?) {
    guard case .quantity(let quantity) = meaning else { return nil }
    self =
      switch quantity.comparator {
      case .atLeast: .atLeast
      case .greaterThan: .greaterThan
      case .equal: .equal
      case .atMost: .atMost
      case .lessThan: .lessThan
      case nil: .none
      }
  }
}

/// The kind of unit of a quantity or range by its name in rule files.
enum UnitWord: String, CaseIterable, Sendable {
  case money, time, length, area, mass, data, percent, count, person, other, none

  /// `nil` for what is no quantity and no range.
  init?(_ meaning: TargetValue.Meaning?) {
    let unit: MeasureUnit?
    switch meaning {
    case .quantity(let quantity): unit = quantity.unit
    case .range(_, _, let own): unit = own
    default: return nil
    }
    self =
      switch unit?.kind {
      case .money: .money
      case .time: .time
      case .length: .length
      case .area: .area
      case .mass: .mass
      case .data: .data
      case .percent: .percent
      case .count: .count
      case .person: .person
      case .other: .other
      case nil: .none
      }
  }
}
