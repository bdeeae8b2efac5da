/// Parses JSON values that follow one another (one JSON text, or NDJSON) into the same nodes as YAML.
///
/// Texts become quoted scalars; numbers, `true`, `false` and `null` plain ones, with the characters that were
/// written, so that `10.00` stays `10.00`.
///
/// - Parameter bytes: valid UTF-8 without a byte order mark.
/// - Throws: `YAMLError` with the place: bad grammar, duplicate keys, nesting deeper than 64.
public func parseJSON(_ bytes: [UInt8]) throws(YAMLError) -> [YAMLNode] {
  var scanner = JSONScanner(bytes: bytes)
  var values: [YAMLNode] = []
  while !scanner.isAtEnd { values.append(try scanner.value(depth: 0)) }
  return values
}

/// Walks the bytes once; lines and columns are counted along the way.
private struct JSONScanner {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// Column (from 1, in characters) of the byte at `counted`.
  private var column = 1
  private var counted = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return index == bytes.count
    }
  }

  mutating func value(depth: Int) throws(YAMLError) -> YAMLNode {
    skipBlanks()
    let start = mark()
    guard depth <= Self.deepest else { throw YAMLError(.tooDeep(Self.deepest), at: start) }
    guard index < bytes.count else { throw YAMLError(.json(.unexpectedEnd), at: start) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return YAMLNode(.mapping(try entries(depth: depth)), at: start)
    case UInt8(ascii: "["): return YAMLNode(.sequence(try items(depth: depth)), at: start)
    case UInt8(ascii: "\""): return YAMLNode(.scalar(try text(), quoted: true), at: start)
    default: return YAMLNode(.scalar(try word(at: start), quoted: false), at: start)
    }
  }

  private mutating func items(depth: Int) throws(YAMLError) -> [YAMLNode] {
    index += 1
    var items: [YAMLNode] = []
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else { throw unexpected(.comma) }
    }
  }

  private mutating func entries(depth: Int) throws(YAMLError) -> [YAMLEntry] {
    index += 1
    var entries: [YAMLEntry] = []
    var seen: [String: Int] = [:]
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      skipBlanks()
      let keyMark = mark()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw unexpected(.key) }
      let key = try text()
      if let first = seen.updateValue(keyMark.line, forKey: key) {
        throw YAMLError(.duplicateKey(key, firstLine: first), at: keyMark)
      }
      guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
      entries.append(YAMLEntry(key: key, keyMark: keyMark, value: try value(depth: depth + 1)))
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw unexpected(.comma) }
    }
  }

  private mutating func word(at start: YAMLMark) throws(YAMLError) -> String {
    let first = index
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    let word = bytes[first..<index]
    if word.elementsEqual("null".utf8) || word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
    {
      return String(decoding: word, as: UTF8.self)
    }
    guard let head = word.first, head == UInt8(ascii: "-") || isDigit(head) else {
      index = first
      throw unexpected(.value)
    }
    guard isNumber(word) else { throw YAMLError(.json(.badNumber), at: start) }
    return String(decoding: word, as: UTF8.self)
  }

  /// A text from its opening quote; bytes between escapes are taken over in one piece.
  private mutating func text() throws(YAMLError) -> String {
    let opening = mark()
    index += 1
    var piece = index
    var decoded: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        if decoded.isEmpty { return String(decoding: bytes[piece..<index], as: UTF8.self) }
        decoded += bytes[piece..<index]
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded += bytes[piece..<index]
        try escape(into: &decoded)
        piece = index
      case 0..<0x20: throw YAMLError(.json(.controlCharacter), at: mark())
      default: index += 1
      }
    }
    throw YAMLError(.json(.unclosedText), at: opening)
  }

  private mutating func escape(into out: inout [UInt8]) throws(YAMLError) {
    let start = mark()
    guard index + 1 < bytes.count else { throw YAMLError(.json(.unexpectedEnd), at: start) }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): out += Array(String(try escapedScalar(from: start)).utf8)
    default: throw YAMLError(.json(.badEscape), at: start)
    }
  }

  private mutating func escapedScalar(from start: YAMLMark) throws(YAMLError) -> Unicode.Scalar {
    guard let first = fourHexDigits() else { throw YAMLError(.json(.badEscape), at: start) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw YAMLError(.json(.loneSurrogate), at: start) }
    index += 2
    guard let second = fourHexDigits(), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw YAMLError(.json(.loneSurrogate), at: start) }
    return scalar
  }

  private mutating func fourHexDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = hexDigit(byte) else { return nil }
      value = value << 4 + digit
    }
    index += 4
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        column = 1
        counted = index
      default: return
      }
    }
  }

  /// The place of the byte at `index`; each byte of a line is counted once.
  private mutating func mark() -> YAMLMark {
    for byte in bytes[counted..<index] where byte & 0xC0 != 0x80 { column += 1 }
    counted = index
    return YAMLMark(line: line, column: column)
  }

  private mutating func unexpected(_ expected: JSONFault.Expected) -> YAMLError {
    let place = mark()
    guard index < bytes.count else { return YAMLError(.json(.unexpectedEnd), at: place) }
    let rest = String(decoding: bytes[index..<min(index + 8, bytes.count)], as: UTF8.self)
    return YAMLError(.json(.unexpected(rest.prefix(1).description, expected: expected)), at: place)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}

/// Whether the bytes are a JSON number: `-?(0|[1-9]d*)(.d+)?([eE][+-]?d+)?`.
private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
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
