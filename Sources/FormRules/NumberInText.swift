import FormModel

/// A number of a running text with what stands around it.
struct NumberInText {
  /// The text that it stands in: half width, without blanks.
  let text: String
  /// Where its digits stand, with points and commas between them, in bytes.
  let place: Range<Int>
  /// What it counts, if it counts anything by itself.
  let measured: Measured?

  /// What a number with a known unit counts: `1300余家`, `3万余人次`.
  struct Measured {
    let value: Decimal
    let unit: MeasureUnit
    /// Where the unit ends, in bytes.
    let end: Int
  }

  /// - Parameter text: half width, without blanks.
  static func all(in text: String) -> [NumberInText] {
    var bytes = text
    return bytes.withUTF8 { bytes in
      var numbers: [NumberInText] = []
      forEachPlace(in: bytes) { place in
        numbers.append(NumberInText(text: text, place: place, measured: measured(place, in: bytes)))
      }
      return numbers
    }
  }

  /// Goes through the numbers of a text, whatever they count.
  static func forEachValue(in text: String, _ body: (Decimal) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      forEachPlace(in: bytes) { place in
        if let value = value(of: place, in: bytes) { body(value) }
      }
    }
  }

  /// The years that a text names: 2027 of `2027年9月底前`.
  static func years(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var years: [Int] = []
      forEachPlace(in: bytes) { place in
        guard place.count == 4, bytes.scalar(at: place.upperBound) == FigureSigns.year else { return }
        if let year = Int(String(decoding: bytes[place], as: UTF8.self)) { years.append(year) }
      }
      return years
    }
  }

  // MARK: What stands around it

  /// As printed.
  var printed: String { part(place) }

  /// As it stands in the text, with its unit if it has one.
  var figure: String { part(place.lowerBound..<end) }

  /// Where it ends, with its unit if it has one.
  var end: Int { measured?.end ?? place.upperBound }

  /// Whether a word stands behind it, and behind its unit if it has one, within the next signs.
  func isFollowed(by word: String) -> Bool {
    word.unicodeScalars.count <= Self.nextSigns && text.utf8[index(end)...].starts(with: word.utf8)
  }

  /// Behind a number, so many signs may say more about it.
  static let nextSigns = 6

  /// What stands behind it, and behind its unit if it has one.
  var rest: Substring { text[index(end)...] }

  /// The signs beside it.
  var previous: Unicode.Scalar? { text.unicodeScalars[..<index(place.lowerBound)].last }
  var next: Unicode.Scalar? { text.unicodeScalars[index(place.upperBound)...].first }

  /// What stands before it, back to the last sign that ends something; not more than so many signs.
  func beginning(_ most: Int, until isEnd: (Unicode.Scalar) -> Bool) -> String {
    var bytes = text
    let start = bytes.withUTF8 { $0.start(ofPartBefore: place.lowerBound, most, until: isEnd) }
    return part(start..<place.lowerBound)
  }

  /// Some of its text.
  func part(_ range: Range<Int>) -> String { String(text[index(range.lowerBound)..<index(range.upperBound)]) }

  private func index(_ place: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: place) }
}

// MARK: Reading

extension NumberInText {
  /// Most texts have no number.
  private static func forEachPlace(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var place = 0
    while let start = bytes.digit(from: place) {
      place = start + 1
      while place < bytes.count, isDigit(bytes[place]) || isInner(bytes, place) { place += 1 }
      body(start..<place)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a point or comma stands between two digits.
  private static func isInner(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    (bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ","))
      && place + 1 < bytes.count && isDigit(bytes[place + 1])
  }

  private static func measured(_ place: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Measured? {
    guard !isPartOfAnother(place, in: bytes),
      let (unit, end) = UnitIndex.shared.unit(in: bytes, at: place.upperBound),
      let value = value(of: place, in: bytes)
    else { return nil }
    return Measured(value: value, unit: unit, end: end)
  }

  /// Whether it belongs to a date, a document number, a list or a version, and counts nothing itself.
  private static func isPartOfAnother(_ place: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if let start = bytes.start(ofSignBefore: place.lowerBound), let sign = bytes.scalar(at: start),
      FigureSigns.isPart(behind: sign) || sign.isLatinLetter
    {
      return true
    }
    return bytes.scalar(at: place.upperBound).map(FigureSigns.isPart(before:)) ?? false
  }

  /// Nearly all numbers are a few digits.
  private static func value(of place: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Decimal? {
    guard place.count <= 18, bytes[place].allSatisfy(isDigit) else {
      return decimal(printed: String(decoding: bytes[place], as: UTF8.self))
    }
    return Decimal(bytes[place].reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
