import FormModel
import FoundationEssentials

/// What a target or result means: `kind` and the parts of that kind; numbers as decimal texts.
func meaningValue(_ value: TargetValue) -> JSONValue {
  switch value.meaning {
  case .blank: .object([("kind", .text("blank"))])
  case .placeholder: .object([("kind", .text("placeholder"))])
  case .quantity(let quantity):
    .object(
      [
        ("kind", .text("quantity")), ("comparator", JSONValue(quantity.comparator?.rawValue)),
        ("value", decimal(quantity.value)),
      ] + unit(quantity.unit))
  case .range(let lower, let upper, let measure):
    .object([("kind", .text("range")), ("lower", decimal(lower)), ("upper", decimal(upper))] + unit(measure))
  case .date(let deadline):
    .object([
      ("kind", .text("date")), ("year", number(deadline.year)), ("month", number(deadline.month)),
      ("day", number(deadline.day)),
    ])
  case .graded(let words): .object([("kind", .text("graded")), ("words", .array(words.map { .text($0) }))])
  case .qualitative(let word): .object([("kind", .text("qualitative")), ("word", .text(word))])
  }
}

private func decimal(_ value: Decimal) -> JSONValue { .text("\(value)") }

private func number(_ value: Int?) -> JSONValue { value.map { .number("\($0)") } ?? .null }

private func unit(_ unit: MeasureUnit?) -> [(key: String, value: JSONValue)] {
  guard let unit else { return [("unit", .null)] }
  return [("unit", .text(unit.text)), ("unitBase", .text(unit.base)), ("unitFactor", decimal(unit.factor))]
}

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
