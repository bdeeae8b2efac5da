/// The number that a paragraph begins with: `1、`, `（二）`, `三、`, `④`.
struct FlowOrdinal: Hashable {
  /// How numbers of one list are written: the sign that follows, and whether Han numerals are used.
  struct Style: Hashable {
    var isHan: Bool
    var sign: UInt32
  }

  var style: Style
  var value: Int

  /// - Parameter scalars: the beginning of a paragraph, folded to half width.
  init?(_ scalars: ArraySlice<UInt32>) {
    guard let first = scalars.first else { return nil }
    if (0x2460...0x2473).contains(first) {
      (style, value) = (Style(isHan: false, sign: 0x2460), Int(first) - 0x245F)
      return
    }
    let inside = first == 0x28 || first == 0x7B2C ? scalars.dropFirst() : scalars
    let number = inside.prefix { FlowSigns.isDigit($0) || Self.han[$0] != nil }
    guard (1...3).contains(number.count), let value = Self.value(number) else { return nil }
    let after = inside.dropFirst(number.count)
    guard let sign = after.first, Self.signs.contains(sign) else { return nil }
    // 1.5万元 is a quantity.
    if sign == 0x2E, let next = after.dropFirst().first, FlowSigns.isDigit(next) { return nil }
    style = Style(isHan: Self.han[number[number.startIndex]] != nil, sign: first == 0x28 ? first : sign)
    self.value = value
  }

  private static func value(_ number: ArraySlice<UInt32>) -> Int? {
    var value = 0
    for scalar in number {
      if FlowSigns.isDigit(scalar) {
        value = value * 10 + Int(scalar - 0x30)
      } else if let digit = han[scalar] {
        value = digit == 10 ? max(1, value) * 10 : value + digit
      } else {
        return nil
      }
    }
    return value > 0 ? value : nil
  }

  /// One to ten.
  private static let han: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    0x5341: 10,
  ]
  private static let signs = Set("、.):,".unicodeScalars.map(\.value))
}
