/// A section that prints a number: `#,##0.00"元"`, `0%`, `0.0E+00`.
struct NumberPattern {
  private let tokens: [NumberToken]
  private var wholeCount = 0
  private var decimalCount = 0
  private var exponentCount = 0
  private var isGrouped = false
  /// The power of ten that percent signs and commas behind the digits stand for.
  private var power = 0
  private var hasExponent = false
  /// `# ?/?`: printed as a decimal number instead, which says the same.
  private var isFraction = false

  init(_ tokens: [NumberToken]) {
    self.tokens = tokens
    var hasPoint = false
    var commas = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .digit:
        if hasExponent { exponentCount += 1 } else if hasPoint { decimalCount += 1 } else { wholeCount += 1 }
        if commas > 0, !hasPoint { isGrouped = true }
        commas = 0
      case .comma: if wholeCount > 0 { commas += 1 }
      case .point:
        hasPoint = true
        power -= 3 * commas
        commas = 0
      case .percent: power += 2
      case .exponent: hasExponent = true
      case .literal(let text) where text == [0x2F] && Self.isBetweenDigits(index, in: tokens):
        isFraction = true
      default: break
      }
    }
    power -= 3 * commas
  }

  private static func isBetweenDigits(_ index: Int, in tokens: [NumberToken]) -> Bool {
    guard index > 0, index + 1 < tokens.count, case .digit = tokens[index - 1],
      case .digit = tokens[index + 1]
    else { return false }
    return true
  }

  /// The number without its sign.
  func text(of number: PrintedDecimal) -> [UInt8] {
    var number = number
    number.isNegative = false
    if isFraction { return number.plain }
    var value = number.scaled(by: power)
    var exponent = 0
    if hasExponent { (value, exponent) = scientific(value) }
    value = value.rounded(decimals: decimalCount)
    // A number that no longer fits a line is printed as it is.
    guard value.wholeDigits.count <= 400 else { return number.plain }
    return place(number, whole: value.wholeDigits, decimals: value.decimalDigits(decimalCount), exponent)
  }

  /// With as many digits before the point as the section has places, at least one.
  private func scientific(_ value: PrintedDecimal) -> (PrintedDecimal, Int) {
    guard !value.isZero else { return (value, 0) }
    let width = max(1, wholeCount)
    func exponent(_ value: PrintedDecimal) -> Int {
      let size = value.point - 1
      return size - ((size % width) + width) % width
    }
    var power = exponent(value)
    let rounded = value.scaled(by: -power).rounded(decimals: decimalCount)
    if rounded.point > width { power += exponent(rounded) }
    return (value.scaled(by: -power), power)
  }

  private func place(_ number: PrintedDecimal, whole: [UInt8], decimals: [UInt8], _ exponent: Int) -> [UInt8]
  {
    var text: [UInt8] = []
    var (wholePlace, decimalPlace, exponentPlace) = (0, 0, 0)
    var part = 0
    let shown = shownDecimals(decimals)
    for token in tokens {
      switch token {
      case .literal(let bytes): text += bytes
      case .percent: text.append(UInt8(ascii: "%"))
      case .general: text += number.plain
      case .point:
        part = max(part, 1)
        text.append(UInt8(ascii: "."))
      case .exponent(let hasPlus):
        part = 2
        text.append(UInt8(ascii: "E"))
        if exponent < 0 || hasPlus { text.append(UInt8(ascii: exponent < 0 ? "-" : "+")) }
      case .digit(let sign):
        if part == 0 {
          wholeDigit(sign, at: wholePlace, of: whole, to: &text)
          wholePlace += 1
        } else if part == 1 {
          if decimalPlace < shown { text.append(decimals[decimalPlace]) }
          decimalPlace += 1
        } else {
          if exponentPlace == 0 { text += padded(abs(exponent), exponentCount) }
          exponentPlace += 1
        }
      default: break
      }
    }
    return text
  }

  /// The places stand at the right of the digits; the first one takes all that are more.
  private func wholeDigit(_ sign: UInt8, at place: Int, of whole: [UInt8], to text: inout [UInt8]) {
    let last = whole.count - wholeCount + place
    for index in (place == 0 ? min(0, last) : last)...last {
      if index >= 0 {
        text.append(whole[index])
      } else if sign == UInt8(ascii: "0") {
        text.append(0x30)
      } else {
        continue
      }
      let behind = whole.count - 1 - index
      if isGrouped, behind > 0, behind % 3 == 0 { text.append(UInt8(ascii: ",")) }
    }
  }

  /// How many decimals are printed: zeros at the end only where the section has a `0`.
  private func shownDecimals(_ decimals: [UInt8]) -> Int {
    var signs: [UInt8] = []
    var part = 0
    for token in tokens {
      switch token {
      case .point: part = max(part, 1)
      case .exponent: part = 2
      case .digit(let sign) where part == 1: signs.append(sign)
      default: break
      }
    }
    let needed = signs.indices.last { signs[$0] == 0x30 || decimals[$0] != 0x30 }
    return needed.map { $0 + 1 } ?? 0
  }

  private func padded(_ number: Int, _ count: Int) -> [UInt8] {
    let digits = Array(String(number).utf8)
    return Array(repeating: 0x30, count: max(0, count - digits.count)) + digits
  }
}
