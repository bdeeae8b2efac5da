/// `text` with everything that could steer a terminal or hide in a page made visible.
///
/// Control characters become their pictures (ESC → `␛`), invisible and direction marks their numbers
/// (`<U+202E>`); line ends of every kind become `\n`. Everything else stays as it is.
public func visible(_ text: String) -> String {
  guard mayHide(text) else { return text }
  guard text.unicodeScalars.contains(where: { isHidden($0) || $0 == "\r" }) else { return text }
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\r": result.append("\n")
    case _ where isHidden(scalar): result.append(contentsOf: picture(of: scalar).unicodeScalars)
    default: result.append(scalar)
    }
    previous = scalar
  }
  return String(result)
}

/// Whether a text has a byte that begins one of the characters in question, or one of their neighbours.
private func mayHide(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    bytes.indices.contains { place in
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      return switch bytes[place] {
      case 0x0A: false
      case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xF3: true
      // Quotation marks and full-width punctuation, which stand in every message, are none of them.
      case 0xE2: next == 0x81 || next == 0x80 && !(0x90...0xA7).contains(third(bytes, place))
      case 0xEF: next == 0xBB || next == 0xBF
      default: false
      }
    }
  }
}

private func third(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt8 {
  place + 2 < bytes.count ? bytes[place + 2] : 0
}

/// Controls but the line feed, direction marks, and characters that show nothing where one must see them.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x0D: false
  case 0x00...0x1F, 0x7F...0x9F, 0x00AD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
    true
  default: false
  }
}

private func picture(of scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
  case 0x7F: "␡"
  default: "<U+\(hexadecimal(scalar.value))>"
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
