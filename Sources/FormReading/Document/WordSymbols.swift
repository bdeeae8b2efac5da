import OfficeFiles

/// Characters of fonts whose codes are signs of their own: what they look like, in Unicode.
enum WordSymbols {
  /// The sign of a `w:sym`.
  ///
  /// - Parameters:
  ///   - code: in hexadecimal; the private area F000–F0FF stands for 00–FF.
  ///   - font: as the document names it.
  /// - Returns: the character itself where the sign is not known: no sign is dropped.
  static func sign(code: XMLBytes, font: XMLBytes?) -> Unicode.Scalar? {
    guard let value = UInt32(code.string, radix: 16) else { return nil }
    let place = (0xF000...0xF0FF).contains(value) ? value - 0xF000 : value
    if let font, let known = table(of: font.string)[place] { return known }
    return Unicode.Scalar(value)
  }

  private static func table(of font: String) -> [UInt32: Unicode.Scalar] {
    switch font.lowercased() {
    case "symbol": symbol
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    default: [:]
    }
  }

  private static let symbol: [UInt32: Unicode.Scalar] = [
    0x25: "%", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x7E: "∼", 0xA2: "′", 0xA3: "≤",
    0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑", 0x44: "Δ", 0x61: "α", 0x62: "β",
    0x6D: "μ", 0x70: "π", 0x57: "Ω",
  ]

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x77: "◆", 0xA1: "○",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x2A: "□", 0x30: "□", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●",
    0x98: "●", 0xA2: "■", 0xA3: "□",
  ]
}

/// Digits and signs that stand high, so that 10⁴ is not read as 104.
func superscript(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  var high: [UInt8] = []
  for byte in bytes {
    switch byte {
    case 0x31: high += Array("¹".utf8)
    case 0x32: high += Array("²".utf8)
    case 0x33: high += Array("³".utf8)
    case 0x30, 0x34...0x39: high += [0xE2, 0x81, 0xB0 + (byte - 0x30)]
    case 0x2B: high += Array("⁺".utf8)
    case 0x2D: high += Array("⁻".utf8)
    default: high.append(byte)
    }
  }
  return high
}
