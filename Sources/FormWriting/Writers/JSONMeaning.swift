import FormModel
import FoundationEssentials

extension JSONStream {
  /// What a target or result means: `kind` and the parts of that kind; numbers as decimal texts.
  mutating func meaning(_ key: String, of value: TargetValue?) {
    guard let value else { return member(key, nil) }
    object(key) { $0.parts(of: value.meaning) }
  }

  private mutating func parts(of meaning: TargetValue.Meaning) {
    switch meaning {
    case .blank: member("kind", "blank")
    case .placeholder: member("kind", "placeholder")
    case .quantity(let quantity):
      member("kind", "quantity")
      member("comparator", quantity.comparator?.rawValue)
      member("value", decimalText(quantity.value))
      unit(quantity.unit)
    case .range(let lower, let upper, let measure):
      member("kind", "range")
      member("lower", decimalText(lower))
      member("upper", decimalText(upper))
      unit(measure)
    case .date(let deadline):
      member("kind", "date")
      member("year", number: deadline.year.map(String.init))
      member("month", number: deadline.month.map(String.init))
      member("day", number: deadline.day.map(String.init))
    case .graded(let words):
      member("kind", "graded")
      array("words", words) { $0.text($1) }
    case .qualitative(let word):
      member("kind", "qualitative")
      member("word", word)
    }
  }

  private mutating func unit(_ unit: MeasureUnit?) {
    guard let unit else { return member("unit", nil) }
    member("unit", unit.text)
    member("unitBase", unit.base)
    member("unitFactor", decimalText(unit.factor))
  }
}

/// A decimal as text; the commonest ones are kept, for printing one takes as long as reading a whole target.
func decimalText(_ value: Decimal) -> String { commonDecimals[value] ?? "\(value)" }

private let commonDecimals: [Decimal: String] = {
  let powers = (1...12).map { Decimal(sign: .plus, exponent: $0, significand: 1) }
  let small = (0...120).map { Decimal($0) }
  return Dictionary((small + powers).map { ($0, "\($0)") }) { first, _ in first }
}()

extension FormPath {
  /// The place in keys of the interchange format: `funding.annualTotal`, `indicators[3].target`.
  var interchangeName: String {
    switch self {
    case .form: ""
    case .field(let key): key.rawValue
    case .level(let level1, let level2): "levels/" + level1 + (level2.map { "/" + $0 } ?? "")
    case .indicator(let row, let column): "indicators[\(row)]" + (column.map { "." + $0.rawValue } ?? "")
    case .budget(let line, let column): "budget[\(line)]" + (column.map { "." + $0.rawValue } ?? "")
    }
  }
}
