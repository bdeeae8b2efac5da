import FoundationEssentials

/// Reads a plain number as people print it: full-width digits, thousands commas, blanks at the ends.
///
/// - Returns: `nil` for anything else (`—`, `10分`, `1-2`), never a guess.
public func decimal(printed text: String) -> Decimal? {
  var digits: [UInt8] = []
  var point = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39: digits.append(UInt8(scalar.value))
    case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10 + 0x30))
    case 0x2C where !digits.isEmpty && !point, 0xFF0C where !digits.isEmpty && !point: continue
    case 0x2E, 0xFF0E:
      guard !point, !digits.isEmpty else { return nil }
      point = true
      digits.append(0x2E)
    case 0x2D, 0xFF0D, 0x2212:
      guard digits.isEmpty else { return nil }
      digits.append(0x2D)
    case 0x20, 0x3000: continue
    default: return nil
    }
  }
  guard let last = digits.last, last != 0x2E, last != 0x2D else { return nil }
  return Decimal(string: String(decoding: digits, as: UTF8.self))
}

/// A budget year: exactly four digits, half or full width, with or without 年/年度; else `nil`.
public func fourDigitYear(_ text: String) -> Int? {
  var digits = text
  for suffix in ["年度", "年"] where digits.hasSuffix(suffix) {
    digits.removeLast(suffix.count)
    break
  }
  guard digits.count == 4, let number = decimal(printed: digits), number >= 1000 else { return nil }
  return Int("\(number)")
}
