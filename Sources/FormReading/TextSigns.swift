/// Signs that occur in a text and tell what it may be: with none of a format's signs in it, a text needs not be
/// looked at line by line to see that it is something else.
struct TextSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// `"`
  static let quote = TextSigns(rawValue: 1)
  /// Anything that stands between the cells of a `PipeBar` table.
  static let bar = TextSigns(rawValue: 2)
  /// `+`, and the block Box Drawing.
  static let drawing = TextSigns(rawValue: 4)
  /// `【`
  static let listTitle = TextSigns(rawValue: 8)

  /// No more of a text is looked at by any format to see what it is.
  static let stretch = 64 << 10

  /// The signs in the first stretch of a text.
  init(in text: ArraySlice<UInt8>) {
    self = text.withUnsafeBufferPointer { TextSigns($0.prefix(Self.stretch)) }
  }

  private init(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = UnsafeBufferPointer(rebasing: text)
    var signs: TextSigns = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Most of a form is Chinese: three bytes at a step.
      if byte >= 0xE2, byte <= 0xEF, index + 2 < text.count {
        signs.formUnion(TextSigns(byte, text[index + 1], text[index + 2]))
        index += 3
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): signs.insert(.quote)
      case UInt8(ascii: "|"): signs.insert(.bar)
      case UInt8(ascii: "+"): signs.insert(.drawing)
      default: break
      }
      index += 1
    }
    self = signs
  }

  private init(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    switch (a, b, c) {
    // ─…╿, of which │ and ┃ stand between cells too.
    case (0xE2, 0x94, _), (0xE2, 0x95, _): self = [.drawing, .bar]
    // 【
    case (0xE3, 0x80, 0x90): self = .listTitle
    // ｜
    case (0xEF, 0xBD, 0x9C): self = .bar
    default: self = []
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
