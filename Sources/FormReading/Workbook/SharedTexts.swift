import OfficeFiles

/// `sharedStrings.xml`: the texts that cells point to, one after the other in one buffer.
struct SharedTexts: XMLHandler {
  /// Where each text stands in the buffer, blanks at both ends left out.
  private(set) var ranges: [Range<Int32>] = []
  private var text: [UInt8] = []
  private var start = 0
  private var isText = false
  /// Inside the reading aids of Japanese and Chinese text, which are not printed in the line.
  private var isPhonetic = false

  /// The buffer, for the text of the whole file.
  mutating func takeText() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &text)
    return taken
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "si": start = text.count
    case "t": isText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "si":
      unescape(&text, from: start)
      let range = trimmed(text, start..<text.count)
      ranges.append(Int32(clamping: range.lowerBound)..<Int32(clamping: range.upperBound))
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  mutating func text(_ bytes: XMLBytes) {
    if isText { text.append(contentsOf: bytes) }
  }
}

/// The range without blanks, line breaks and wide blanks at both ends.
func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end {
    if isBlank(text[start]) {
      start += 1
    } else if end - start >= 3, isWideBlank(text, start) {
      start += 3
    } else {
      break
    }
  }
  while start < end {
    if isBlank(text[end - 1]) {
      end -= 1
    } else if end - start >= 3, isWideBlank(text, end - 3) {
      end -= 3
    } else {
      break
    }
  }
  return start..<end
}

/// U+3000 in UTF-8.
private func isWideBlank(_ text: [UInt8], _ place: Int) -> Bool {
  text[place] == 0xE3 && text[place + 1] == 0x80 && text[place + 2] == 0x80
}

/// Decodes `_x000D_` and its like in place; CR LF becomes LF.
func unescape(_ text: inout [UInt8], from start: Int) {
  let mark = UInt8(ascii: "_")
  guard text[start...].contains(where: { $0 == mark || $0 == 0x0D }) else { return }
  var decoded: [UInt8] = []
  var place = start
  while place < text.count {
    if text[place] == mark, place + 6 < text.count, text[place + 1] == UInt8(ascii: "x"),
      text[place + 6] == mark, let scalar = escapedScalar(text[(place + 2)..<(place + 6)])
    {
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      place += 7
    } else {
      decoded.append(text[place])
      place += 1
    }
  }
  text.removeSubrange(start...)
  var previous: UInt8 = 0
  for byte in decoded {
    if byte == 0x0A, previous == 0x0D { text[text.count - 1] = byte } else { text.append(byte) }
    previous = byte
  }
}

/// Four hexadecimal digits; `nil` for the half of a pair.
private func escapedScalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard digits.allSatisfy({ $0 < 0x80 }) else { return nil }
  return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
}
