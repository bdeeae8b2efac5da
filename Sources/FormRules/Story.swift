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
    var (signs, known, hasPair, longest, inPart) = (0, 0, false, 0, 0)
    var last: Range<Int>?
    var place = 0
    while place < name.count {
      let sign = place..<min(name.count, place + Self.length(name[place]))
      place = sign.upperBound
      guard name[sign.lowerBound] != 0 else {
        (last, inPart) = (nil, 0)
        continue
      }
      (signs, inPart) = (signs + 1, inPart + 1)
      longest = max(longest, inPart)
      if holds(name[sign]) { known += 1 }
      if !hasPair, let last, holds(name[last.lowerBound..<sign.upperBound]) { hasPair = true }
      last = sign
    }
    guard longest > 1, signs > 2 else { return nil }
    return hasPair || 2 * known >= signs
  }

  private func holds(_ word: ArraySlice<UInt8>) -> Bool {
    let bit = Self.bit(word)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1, let first = word.first else { return false }
    guard bytes.count >= word.count else { return false }
    for start in 0...(bytes.count - word.count)
    where bytes[start] == first && bytes[start..<(start + word.count)].elementsEqual(word) {
      return true
    }
    return false
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
