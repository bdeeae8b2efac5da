/// What a look at the separators of a text tells, without its fields: enough to see of most texts that they are no
/// separated values.
struct CSVGlance {
  private let look: TextLook
  /// Lines that are certainly records with something in them, counted until there are too many for every
  /// separator; there may be more.
  private let filledLines: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ look: TextLook) {
    self.look = look
    let most = max(Self.mostLines(look.commas), Self.mostLines(look.semicolons))
    let enough = 1 + max(most, Self.mostLines(wide: look.wideCommas))
    filledLines = look.signs.contains(.quote) ? 0 : Self.filledLines(in: bytes, upTo: enough)
  }

  /// Whether the text may be separated by anything.
  var mayBeAny: Bool { CSVSeparator.all.contains(where: mayBe) }

  /// Whether enough separators stand in the text for most of its records to have three fields; `true` where that
  /// takes a closer look.
  func mayBe(_ separator: CSVSeparator) -> Bool {
    if look.signs.contains(.quote) { return true }
    switch separator {
    // TAB-separated text without quotes is read as such.
    case .tab: return false
    case .fullWidthComma: return filledLines <= Self.mostLines(wide: look.wideCommas)
    case .byte(UInt8(ascii: ",")): return filledLines <= Self.mostLines(look.commas)
    case .byte(UInt8(ascii: ";")): return filledLines <= Self.mostLines(look.semicolons)
    case .byte: return true
    }
  }

  /// In how many lines so many separators may stand, four in five of them with two.
  private static func mostLines(_ separators: Int) -> Int { separators * 5 / (4 * 2) }

  /// The same for full-width commas, of which prose has many: nineteen in twenty.
  private static func mostLines(wide separators: Int) -> Int { separators * 20 / (19 * 2) }

  /// Lines whose last byte can be part of neither a blank nor a separator; the last line of all may be cut.
  private static func filledLines(in bytes: UnsafeBufferPointer<UInt8>, upTo most: Int) -> Int {
    var count = 0
    var index = 0
    while count < most, let end = bytes.firstIndex(of: 0x0A, in: index..<bytes.count) {
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
