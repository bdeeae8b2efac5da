/// Reads a number in Chinese characters: `三十二`, `一百零五`, `两万`, `三点五`, `二〇二三`, `壹佰`.
///
/// - Returns: `nil` for anything else, also for spoken short forms that can mean two numbers
///   (`一百五`, `三五`).
public func chineseNumber(_ text: some StringProtocol) -> Decimal? {
  let scalars = Array(text.unicodeScalars)
  guard let point = scalars.firstIndex(of: "点") else { return wholeNumber(scalars[...]) }
  guard let whole = wholeNumber(scalars[..<point]), !scalars[(point + 1)...].isEmpty else { return nil }
  var digits = ""
  for scalar in scalars[(point + 1)...] {
    guard let digit = digitValue(scalar) else { return nil }
    digits += "\(digit)"
  }
  return Decimal(string: "\(whole).\(digits)")
}

/// Whether a scalar can be part of a number in Chinese characters.
public func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "点", "万", "亿": true
  default: scalar.value >= 0x3007 && (digitValue(scalar) != nil || unitValue(scalar) != nil)
  }
}

private func digitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar {
  case "零", "〇": 0
  case "一", "壹": 1
  case "二", "两", "贰": 2
  case "三", "叁": 3
  case "四", "肆": 4
  case "五", "伍": 5
  case "六", "陆": 6
  case "七", "柒": 7
  case "八", "捌": 8
  case "九", "玖": 9
  default: nil
  }
}

private func unitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar {
  case "十", "拾": 10
  case "百", "佰": 100
  case "千", "仟": 1000
  default: nil
  }
}

private func wholeNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Decimal? {
  guard !scalars.isEmpty, scalars.count <= 18 else { return nil }
  if let digits = positional(scalars) { return digits }
  var sum = NumberSum()
  for scalar in scalars {
    guard sum.add(scalar) else { return nil }
  }
  return sum.closeSection() ? Decimal(sum.high + sum.middle + sum.section) : nil
}

/// Digits written one after the other, as in years; two alone (`三五`) mean "three to five".
private func positional(_ scalars: ArraySlice<Unicode.Scalar>) -> Decimal? {
  guard scalars.count > 2 else { return nil }
  var value = 0
  for scalar in scalars {
    guard let digit = digitValue(scalar), scalar != "两" else { return nil }
    value = value * 10 + digit
  }
  return Decimal(value)
}

/// A number under construction: the part before 亿, the part before 万, and the rest.
private struct NumberSum {
  var high = 0
  var middle = 0
  var section = 0
  private var digit: Int?
  private var lastUnit = 10_000
  private var hasZero = false
  private var isEmpty = true

  mutating func add(_ scalar: Unicode.Scalar) -> Bool {
    defer { isEmpty = false }
    if let value = digitValue(scalar) { return addDigit(value) }
    if let unit = unitValue(scalar) { return addUnit(unit) }
    switch scalar {
    case "万":
      guard middle == 0, closeSection(), section > 0 else { return false }
      middle = section * 10_000
    case "亿":
      guard high == 0, closeSection(), section + middle > 0 else { return false }
      high = (middle + section) * 100_000_000
      middle = 0
    default: return false
    }
    section = 0
    lastUnit = 10_000
    return true
  }

  private mutating func addDigit(_ value: Int) -> Bool {
    guard digit == nil else { return false }
    if value == 0, !isEmpty {
      guard !hasZero else { return false }
      hasZero = true
    } else {
      digit = value
    }
    return true
  }

  private mutating func addUnit(_ unit: Int) -> Bool {
    guard unit < lastUnit, digit != 0 else { return false }
    guard digit != nil || unit == 10 else { return false }
    section += (digit ?? 1) * unit
    digit = nil
    lastUnit = unit
    hasZero = false
    return true
  }

  /// Adds the ones. After 百 or 千 they need a 零 before them, else the number is a spoken short form.
  mutating func closeSection() -> Bool {
    if let ones = digit {
      let afterBig = high + middle > 0 && section == 0
      guard lastUnit == 10 || hasZero || (section == 0 && !afterBig) else { return false }
      section += ones
    } else if hasZero {
      return false
    }
    digit = nil
    hasZero = false
    return true
  }
}
