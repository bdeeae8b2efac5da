/// What stands in quotation marks: names of programmes and documents (`“15分钟生活圈”`).
enum Quotations {
  /// Whether a text has an opening mark, by its bytes.
  static func stand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for place in 0..<max(0, bytes.count - 2) where bytes[place] == 0xE2 || bytes[place] == 0xE3 {
        switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8C),
          (0xE3, 0x80, 0x8E):
          return true
        default: continue
        }
      }
      return false
    }
  }

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
