extension JSONScanner {
  /// The bytes that a text with escapes means; its grammar has been checked.
  ///
  /// - Parameter range: what stands between its quotes.
  func decoded(_ range: Range<Int>) -> [UInt8] {
    var rest = self
    rest.index = range.lowerBound
    var out: [UInt8]? = []
    while rest.index < range.upperBound {
      let start = rest.index
      rest.stepOverPlain()
      out?.append(contentsOf: bytes[start..<rest.index])
      guard rest.index < range.upperBound, (try? rest.escape(into: &out)) != nil else { break }
    }
    return out ?? []
  }

  /// Takes the escape that is next.
  mutating func escape(into out: inout [UInt8]?) throws(YAMLError) {
    let start = (place: mark, index: index)
    guard index + 1 < end else { throw YAMLError(.json(.unexpectedEnd), at: start.place) }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out?.append(letter)
    case UInt8(ascii: "b"): out?.append(0x08)
    case UInt8(ascii: "f"): out?.append(0x0C)
    case UInt8(ascii: "n"): out?.append(0x0A)
    case UInt8(ascii: "r"): out?.append(0x0D)
    case UInt8(ascii: "t"): out?.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar(from: start.place)
      out?.append(contentsOf: String(scalar).utf8)
    default: throw YAMLError(.json(.badEscape), at: start.place)
    }
    column += index - start.index
  }

  private mutating func escapedScalar(from start: YAMLMark) throws(YAMLError) -> Unicode.Scalar {
    guard let first = fourHexDigits() else { throw YAMLError(.json(.badEscape), at: start) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw YAMLError(.json(.loneSurrogate), at: start) }
    index += 2
    guard let second = fourHexDigits(), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw YAMLError(.json(.loneSurrogate), at: start) }
    return scalar
  }

  private mutating func fourHexDigits() -> UInt32? {
    guard index + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = hexDigit(byte) else { return nil }
      value = value << 4 + digit
    }
    index += 4
    return value
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
}

/// Whether the bytes are a JSON number: `-?(0|[1-9]d*)(.d+)?([eE][+-]?d+)?`.
func isJSONNumber(_ word: ArraySlice<UInt8>) -> Bool {
  var rest = word
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  let whole = rest.prefix(while: isDigit)
  guard let lead = whole.first, lead != 0x30 || whole.count == 1 else { return false }
  rest = rest.dropFirst(whole.count)
  if rest.first == UInt8(ascii: ".") {
    let fraction = rest.dropFirst().prefix(while: isDigit)
    guard !fraction.isEmpty else { return false }
    rest = rest.dropFirst(fraction.count + 1)
  }
  guard let exponent = rest.first else { return true }
  guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
  rest = rest.dropFirst()
  if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
  return !rest.isEmpty && rest.allSatisfy(isDigit)
}
