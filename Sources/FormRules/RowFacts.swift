import FormModel

/// What rules need to know about a row, as numbers.
struct RowFacts {
  /// Position of the template's first level; `nil` for a level it does not have.
  let level1: Int?
  /// Position among all second levels of the template.
  let level2: Int?
  /// What the target means, its sign and its kind of unit, a bit for each.
  let kinds: ValueKinds

  init(target: TargetValue?, level1: Int?, level2: Int?) {
    (self.level1, self.level2) = (level1, level2)
    kinds = ValueKinds(target?.meaning)
  }
}

/// The kinds of meaning by their names in rule files.
enum MeaningKind: String, CaseIterable, Sendable {
  case blank, placeholder, quantity, range, date, graded, qualitative

  init(_ meaning: TargetValue.Meaning?) {
    switch meaning {
    case nil, .blank: self = .blank
    case .placeholder: self = .placeholder
    case .quantity: self = .quantity
    case .range: self = .range
    case .date: self = .date
    case .graded: self = .graded
    case .qualitative: self = .qualitative
    }
  }
}

/// Kinds of meaning, signs and kinds of unit, a bit for each.
struct ValueKinds: Sendable {
  private var bits: UInt32 = 0

  /// The kinds of one value.
  init(_ meaning: TargetValue.Meaning?) {
    let (sign, unit) = (ComparatorWord(meaning), UnitWord(meaning))
    bits = Self.bit(MeaningKind(meaning)) | (sign.map(Self.bit) ?? 0) | (unit.map(Self.bit) ?? 0)
  }

  init(_ meanings: [MeaningKind]) { bits = meanings.reduce(0) { $0 | Self.bit($1) } }

  init(_ signs: [ComparatorWord]) { bits = signs.reduce(0) { $0 | Self.bit($1) } }

  init(_ units: [UnitWord]) { bits = units.reduce(0) { $0 | Self.bit($1) } }

  func intersects(_ other: ValueKinds) -> Bool { bits & other.bits != 0 }

  mutating func formUnion(_ other: ValueKinds) { bits |= other.bits }

  private static func bit(_ meaning: MeaningKind) -> UInt32 {
    switch meaning {
    case .blank: 1 << 0
    case .placeholder: 1 << 1
    case .quantity: 1 << 2
    case .range: 1 << 3
    case .date: 1 << 4
    case .graded: 1 << 5
    case .qualitative: 1 << 6
    }
  }

  private static func bit(_ sign: ComparatorWord) -> UInt32 {
    switch sign {
    case .atLeast: 1 << 8
    case .greaterThan: 1 << 9
    case .equal: 1 << 10
    case .atMost: 1 << 11
    case .lessThan: 1 << 12
    case .none: 1 << 13
    }
  }

  private static func bit(_ unit: UnitWord) -> UInt32 {
    switch unit {
    case .money: 1 << 16
    case .time: 1 << 17
    case .length: 1 << 18
    case .area: 1 << 19
    case .mass: 1 << 20
    case .data: 1 << 21
    case .percent: 1 << 22
    case .count: 1 << 23
    case .person: 1 << 24
    case .other: 1 << 25
    case .none: 1 << 26
    }
  }
}
