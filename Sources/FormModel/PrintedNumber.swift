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

/// Nothing but ASCII digits, perhaps with a comma between groups of three and a point among them: most of the numbers
/// in forms, read without a scanner.
struct PlainNumber {
  /// All digits as one number.
  private(set) var digits = 0
  /// How many digits stand behind the point.
  private(set) var decimals = 0

  /// What an `Int` always holds.
  private static let longest = 18

  /// - Returns: `nil` for any other text, whatever it means.
  init?(_ text: String) {
    guard (1...Self.longest).contains(text.utf8.count),
      text.utf8.withContiguousStorageIfAvailable({ read($0) }) == true
    else { return nil }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    var (hasComma, hasPoint) = (false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        run += 1
        continue
      case UInt8(ascii: ",") where !hasPoint && run > 0 && (hasComma ? run == 3 : run <= 3): hasComma = true
      case UInt8(ascii: ".") where !hasPoint && run > 0 && (!hasComma || run == 3): hasPoint = true
      default: return false
      }
      run = 0
    }
    if hasPoint { decimals = run }
    return hasPoint || !hasComma ? run > 0 : run == 3
  }

  var value: Decimal { Decimal(sign: .plus, exponent: -decimals, significand: Decimal(digits)) }
}
