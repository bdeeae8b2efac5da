import ChineseText

/// The signs that some words are made of, a bit for each.
struct SignBits: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)
  private let isEmpty: Bool

  init(_ words: [String]) {
    isEmpty = words.allSatisfy(\.isEmpty)
    for word in words {
      var word = word
      word.withUTF8 { bytes in
        var place = 0
        while let sign = bytes.sign(at: place) {
          let bit = Self.bit(of: sign.value)
          bits[bit >> 6] |= 1 << UInt64(bit & 63)
          place += sign.length
        }
      }
    }
  }

  /// A number for the signs of a text that are none of these, in their order. Where two texts have different ones, they
  /// differ in more than these words.
  func hash(ofRest text: String) -> UInt64 {
    if isEmpty { return text.byteHash }
    var text = text
    return text.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var place = 0
      while let sign = bytes.sign(at: place) {
        if !holds(sign.value) { hash = (hash ^ UInt64(sign.value)) &* 0x9E37_79B9_7F4A_7C15 }
        place += sign.length
      }
      return hash
    }
  }

  private func holds(_ sign: UInt32) -> Bool {
    let bit = Self.bit(of: sign)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Another sign with the same bit is passed over too, which only makes more texts look alike.
  private static func bit(of sign: UInt32) -> Int { Int((sign &* 0x9E37_79B1) >> 20) }
}
