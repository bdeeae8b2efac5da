/// What stands between the fields of a record.
enum CSVSeparator: Sendable, Hashable {
  case byte(UInt8)
  /// The full-width comma.
  case fullWidthComma

  static let comma = CSVSeparator.byte(UInt8(ascii: ","))
  static let tab = CSVSeparator.byte(UInt8(ascii: "\t"))
  static let all: [CSVSeparator] = [.comma, .byte(UInt8(ascii: ";")), .tab, .fullWidthComma]
}

/// One field of a record.
struct CSVField {
  /// What stands in it, without the quotes around it; blanks at the ends included.
  var range: Range<Int>
  var isQuoted = false
  /// A quote inside is written twice.
  var hasEscapes = false
  /// The line it begins in, from 1, and that line's first byte.
  var line: Int
  var lineStart: Int
  var endsRecord = true
}

/// The fields of separated values, one after the other: RFC 4180, with the line ends of every system.
///
/// A quote that is not closed before a separator or a line end, or never, is a character like any other.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let first: UInt8
  private let isWide: Bool
  private(set) var index: Int
  private var line: Int
  private var lineStart: Int
  /// A separator was the last byte: one more field follows, even at the end.
  private var isOpen = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, line: Int = 1, separator: CSVSeparator) {
    self.bytes = bytes
    self.line = line
    index = start
    lineStart = start
    switch separator {
    case .byte(let byte): (first, isWide) = (byte, false)
    case .fullWidthComma: (first, isWide) = (0xEF, true)
    }
  }

  /// The next field; `nil` behind the last one.
  mutating func next() -> CSVField? {
    guard index < bytes.count || isOpen else { return nil }
    isOpen = false
    if let field = quoted() { return field }
    let start = index
    var field = CSVField(range: start..<start, line: line, lineStart: lineStart)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == first && isSeparator(index) || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    field.range = start..<index
    self.index = index
    field.endsRecord = passEnd()
    return field
  }

  /// A field in quotes; `nil`, and nothing passed, where there is none.
  private mutating func quoted() -> CSVField? {
    var start = index
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    start += 1
    var end = start
    var field = CSVField(range: start..<start, isQuoted: true, line: line, lineStart: lineStart)
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\"") {
        guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") else { break }
        field.hasEscapes = true
        end += 1
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    var behind = end + 1
    while behind < bytes.count, bytes[behind] == 0x20 { behind += 1 }
    guard behind == bytes.count || isSeparator(behind) || bytes[behind] == 0x0A || bytes[behind] == 0x0D
    else { return nil }
    field.range = start..<end
    countLines(in: start..<end)
    index = behind
    field.endsRecord = passEnd()
    return field
  }

  @inline(__always)
  private func isSeparator(_ index: Int) -> Bool {
    guard bytes[index] == first else { return false }
    return !isWide || index + 2 < bytes.count && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C
  }

  private mutating func countLines(in range: Range<Int>) {
    for index in range where isLineEnd(index) {
      line += 1
      lineStart = index + 1
    }
  }

  /// LF, or CR without LF behind it.
  private func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }

  /// Passes the separator or line end behind a field.
  ///
  /// - Returns: whether the record ends.
  @inline(__always)
  private mutating func passEnd() -> Bool {
    guard index < bytes.count else { return true }
    if isSeparator(index) {
      index += isWide ? 3 : 1
      isOpen = true
      return false
    }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    index += 1
    line += 1
    lineStart = index
    return true
  }
}
