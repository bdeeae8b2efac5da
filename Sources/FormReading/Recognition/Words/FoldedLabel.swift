/// A label as it is compared: without white space, half width; in a buffer that is used again and again.
///
/// Chinese punctuation that has an ASCII twin (`：`, `（`) is half width, so `项目资金（元）：` and `项目资金 (元)`
/// are one label.
struct FoldedLabel: Sendable {
  /// Longer texts are no labels.
  static let longest = 160

  private(set) var bytes = [UInt8](repeating: 0, count: longest)
  private(set) var count = 0
  /// Whether a colon is in it; for a text that was too long, it may be.
  private(set) var mayHaveColon = false

  /// Folds a text.
  ///
  /// - Returns: whether it is short enough to be a label and not empty.
  mutating func fold(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    (count, mayHaveColon) = (0, true)
    guard range.count <= 4 * Self.longest else { return false }
    return text.withUnsafeBufferPointer { text in
      bytes.withUnsafeMutableBufferPointer { bytes in
        count = Self.fold(text, range, into: bytes)
        guard count > 0 else { return false }
        mayHaveColon = UnsafeBufferPointer(bytes).holds(UInt8(ascii: ":"), in: 0..<count)
        return true
      }
    }
  }

  /// - Returns: how many bytes were written; 0 where they are too many.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      guard count + 4 <= longest else { return 0 }
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        if byte > 0x20 {
          folded[count] = byte
          count += 1
        }
        continue
      }
      // Chinese characters, which are most of a form, have no other width.
      if byte >= 0xE4, byte <= 0xE9, index + 3 <= end {
        (folded[count], folded[count + 1], folded[count + 2]) = (byte, text[index + 1], text[index + 2])
        count += 3
        index += 3
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + length <= end else { return 0 }
      if length == 3, let ascii = halfWidth(byte, text[index + 1], text[index + 2]) {
        if ascii > 0x20 {
          folded[count] = ascii
          count += 1
        }
      } else if !(length == 2 && byte == 0xC2 && text[index + 1] == 0xA0) {
        for offset in 0..<length { folded[count + offset] = text[index + offset] }
        count += length
      }
      index += length
    }
    return count
  }

  /// The ASCII twin of a character of three bytes, a blank for one that shows nothing; `nil` for any other.
  static func halfWidth(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt8? {
    switch (a, b) {
    case (0xEF, 0xBC) where c >= 0x81: c - 0x60
    case (0xEF, 0xBD) where c <= 0x9E: c - 0x20
    case (0xEF, 0xBB) where c == 0xBF: 0x20
    case (0xE3, 0x80) where c == 0x80: 0x20
    case (0xE2, 0x80) where c <= 0x8B || c == 0xAF: 0x20
    default: nil
    }
  }

  /// Whether these bytes stand at a place.
  func holds(_ other: [UInt8], at start: Int) -> Bool {
    start + other.count <= count
      && bytes.withUnsafeBufferPointer { bytes in other.withUnsafeBufferPointer { bytes.holds($0, at: start) }
      }
  }

  /// Where the text ends without colons.
  func withoutColon(_ end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return end
  }

  /// Where the text ends without its last bracket; `nil` where it ends in none or is nothing else.
  func withoutBracket(_ end: Int) -> Int? {
    guard end > 0, bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "(")), open > 0 else { return nil }
    return open
  }

  /// Where the text begins without the number of a heading (`一、`, `(二)`, `3.`, `*`); `nil` where it has none.
  func withoutNumber(_ end: Int) -> Int? {
    var index = 0
    while index < min(end, 15) {
      let byte = bytes[index]
      // Chinese characters are three bytes of no other meaning.
      if byte >= 0xE4, byte <= 0xE9 {
        index += 3
        continue
      }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "*") {
        return index + 1 < end ? index + 1 : nil
      }
      // 、
      if byte == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x81 {
        return index + 3 < end ? index + 3 : nil
      }
      index += 1
    }
    return nil
  }
}
