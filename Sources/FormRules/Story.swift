/// What a form says about itself in running text, to tell which words it speaks of.
struct Story {
  private let bytes: [UInt8]
  /// A bit for the hash of each sign and of each two neighbouring signs.
  private let filter: [UInt64]

  /// - Parameter text: half width, without blanks.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var filter = [UInt64](repeating: 0, count: 128)
    bytes.withUnsafeBufferPointer { bytes in
      filter.withUnsafeMutableBufferPointer { filter in
        var (place, last): (Int, UInt32) = (0, 0)
        while let sign = bytes.sign(at: place) {
          let (single, pair) = (Self.bit(0, sign.value), Self.bit(last, sign.value))
          filter[single >> 6] |= 1 << UInt64(single & 63)
          filter[pair >> 6] |= 1 << UInt64(pair & 63)
          (place, last) = (place + sign.length, sign.value)
        }
      }
    }
    self.filter = filter
  }

  /// In UTF-8.
  var count: Int { bytes.count }

  /// Whether the text speaks of a name: it has two neighbouring signs of it, or half of its signs; `nil` for a name too
  /// short to tell (one word of two signs may have another name: 展位).
  ///
  /// - Parameter name: in parts, with a 0 between them.
  func speaks(of name: String) -> Bool? {
    var name = name
    return name.withUTF8 { name in
      let signs = Self.count(name)
      guard signs.pairs > 0, signs.all > 2 else { return nil }
      return bytes.withUnsafeBufferPointer { bytes in
        hasPair(of: name, in: bytes) || 2 * known(name, in: bytes) >= signs.all
      }
    }
  }

  /// The signs of a name, and how many of them have a neighbour before them.
  private static func count(_ name: UnsafeBufferPointer<UInt8>) -> (all: Int, pairs: Int) {
    var (place, all, pairs, last): (Int, Int, Int, UInt32) = (0, 0, 0, 0)
    while let sign = name.sign(at: place) {
      if sign.value != 0 { all += 1 }
      if sign.value != 0, last != 0 { pairs += 1 }
      (place, last) = (place + sign.length, sign.value)
    }
    return (all, pairs)
  }

  private func hasPair(of name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (place, start, last): (Int, Int, UInt32) = (0, 0, 0)
    while let sign = name.sign(at: place) {
      let end = place + sign.length
      if last != 0, sign.value != 0, mayHold(last, sign.value), bytes.holds(name.part(start..<end)) {
        return true
      }
      (start, place, last) = (place, end, sign.value)
    }
    return false
  }

  /// How many of a name's signs the text has.
  private func known(_ name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (place, known) = (0, 0)
    while let sign = name.sign(at: place) {
      let end = place + sign.length
      if sign.value != 0, mayHold(0, sign.value), bytes.holds(name.part(place..<end)) { known += 1 }
      place = end
    }
    return known
  }

  private func mayHold(_ first: UInt32, _ second: UInt32) -> Bool {
    let bit = Self.bit(first, second)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Of two signs; the first is 0 for one alone.
  private static func bit(_ first: UInt32, _ second: UInt32) -> Int {
    let product = ((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) &* 0xC2B2_AE35
    return Int(product >> 19)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether other bytes stand among these, one after the other.
  fileprivate func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, word.count <= count else { return word.isEmpty }
    for start in 0...(count - word.count) where self[start] == first {
      var offset = 1
      while offset < word.count, self[start + offset] == word[offset] { offset += 1 }
      if offset == word.count { return true }
    }
    return false
  }
}
