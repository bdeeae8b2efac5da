extension JSONScanner {
  /// Steps over the part of a text that means itself: up to the next quote, backslash or control character.
  ///
  /// Eight bytes are looked at together, for most of what is scanned is stepped over here.
  @inline(__always)
  mutating func stepOverPlain() {
    let start = index
    let (next, characters) = utf8.bytes.withUnsafeBytes { Self.plain($0, from: start, to: end) }
    index = next
    column += characters
  }

  /// Where the plain part ends that begins at a place, and how many characters it has.
  private static func plain(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> (Int, Int) {
    var (index, characters) = (start, 0)
    while index + 8 <= end {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let signs = PlainBytes.signs(in: word)
      let count = signs.trailingZeroBitCount / 8
      characters += PlainBytes.characters(in: word, first: count)
      index += count
      if signs != 0 { return (index, characters) }
    }
    while index < end, !PlainBytes.isSign(bytes[index]) {
      if bytes[index] & 0xC0 != 0x80 { characters += 1 }
      index += 1
    }
    return (index, characters)
  }
}

/// What eight bytes of a text hold, the first of them in the lowest place.
private enum PlainBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The highest bit of every sign, exact up to the first one.
  @inline(__always)
  static func signs(in word: UInt64) -> UInt64 {
    let quotes = word ^ (ones * 0x22)
    let slashes = word ^ (ones * 0x5C)
    // Subtracting borrows from the highest bit of a byte that is too small for it.
    let isQuote = (quotes &- ones) & ~quotes
    let isSlash = (slashes &- ones) & ~slashes
    let isControl = (word &- ones * 0x20) & ~word
    return (isQuote | isSlash | isControl) & highs
  }

  /// How many characters begin in the first `count` of the bytes.
  @inline(__always)
  static func characters(in word: UInt64, first count: Int) -> Int {
    let later = (word & ~(word << 1) & highs) >> 7
    let counted = count == 8 ? later : later & ((1 << UInt64(count * 8)) - 1)
    return count - Int((counted &* ones) >> 56)
  }
}
