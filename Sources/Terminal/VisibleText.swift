/// `text` from a file or another program, safe to print: control characters are shown by their
/// pictures (ESC as `␛`), direction marks and other invisible format characters as `⟨U+202E⟩`.
///
/// - Parameter keepsLineBreaks: whether `\n` stays a line break; otherwise it is shown as `⏎`.
public func visible(_ text: some StringProtocol, keepsLineBreaks: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: shown.append(keepsLineBreaks ? "\n" : lineBreakSign)
    case 0x00..<0x20: shown.append(Unicode.Scalar(UInt8(scalar.value)).picture)
    case 0x7F: shown.append("\u{2421}")
    case 0x80..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      shown.append(contentsOf: "⟨U+\(hexadecimal(scalar.value))⟩".unicodeScalars)
    default: shown.append(scalar)
    }
  }
  return String(shown)
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Unicode.Scalar {
  /// The picture of a C0 control character (U+2400 and on).
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
}
