import ChineseText
import FoundationEssentials

/// Reads a plain number as people print it: full-width digits, thousands commas in groups of three,
/// blanks anywhere but between two digits.
///
/// - Returns: `nil` for anything else (`—`, `10分`, `1-2`, `10 20`, `1,2`), never a guess. Also for more
///   than 30 digits, which money and scores do not have.
public func decimal(printed text: String) -> Decimal? {
  var scanner = TargetValueScanner(TargetValueText(text).scalars)
  guard let value = scanner.number(), scanner.isAtEnd else { return nil }
  return value
}

/// A budget year: exactly four digits, half or full width, with or without 年/年度; else `nil`.
public func fourDigitYear(_ text: String) -> Int? {
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
