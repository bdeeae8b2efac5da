/// A number as a workbook stores it, in decimal digits: what is printed of it is never binary.
struct PrintedDecimal: Hashable {
  var isNegative = false
  /// 0 to 9 each, the first and the last one not 0; none for zero.
  private(set) var digits: [UInt8] = []
  /// The value is 0.digits × 10^point.
  private(set) var point = 0

  /// As many digits as Excel keeps.
  private static let precision = 15
  /// Excel's numbers end before 1E+308.
  private static let largestExponent = 400

  /// Whether a number is written as it would be printed: `0`, `128`, `12.5`. Most numbers of most sheets are, so
  /// that they need not be taken apart.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= precision, let first = bytes.first, let last = bytes.last else { return false }
    var point: Int?
    for (index, byte) in bytes.enumerated() where !(0x30...0x39).contains(byte) {
      guard byte == 0x2E, point == nil, index > 0 else { return false }
      point = index
    }
    let wholeCount = point ?? bytes.count
    return (first != 0x30 || wholeCount == 1) && (point == nil || last != 0x30 && last != 0x2E)
  }

  /// Reads `-1.5E-3`. What the binary fraction left behind beyond 15 digits is rounded away; whole numbers that are
  /// written out keep all their digits.
  ///
  /// - Returns: `nil` when it is no number.
  init?(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    bytes = bytes.drop(while: isBlank)
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      bytes.removeFirst()
    }
    var (hasPoint, hasDigit, count) = (false, false, 0)
    while let byte = bytes.first, byte == 0x2E || (0x30...0x39).contains(byte) {
      bytes.removeFirst()
      if byte == 0x2E {
        if hasPoint { return nil }
        hasPoint = true
        continue
      }
      hasDigit = true
      digits.append(byte - 0x30)
      if !hasPoint { count += 1 }
    }
    guard hasDigit, digits.count <= 1000 else { return nil }
    point = count
    let isWhole = !hasPoint && bytes.isEmpty
    if !bytes.isEmpty {
      guard let exponent = Self.exponent(bytes) else { return nil }
      point += exponent
    }
    normalise()
    if !isWhole, digits.count > Self.precision { round(keeping: Self.precision) }
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e"), bytes.count <= 6 else { return nil }
    guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
      abs(value) <= largestExponent
    else { return nil }
    return value
  }

  var isZero: Bool { digits.isEmpty }

  private mutating func normalise() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// Rounds half away from zero to that many of its digits.
  private mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    if count < 0 {
      digits = []
      return normalise()
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp {
      var place = count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    normalise()
  }

  /// Rounded half away from zero to that many decimals.
  func rounded(decimals: Int) -> PrintedDecimal {
    var result = self
    result.round(keeping: point + decimals)
    return result
  }

  /// Times a power of ten.
  func scaled(by power: Int) -> PrintedDecimal {
    var result = self
    if !isZero { result.point += power }
    return result
  }

  /// The digits before the point, in ASCII; none below 1.
  var wholeDigits: [UInt8] {
    guard point > 0 else { return [] }
    return (0..<point).map { 0x30 + ($0 < digits.count ? digits[$0] : 0) }
  }

  /// That many digits behind the point, in ASCII.
  func decimalDigits(_ count: Int) -> [UInt8] {
    (0..<count).map { offset in
      let place = point + offset
      return 0x30 + (digits.indices.contains(place) ? digits[place] : 0)
    }
  }

  /// As many decimals as it has.
  var decimals: Int { max(0, digits.count - point) }

  /// Without any format: 0.3, 1234567, 1.5E+40.
  var plain: [UInt8] {
    let sign: [UInt8] = isNegative && !isZero ? [0x2D] : []
    if point > 40 || point < -20 {
      let tail = digits.count > 1 ? [0x2E] + digits.dropFirst().map { $0 + 0x30 } : []
      return sign + [digits[0] + 0x30] + tail + Array("E\(point > 0 ? "+" : "")\(point - 1)".utf8)
    }
    let whole = wholeDigits
    let tail = decimals > 0 ? [0x2E] + decimalDigits(decimals) : []
    return sign + (whole.isEmpty ? [0x30] : whole) + tail
  }

  /// Whether it is smaller.
  static func < (a: PrintedDecimal, b: PrintedDecimal) -> Bool {
    let (aIsNegative, bIsNegative) = (a.isNegative && !a.isZero, b.isNegative && !b.isZero)
    if aIsNegative != bIsNegative { return aIsNegative }
    return aIsNegative ? b.isSmallerSize(than: a) : a.isSmallerSize(than: b)
  }

  private func isSmallerSize(than other: PrintedDecimal) -> Bool {
    if isZero || other.isZero { return isZero && !other.isZero }
    if point != other.point { return point < other.point }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
