/// What a form says about itself in running text, to tell which words it speaks of.
struct Story {
  private let bytes: [UInt8]
  /// A bit for the hash of each sign and of each two neighbouring signs.
  private var filter = [UInt64](repeating: 0, count: 64)

  /// - Parameter text: half width, without blanks.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var last: Range<Int>?
    var place = 0
    while place < bytes.count {
      let sign = place..<min(bytes.count, place + Self.length(bytes[place]))
      mark(sign)
      if let last { mark(last.lowerBound..<sign.upperBound) }
      (last, place) = (sign, sign.upperBound)
    }
  }

  /// In UTF-8.
  var count: Int { bytes.count }

  /// Whether the text speaks of a name: it has two neighbouring signs of it, or half of its signs; `nil` for a name too
  /// short to tell (one word of two signs may have another name: 展位).
  ///
  /// - Parameter name: in parts, with a 0 between them.
  func speaks(of name: String) -> Bool? {
    let name = Array(name.utf8)
    let parts = name.split(separator: 0).map(Self.signs)
    let count = parts.reduce(0) { $0 + $1.count }
    guard parts.contains(where: { $0.count > 1 }), count > 2 else { return nil }
    for signs in parts {
      for (first, second) in zip(signs, signs.dropFirst())
      where holds(name[first.lowerBound..<second.upperBound]) {
        return true
      }
    }
    let known = parts.joined().count { holds(name[$0]) }
    return 2 * known >= count
  }

  /// Where the signs of a text stand.
  private static func signs(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var signs: [Range<Int>] = []
    var place = text.startIndex
    while place < text.endIndex {
      let end = min(text.endIndex, place + length(text[place]))
      signs.append(place..<end)
      place = end
    }
    return signs
  }

  private func holds(_ word: ArraySlice<UInt8>) -> Bool {
    let bit = Self.bit(word)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1, let first = word.first else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        var start = 0
        while start + word.count <= bytes.count {
          if bytes[start] == first, word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
          start += 1
        }
        return false
      }
    }
  }

  private mutating func mark(_ place: Range<Int>) {
    let bit = Self.bit(bytes[place])
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private static func bit(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 4095)
  }

  /// The bytes of a sign by its first.
  private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
