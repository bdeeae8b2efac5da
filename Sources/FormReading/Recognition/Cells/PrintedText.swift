import FormModel

/// The text of a cell as a value: as printed, without the marks that extraction from a document left.
enum PrintedText {
  /// `<p>` and `<br>` become line breaks; everything else stays.
  static func value(_ text: [UInt8], _ range: Range<Int>) -> String {
    let isPlain = text.withUnsafeBufferPointer { !$0.holds(UInt8(ascii: "<"), in: range) }
    if isPlain { return plain(text, range) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "<"), let end = markEnd(text, index, range.upperBound) {
        index = end
        breakLine(&bytes)
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as it stands there.
  static func plain(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  /// Where a `<p>`, `</p>` or `<br/>` ends, blanks after it included.
  private static func markEnd(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start + 1
    if index < limit, text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit else { return nil }
    switch text[index] | 0x20 {
    case UInt8(ascii: "p"): index += 1
    case UInt8(ascii: "b") where index + 1 < limit && text[index + 1] | 0x20 == UInt8(ascii: "r"): index += 2
    default: return nil
    }
    while index < limit, text[index] == 0x20 || text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit, text[index] == UInt8(ascii: ">") else { return nil }
    index += 1
    while index < limit, isBlank(text[index]) { index += 1 }
    return index
  }

  private static func breakLine(_ bytes: inout [UInt8]) {
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// A text that goes on after a page break: a new paragraph where the first part ends a sentence.
  static func joined(_ first: String, _ second: String) -> String {
    let last = first.unicodeScalars.last
    return last.map(sentenceEnds.contains) ?? false ? "\(first)\n\(second)" : first + second
  }

  /// Whether a text may be continued; a longer one is no text of a form, and joining it again and again is slow.
  static func mayGoOn(_ first: String) -> Bool { first.utf8.count < 65_536 }

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", "！", "？", "：", ";", ":"]

  /// A level's name: blanks in it come from narrow columns.
  ///
  /// - Parameter known: what it most likely is; the same text is not made again.
  static func levelName(_ text: [UInt8], _ range: Range<Int>, like known: String? = nil) -> String {
    let isPlain = text.withUnsafeBufferPointer { text in
      range.allSatisfy { text[$0] > 0x20 && text[$0] != 0xE3 && text[$0] != 0xC2 }
    }
    if isPlain, let known, isSame(known, text, range) { return known }
    if isPlain { return plain(text, range) }
    var name = String.UnicodeScalarView()
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars where !isBlankScalar(scalar) {
      name.append(scalar)
    }
    return String(name)
  }

  private static func isSame(_ known: String, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard known.utf8.count == range.count else { return false }
    return known.utf8.withContiguousStorageIfAvailable { known in
      text.withUnsafeBufferPointer { $0.holds(known, at: range.lowerBound) }
    } ?? false
  }

  private static func isBlankScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000
  }
}
