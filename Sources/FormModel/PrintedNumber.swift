import ChineseText
import FoundationEssentials

/// Reads a plain number as people print it: full-width digits, thousands commas in groups of three,
/// blanks anywhere but between two digits.
///
/// - Returns: `nil` for anything else (`—`, `10分`, `1-2`, `10 20`, `1,2`), never a guess. Also for more
///   than 30 digits, which money and scores do not have.
public func decimal(printed text: String) -> Decimal? {
  if let number = PlainNumber(text) { return number.value }
  var scanner = TargetValueScanner(TargetValueText(text).scalars)
  guard let value = scanner.number(), scanner.isAtEnd else { return nil }
  return value
}

/// A budget year: exactly four digits, half or full width, with or without 年/年度; else `nil`.
public func fourDigitYear(_ text: String) -> Int? {
  if text.utf8.count == 4, let number = PlainNumber(text), number.decimals == 0 {
    return number.digits >= 1000 ? number.digits : nil
  }
  var scanner = TargetValueScanner(TargetValueText(text).scalars)
  guard let year = scanner.integer(length: 4...4), year >= 1000 else { return nil }
  if scanner.take("年") { _ = scanner.take("度") }
  return scanner.isAtEnd ? year : nil
}

/// A number of points with their name behind it, `10分`; `nil` for anything else, a bare number too.
public func points(printed text: String) -> Decimal? {
  var scanner = TargetValueScanner(TargetValueText(text).scalars)
  guard let value = scanner.number(), scanner.take("分"), scanner.isAtEnd else { return nil }
  return value
}

/// Nothing but ASCII digits, perhaps with one point among them: most of the numbers in forms.
private struct PlainNumber {
  var digits = 0
  /// How many digits stand behind the point.
  var decimals = 0

  /// - Returns: `nil` for any other text, whatever it means.
  init?(_ text: String) {
    let bytes = text.utf8
    guard (1...15).contains(bytes.count) else { return nil }
    var point: Int?
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "."), point == nil, place > 0 {
        point = place
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      } else {
        return nil
      }
    }
    if let point {
      decimals = bytes.count - point - 1
      guard decimals > 0 else { return nil }
    }
  }

  var value: Decimal { Decimal(sign: .plus, exponent: -decimals, significand: Decimal(digits)) }
}
