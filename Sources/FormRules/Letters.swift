/// The letters and digits of a text without all other signs, to compare what two texts say.
struct Letters {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  init(_ text: String) {
    var text = text
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
    var (place, letters) = (0, 0)
    bytes = Array(unsafeUninitializedCapacity: text.count) { out, end in
      while place < text.count, let isLetter = Self.isLetter(text[place], text, at: place) {
        let length = text[place] < 0x80 ? 1 : 3
        if isLetter {
          for offset in 0..<length { out[end + offset] = text[place + offset] }
          (end, letters) = (end + length, letters + 1)
        }
        place += length
      }
    }
    count = letters
    return place == text.count
  }

  /// Whether a sign of one or three bytes is a letter or digit; `nil` where they do not tell.
  private static func isLetter(_ lead: UInt8, _ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool? {
    if lead < 0x80 { return isLetter(Unicode.Scalar(lead)) }
    guard lead >= 0xE2, lead <= 0xE9, place + 2 < text.count else { return nil }
    switch (lead, text[place + 1]) {
    case (0xE4...0xE9, _), (0xE3, 0x90...): return true
    case (0xE2, 0x80...0x81), (0xE3, 0x80): return false
    default: return nil
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF: true
    case 0...0x7F, 0x2000...0x206F, 0x3000...0x303F: false
    default: scalar.properties.isAlphabetic
    }
  }
}
