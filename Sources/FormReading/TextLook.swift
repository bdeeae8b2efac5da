/// What one look at the bytes of a text tells all the formats that ask whether it is theirs.
struct TextLook: Sendable, Hashable {
  /// What occurs in the text.
  private(set) var signs: TextSigns = []
  /// How often each possible separator occurs.
  private(set) var commas = 0
  private(set) var semicolons = 0
  private(set) var wideCommas = 0

  /// Looks at the first stretch of a text.
  init(_ text: ArraySlice<UInt8>) {
    self = text.withUnsafeBufferPointer {
      TextLook(first: UnsafeBufferPointer(rebasing: $0.prefix(TextSigns.stretch)))
    }
  }

  private init(first text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte &- 0xE4 < 6 {
        // Chinese characters, which are most of a form, tell nothing.
        index += 3
      } else if byte < 0x80 {
        if Self.mayTell(byte) { note(byte) }
        index += 1
      } else if byte >= 0xE2, byte <= 0xEF, index + 2 < text.count {
        note(byte, text[index + 1], text[index + 2])
        index += 3
      } else {
        index += 1
      }
    }
  }

  /// Whether a sign of ASCII is one of those that are noted.
  @inline(__always)
  private static func mayTell(_ byte: UInt8) -> Bool {
    byte < 0x40 ? told >> UInt64(byte) & 1 != 0 : byte == UInt8(ascii: "|")
  }

  private static let told: UInt64 =
    1 | 1 << 0x22 | 1 << 0x2B | 1 << 0x2C | 1 << 0x3B | 1 << 0x3E

  private mutating func note(_ byte: UInt8) {
    switch byte {
    case 0: signs.insert(.zero)
    case UInt8(ascii: "\""): signs.insert(.quote)
    case UInt8(ascii: "|"): signs.insert(.bar)
    case UInt8(ascii: "+"): signs.insert(.drawing)
    case UInt8(ascii: ">"): signs.insert(.quoting)
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: ";"): semicolons += 1
    default: break
    }
  }

  private mutating func note(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    switch (a, b, c) {
    // ─…╿, of which │ and ┃ stand between cells too.
    case (0xE2, 0x94, _), (0xE2, 0x95, _): signs.formUnion([.drawing, .bar])
    // 【
    case (0xE3, 0x80, 0x90): signs.insert(.listTitle)
    // ｜
    case (0xEF, 0xBD, 0x9C): signs.insert(.bar)
    // ，
    case (0xEF, 0xBC, 0x8C): wideCommas += 1
    default: break
    }
  }
}
