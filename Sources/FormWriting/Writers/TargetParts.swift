import ChineseText
import FormModel
import FoundationEssentials

/// A target in three columns: `≥`, `95.00`, `%`. What is no quantity stands whole in `value`.
struct TargetParts {
  let comparator: String
  let value: String
  let unit: String

  init(_ target: TargetValue?) {
    guard let target, case .quantity(let quantity) = target.meaning else {
      comparator = ""
      value = target?.text ?? ""
      unit = ""
      return
    }
    comparator = quantity.comparator?.rawValue ?? ""
    value = Self.digits(of: quantity.value, in: target.text)
    unit = quantity.unit?.text ?? ""
  }

  /// The parts only where joined they are the target's text, else all of it as the value.
  init(exactly target: TargetValue?) {
    let parts = TargetParts(target)
    let isExact = parts.comparator + parts.value + parts.unit == target?.text ?? ""
    comparator = isExact ? parts.comparator : ""
    value = isExact ? parts.value : target?.text ?? ""
    unit = isExact ? parts.unit : ""
  }

  /// The number with the zeros it is printed with (`95.00`), without thousands commas.
  private static func digits(of value: Decimal, in text: String) -> String {
    let number = folded(text).drop { !$0.isASCII || !$0.isNumber }
    let run = number.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }.filter { $0 != "," }
    return decimal(printed: run) == value ? run : "\(value)"
  }
}
