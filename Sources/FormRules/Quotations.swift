/// What stands in quotation marks: names of programmes and documents (`“15分钟生活圈”`).
enum Quotations {
  /// Whether a text has an opening mark, by its bytes.
  static func stand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> Bool in
      bytes.place(from: 0, where: { isOpening(bytes, $0) }, ifAny: mayOpen) != nil
    }
  }

  private static func isOpening(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return false }
    switch (bytes[place], bytes[place + 2]) {
    case (0xE2, 0x98), (0xE2, 0x9C), (0xE3, 0x8A), (0xE3, 0x8C), (0xE3, 0x8E): return true
    default: return false
    }
  }

  /// The first bytes of all marks differ in their last bit alone.
  private static func mayOpen(_ some: UInt64) -> Bool { (some & 0xFEFE_FEFE_FEFE_FEFE).has(0xE2) }

  /// The text with a sign instead of each quotation.
  static func removed(from text: String) -> String {
    var kept = String.UnicodeScalarView()
    var closing: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let end = closing {
        if scalar == end { closing = nil }
      } else if let end = marks[scalar] {
        closing = end
        kept.append("…")
      } else {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』",
  ]
}
