import ChineseText
import FoundationEssentials

/// A place in the scalars of a target value, and the small things that can be read there.
struct TargetValueScanner {
  let scalars: [UInt32]
  var index = 0

  init(_ scalars: [UInt32]) { self.scalars = scalars }

  var isAtEnd: Bool { index >= scalars.count }
  /// The scalar at this place; 0 at the end.
  var next: UInt32 { index < scalars.count ? scalars[index] : 0 }
  /// Whether a digit stands here.
  var isAtDigit: Bool { Self.isDigit(next) }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// Steps over `scalar` if it stands here.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar.value else { return false }
    index += 1
    return true
  }

  /// Steps over the longest phrase of the table that stands here.
  mutating func take<Value>(_ table: PhraseTable<Value>) -> Value? {
    guard let match = table.match(in: scalars, at: index) else { return nil }
    index += match.length
    return match.value
  }

  /// Steps over all phrases of the table; whether there was any.
  mutating func skip(_ table: PhraseTable<Bool>) -> Bool {
    let start = index
    while take(table) != nil {}
    return index > start
  }

  /// A whole number of digits within `length`, with no digit after it.
  mutating func integer(length: ClosedRange<Int>) -> Int? {
    var end = index
    var value = 0
    while end < scalars.count, end - index < length.upperBound, Self.isDigit(scalars[end]) {
      value = value * 10 + Int(scalars[end] - 0x30)
      end += 1
    }
    guard length.contains(end - index), end >= scalars.count || !Self.isDigit(scalars[end]) else {
      return nil
    }
    index = end
    return value
  }

  /// A number in digits: an optional sign, thousands commas in groups of three, one point.
  mutating func number() -> Decimal? {
    var place = index
    let isNegative = next == 0x2D
    if isNegative || next == 0x2B { place += 1 }
    guard let digits = Self.digits(in: scalars, at: &place) else { return nil }
    index = place
    return Self.decimal(digits.digits, fraction: digits.fraction, isNegative: isNegative)
  }

  /// A number in Chinese characters.
  mutating func numberInWords() -> Decimal? {
    var end = index
    while end < scalars.count, let scalar = Unicode.Scalar(scalars[end]), isChineseNumeral(scalar) {
      end += 1
    }
    guard end > index, let value = chineseNumber(String(scalars: scalars[index..<end])) else { return nil }
    index = end
    return value
  }

  /// The digits of a number without commas and point, and how many of them are behind the point.
  private static func digits(in scalars: [UInt32], at place: inout Int) -> (digits: [UInt8], fraction: Int)? {
    var digits: [UInt8] = []
    var group = 0
    var hasComma = false
    func run() { while place < scalars.count, isDigit(scalars[place]) { take() } }
    func take() {
      digits.append(UInt8(scalars[place]))
      place += 1
    }
    run()
    group = digits.count
    guard group > 0 else { return nil }
    while place < scalars.count, scalars[place] == 0x2C {
      guard hasComma || group <= 3 else { return nil }
      let before = digits.count
      place += 1
      run()
      guard digits.count - before == 3 else { return nil }
      hasComma = true
    }
    let whole = digits.count
    if place < scalars.count, scalars[place] == 0x2E {
      place += 1
      run()
      guard digits.count > whole else { return nil }
    }
    return digits.count <= 30 ? (digits, digits.count - whole) : nil
  }

  /// Exact, and without the zeros that only fill up the fraction.
  private static func decimal(_ digits: [UInt8], fraction: Int, isNegative: Bool) -> Decimal? {
    var kept = digits.count
    var fraction = fraction
    while fraction > 0, digits[kept - 1] == 0x30 {
      kept -= 1
      fraction -= 1
    }
    guard kept <= 18 else {
      guard let whole = Decimal(string: String(decoding: digits[..<kept], as: UTF8.self)) else { return nil }
      return Decimal(sign: isNegative ? .minus : .plus, exponent: -fraction, significand: whole)
    }
    var value: UInt64 = 0
    for digit in digits[..<kept] { value = value * 10 + UInt64(digit - 0x30) }
    if fraction == 0 { return isNegative ? -Decimal(value) : Decimal(value) }
    return Decimal(sign: isNegative ? .minus : .plus, exponent: -fraction, significand: Decimal(value))
  }
}
