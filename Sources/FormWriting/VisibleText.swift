import ChineseText

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

/// `text` safe to print on one line.
func oneLine(_ text: String) -> String {
  let text = visible(text)
  let isOneLine = text.utf8.withContiguousStorageIfAvailable { !$0.contains(0x0A) }
  return isOneLine ?? false ? text : text.split(separator: "\n").joined(separator: " ")
}

extension GrowingText {
  /// Makes what was added behind a number of bytes safe to print on one line.
  mutating func keepToOneLine(from start: Int) {
    let isSafe = bytes.withUnsafeBufferPointer { bytes in
      let added = UnsafeBufferPointer(rebasing: bytes[start...])
      return !mayHide(added, orEndLine: true)
    }
    if !isSafe { replace(from: start, with: oneLine(String(decoding: bytes[start...], as: UTF8.self))) }
  }
}

/// Whether a text has a byte that begins one of the characters in question, or one of their neighbours.
private func mayHide(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { mayHide($0, orEndLine: false) }
}

private func mayHide(_ bytes: UnsafeBufferPointer<UInt8>, orEndLine endsLine: Bool) -> Bool {
  var place = 0
  while place < bytes.count {
    switch bytes[place] {
    // Chinese, and what else has three bytes and is none of them.
    case 0xE3...0xEE: place += 3
    case 0x20..<0x7F: place += 1
    case 0x0A where !endsLine: place += 1
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xF3: return true
    case 0xE2, 0xEF:
      if mayHide(bytes[place], bytes[place + 1], bytes[place + 2]) { return true }
      place += 3
    case let lead: place += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }
  return false
}

/// Quotation marks and full-width punctuation, which stand in every message, are none of them.
private func mayHide(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  if lead == 0xEF { return second == 0xBB || second == 0xBF }
  return second == 0x81 || second == 0x80 && !(0x90...0xA7).contains(third)
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
