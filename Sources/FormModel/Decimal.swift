/// A decimal number of up to 38 digits, exact where its digits suffice: money, weights, points, shares.
///
/// Foundation's type of this name takes a microsecond or two for an addition or comparison and six for a division
/// (measured on Linux); a form needs hundreds of them. This one is two machine integers.
public struct Decimal: Sendable, Hashable {
  /// Both halves of ``digits``: what holds an `Int128` is laid out at multiples of 16 bytes, for which the runtime
  /// allocates by `posix_memalign`, and takes a third more room.
  private var high: Int64
  private var low: UInt64
  /// The digits with the sign; never ends in a zero that the exponent could take, so that equal numbers are the same.
  private var digits: Int128 {
    get { Int128(high) << 64 | Int128(low) }
    set { (high, low) = (Int64(truncatingIfNeeded: newValue >> 64), UInt64(truncatingIfNeeded: newValue)) }
  }
  /// The number is a whole number × 10^exponent: -2 of 0.05; above 0 only where 38 digits would not hold the zeros.
  public private(set) var exponent: Int

  private init(_ digits: Int128, exponent: Int) {
    (high, low) = (Int64(truncatingIfNeeded: digits >> 64), UInt64(truncatingIfNeeded: digits))
    self.exponent = exponent
    if exponent != 0 { normalise() }
  }

  /// Any whole number.
  public init(_ value: some BinaryInteger) { self.init(Int128(value), exponent: 0) }

  /// `significand` × 10^`exponent`, or less that.
  public init(sign: FloatingPointSign, exponent: Int, significand: Decimal) {
    self.init(
      sign == .minus ? -significand.digits : significand.digits, exponent: significand.exponent + exponent)
  }

