/// The letters and digits of a text without all other signs, to compare what two texts say.
struct Letters {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  init(_ text: String) {
    var text = text
    bytes.reserveCapacity(text.utf8.count)
    let isPlain = text.withUTF8 { take($0) }
    guard !isPlain else { return }
    let letters = String(String.UnicodeScalarView(text.unicodeScalars.filter(Self.isLetter)))
    (bytes, count) = (Array(letters.utf8), letters.unicodeScalars.count)
  }

  /// Whether the other's letters stand in these, one after the other.
  func hold(_ other: Letters) -> Bool {
    guard let first = other.bytes.first, bytes.count >= other.bytes.count else { return other.bytes.isEmpty }
    for start in 0...(bytes.count - other.bytes.count)
    where bytes[start] == first && bytes[start..<(start + other.bytes.count)].elementsEqual(other.bytes) {
      return true
    }
    return false
  }

  /// Chinese, ASCII and their punctuation are told by their bytes.
  ///
  /// - Returns: whether the text has nothing else.
  private mutating func take(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let lead = text[place]
      if lead < 0x80 {
        if Self.isLetter(Unicode.Scalar(lead)) { append(text[place...place]) }
        place += 1
        continue
      }
      guard lead >= 0xE2, lead <= 0xE9, place + 2 < text.count else { return false }
      let sign = text[place..<(place + 3)]
      switch (lead, text[place + 1]) {
      case (0xE4...0xE9, _), (0xE3, 0x90...): append(sign)
      case (0xE2, 0x80...0x81), (0xE3, 0x80): break
      default: return false
      }
      place += 3
    }
    return true
  }

  private mutating func append(_ sign: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: sign)
    count += 1
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF: true
    case 0...0x7F, 0x2000...0x206F, 0x3000...0x303F: false
    default: scalar.properties.isAlphabetic
    }
  }
}
