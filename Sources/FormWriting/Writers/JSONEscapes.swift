extension JSONValue {
  /// Whether something occurs that has to be escaped: a control character, a quote, a backslash, or a character that
  /// shows nothing or turns the direction of the text. Eight bytes are looked at together, for most texts have none.
  static func mayNeedEscapes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if holdsEscape(word) { return true }
      if holdsLead(word), (index..<index + 8).contains(where: { hiddenScalar(in: bytes, at: $0) != nil }) {
        return true
      }
      index += 8
    }
    return (index..<bytes.count).contains { index in
      let byte = bytes[index]
      return byte < 0x20 || [0x22, 0x5C, 0x7F, 0xC2].contains(byte)
        || hiddenScalar(in: bytes, at: index) != nil
    }
  }

  /// Subtracting borrows into the highest bit of a byte that is less than what is subtracted; a byte that is looked
  /// for is less than 1 once it is taken away bit by bit.
  @inline(__always)
  private static func holdsEscape(_ word: UInt64) -> Bool {
    let ones = 0x0101_0101_0101_0101 as UInt64
    let controls = (word &- ones &* 0x20) & ~word & (ones &* 0x80)
    return controls != 0 || holds(word, 0x22) || holds(word, 0x5C) || holds(word, 0x7F) || holds(word, 0xC2)
  }

  /// Whether a byte occurs that hidden characters begin with; Chinese punctuation begins with some of them too.
  @inline(__always)
  private static func holdsLead(_ word: UInt64) -> Bool {
    holds(word, 0xE2) || holds(word, 0xEF) || holds(word, 0xD8) || holds(word, 0xF3)
  }

  @inline(__always)
  private static func holds(_ word: UInt64, _ byte: UInt64) -> Bool {
    let ones = 0x0101_0101_0101_0101 as UInt64
    let rest = word ^ ones &* byte
    return (rest &- ones) & ~rest & (ones &* 0x80) != 0
  }

  /// The hidden character that begins at a byte, and its length: those that `visible` gives a name, without C0 and C1.
  static func hiddenScalar(
    in bytes: UnsafeRawBufferPointer, at index: Int
  ) -> (value: UInt32, length: Int)? {
    let length: Int
    switch bytes[index] {
    case 0xC2, 0xD8: length = 2
    case 0xE2, 0xEF: length = 3
    case 0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    let mask: UInt32 = length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
    var value = UInt32(bytes[index]) & mask
    for next in bytes[index + 1..<index + length] { value = value << 6 | UInt32(next & 0x3F) }
    guard value >= 0xA0, Unicode.Scalar(value).map(isHidden) ?? false else { return nil }
    return (value, length)
  }

  /// As UTF-16 has it, in one or two units.
  static func escape(_ value: UInt32, to out: inout [UInt8]) {
    guard value > 0xFFFF else { return escape(unit: value, to: &out) }
    escape(unit: 0xD800 + (value - 0x10000) >> 10, to: &out)
    escape(unit: 0xDC00 + (value - 0x10000) & 0x3FF, to: &out)
  }

  private static func escape(unit: UInt32, to out: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    out += "\\u".utf8
    out += repeatElement(0x30, count: 4 - digits.utf8.count)
    out += digits.utf8
  }
}