  /// Reads `12`, `-0.50`, `+3`; `nil` for anything else, and for more than 38 digits.
  public init?(string text: String) {
    var value: Int128 = 0
    var (fraction, count) = (0, 0)
    var hasPoint = false
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    for byte in text.utf8.dropFirst(isNegative || text.utf8.first == UInt8(ascii: "+") ? 1 : 0) {
      switch byte {
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        count += 1
        guard count <= Self.mostDigits else { return nil }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        if hasPoint { fraction += 1 }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    self.init(isNegative ? -value : value, exponent: -fraction)
  }

  private static let mostDigits = 38

  /// Ten to the power of 0…38.
  private static let powers: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<mostDigits { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()

  private mutating func normalise() {
    if digits == 0 {
      exponent = 0
    } else if exponent > 0 {
      while exponent > 0 {
        let (scaled, overflows) = digits.multipliedReportingOverflow(by: 10)
        if overflows { return }
        (digits, exponent) = (scaled, exponent - 1)
      }
    } else if var small = Int64(exactly: digits) {
      while exponent < 0, small % 10 == 0 { (small, exponent) = (small / 10, exponent + 1) }
      digits = Int128(small)
    } else {
      while exponent < 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    }
  }
}

// MARK: Comparing

extension Decimal: Comparable {
  /// By value.
  public static func < (a: Decimal, b: Decimal) -> Bool {
    if a.exponent == b.exponent { return a.digits < b.digits }
    if a.digits.signum() != b.digits.signum() { return a.digits < b.digits }
    // Where the zeros do not fit, the number is further from 0 than any other.
    if a.exponent > b.exponent {
      guard let digits = a.digits(withExponent: b.exponent) else { return a.digits < 0 }
      return digits < b.digits
    }
    guard let digits = b.digits(withExponent: a.exponent) else { return b.digits > 0 }
    return a.digits < digits
  }

  /// The digits for an exponent that is not higher; `nil` where they do not fit.
  private func digits(withExponent lower: Int) -> Int128? {
    let zeros = exponent - lower
    guard zeros > 0 else { return digits }
    guard zeros <= Self.mostDigits else { return digits == 0 ? 0 : nil }
    let (scaled, overflows) = digits.multipliedReportingOverflow(by: Self.powers[zeros])
    return overflows ? nil : scaled
  }
}

// MARK: Arithmetic

extension Decimal: SignedNumeric {
  /// 0.
  public static var zero: Decimal { 0 }

  /// `12`.
  public init(integerLiteral value: Int) { self.init(Int128(value), exponent: 0) }

  /// Any whole number of up to 38 digits.
  public init?(exactly source: some BinaryInteger) {
    guard let digits = Int128(exactly: source) else { return nil }
    self.init(digits, exponent: 0)
  }

  /// Without its sign.
  public var magnitude: Decimal { digits < 0 ? -self : self }

  /// With the other sign.
  public static prefix func - (number: Decimal) -> Decimal {
    Decimal(-number.digits, exponent: number.exponent)
  }

  /// Exact; rounded to 38 digits where the sum has more.
  public static func + (a: Decimal, b: Decimal) -> Decimal {
    var (high, low) = a.exponent >= b.exponent ? (a, b) : (b, a)
    while true {
      if let digits = high.digits(withExponent: low.exponent) {
        let (sum, overflows) = digits.addingReportingOverflow(low.digits)
        if !overflows { return Decimal(sum, exponent: low.exponent) }
      }
      // The last digits are too small to count.
      if low.exponent == high.exponent { high.dropDigit() }
      low.dropDigit()
    }
  }

  /// Exact; rounded to 38 digits where the difference has more.
  public static func - (a: Decimal, b: Decimal) -> Decimal { a + -b }

  /// Exact; rounded to 38 digits where the product has more.
  public static func * (a: Decimal, b: Decimal) -> Decimal {
    var (a, b) = (a, b)
    while true {
      let (product, overflows) = a.digits.multipliedReportingOverflow(by: b.digits)
      if !overflows { return Decimal(product, exponent: a.exponent + b.exponent) }
      if a.digits.magnitude > b.digits.magnitude { a.dropDigit() } else { b.dropDigit() }
    }
  }

  /// The same in place.
  public static func *= (a: inout Decimal, b: Decimal) { a = a * b }

  /// The digits without the last, rounded.
  private mutating func dropDigit() {
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
    digits = quotient + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0)
    exponent += 1
  }

  /// Exact where the quotient has an end within 37 digits, else rounded there. Nobody divides by 0: that is 0.
  public static func / (a: Decimal, b: Decimal) -> Decimal {
    guard a.digits != 0, b.digits != 0 else { return 0 }
    if let x = Int64(exactly: a.digits), let y = Int64(exactly: b.digits), y != -1, x % y == 0 {
      return Decimal(Int128(x / y), exponent: a.exponent - b.exponent)
    }
    let isNegative = (a.digits < 0) != (b.digits < 0)
    let (dividend, divisor) = (a.digits.magnitude, b.digits.magnitude)
    let zeros = max(0, min(mostDigits, mostDigits - 1 - digitCount(of: dividend) + digitCount(of: divisor)))
    let product = dividend.multipliedFullWidth(by: UInt128(powers[zeros]))
    let (quotient, rest) = divide(product, by: divisor)
    let rounded = Int128(quotient) + (rest >= divisor - rest ? 1 : 0)
    return Decimal(isNegative ? -rounded : rounded, exponent: a.exponent - b.exponent - zeros)
  }

  /// By the processor's own division where the divisor is short; the quotient must fit.
  private static func divide(
    _ product: (high: UInt128, low: UInt128), by divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    guard let short = UInt64(exactly: divisor), let top = UInt64(exactly: product.high) else {
      return divisor.dividingFullWidth(product)
    }
    let (high, rest) = short.dividingFullWidth((top, UInt64(truncatingIfNeeded: product.low >> 64)))
    let (low, remainder) = short.dividingFullWidth((rest, UInt64(truncatingIfNeeded: product.low)))
    return (UInt128(high) << 64 | UInt128(low), UInt128(remainder))
  }

  /// Of a number other than 0.
  private static func digitCount(of value: UInt128) -> Int {
    // 1233 ÷ 4096 is the logarithm of 2, near enough for 128 bits.
    let count = ((UInt128.bitWidth - value.leadingZeroBitCount) * 1233) >> 12
    return value < UInt128(powers[count]) ? count : count + 1
  }
}

// MARK: Rounding

extension Decimal {
  /// The number cut (not rounded) to so many decimals: 4.999 → 4.99, −1.55 → −1.5.
  public func truncated(decimals: Int) -> Decimal {
    guard decimals >= 0, -exponent > decimals else { return self }
    let places = -exponent - decimals
    return places > Self.mostDigits ? 0 : Decimal(digits / Self.powers[places], exponent: -decimals)
  }

  /// The number rounded half away from zero: 4.925 → 4.93 with two decimals.
  public func rounded(decimals: Int) -> Decimal {
    let half = Decimal(digits < 0 ? -5 : 5, exponent: -(decimals + 1))
    return (self + half).truncated(decimals: decimals)
  }

  /// The value as an `Int`; `nil` unless it is a whole number that fits.
  public var wholeNumber: Int? { exponent == 0 ? Int(exactly: digits) : nil }
}

extension Decimal: CustomStringConvertible {
  /// All digits: `12.5`, `-0.05`, `1000000`.
  public var description: String {
    let sign = digits < 0 ? "-" : ""
    let text = UInt64(exactly: digits.magnitude).map { String($0) } ?? String(digits.magnitude)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    let missing = -exponent + 1 - text.utf8.count
    let padded = missing > 0 ? String(repeating: "0", count: missing) + text : text
    let point = padded.utf8.index(padded.utf8.endIndex, offsetBy: exponent)
    return sign + padded[..<point] + "." + padded[point...]
  }
}
