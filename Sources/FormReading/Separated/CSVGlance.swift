/// What a look at the separators of a text tells, without its fields: enough to see of most texts that they are no
/// separated values.
struct CSVGlance {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let hasQuotes: Bool
  /// Lines that are certainly records with something in them; there may be more.
  private let filledLines: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    hasQuotes = bytes.holds(UInt8(ascii: "\""), in: bytes.indices)
    filledLines = hasQuotes ? 0 : Self.filledLines(in: bytes)
  }

  /// Whether enough separators stand in the text for most of its records to have three fields; `true` where that
  /// takes a closer look.
  func mayBe(_ separator: CSVSeparator) -> Bool {
    if hasQuotes { return true }
    switch separator {
    // TAB-separated text without quotes is read as such.
    case .tab: return false
    case .fullWidthComma: return count(0xEF, 0xBC, 0x8C) * 20 >= filledLines * 19 * 2
    case .byte(let byte): return count(byte) * 5 >= filledLines * 4 * 2
    }
  }

  private func count(_ byte: UInt8) -> Int {
    var count = 0
    var index = 0
    while let found = bytes.firstIndex(of: byte, in: index..<bytes.count) {
      count += 1
      index = found + 1
    }
    return count
  }

  private func count(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    var count = 0
    var index = 0
    while let found = bytes.firstIndex(of: a, in: index..<bytes.count) {
      if found + 2 < bytes.count, bytes[found + 1] == b, bytes[found + 2] == c { count += 1 }
      index = found + 1
    }
    return count
  }

  /// Lines whose last byte can be part of neither a blank nor a separator; the last line of all may be cut.
  private static func filledLines(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while let end = bytes.firstIndex(of: 0x0A, in: index..<bytes.count) {
      var last = end
      while last > index, isBlank(bytes[last - 1]) { last -= 1 }
      if last > index {
        switch bytes[last - 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), 0x80, 0x8C, 0xA0: break
        default: count += 1
        }
      }
      index = end + 1
    }
    return count
  }
}
