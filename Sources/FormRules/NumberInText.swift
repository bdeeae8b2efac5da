import ChineseText
import FormModel
import Synchronization

/// A number of a running text with what stands around it.
struct NumberInText {
  typealias Scalars = String.UnicodeScalarView.SubSequence

  /// The digits, with points and commas between them.
  let printed: String
  let before: Scalars
  let after: Scalars
  /// Whether it belongs to a date, a document number, a list or a version, and counts nothing itself.
  let isPartOfAnother: Bool
  /// What it counts, if it counts anything by itself.
  let measured: Measured?

  /// A number with a known unit: `1300余家`, `3万余人次`.
  struct Measured {
    /// As it stands in the text, with its unit.
    let text: String
    let value: Decimal
    let unit: MeasureUnit
    /// What stands behind the unit.
    let rest: Scalars
  }

  /// - Parameter text: half width, without blanks.
  static func all(in text: String) -> [NumberInText] {
    let places = places(in: text)
    if places.isEmpty { return [] }
    let bytes = text.utf8
    return places.map { place in
      let start = bytes.index(bytes.startIndex, offsetBy: place.lowerBound)
      let end = bytes.index(bytes.startIndex, offsetBy: place.upperBound)
      return NumberInText(text.unicodeScalars, start..<end)
    }
  }

  /// The numbers alone.
  static func printed(in text: String) -> [String] {
    let bytes = text.utf8
    return places(in: text).map { place in
      let start = bytes.index(bytes.startIndex, offsetBy: place.lowerBound)
      return String(text[start..<bytes.index(bytes.startIndex, offsetBy: place.upperBound)])
    }
  }

  private init(_ text: String.UnicodeScalarView, _ place: Range<String.Index>) {
    printed = String(text[place])
    before = text[..<place.lowerBound]
    after = text[place.upperBound...]
    isPartOfAnother = Self.isPartOfAnother(before, after)
    measured = isPartOfAnother ? nil : Self.measured(printed, after)
  }

  /// Where the numbers stand, in bytes. Most texts have none.
  private static func places(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var places: [Range<Int>] = []
      var place = 0
      while place < bytes.count {
        guard isDigit(bytes[place]) else {
          place += 1
          continue
        }
        let start = place
        while place < bytes.count, isDigit(bytes[place]) || isInner(bytes, place) { place += 1 }
        places.append(start..<place)
      }
      return places
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a point or comma stands between two digits.
  private static func isInner(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    (bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ","))
      && place + 1 < bytes.count && isDigit(bytes[place + 1])
  }

  // MARK: What stands around it

  private static func isPartOfAnother(_ before: Scalars, _ after: Scalars) -> Bool {
    if let sign = before.last, FigureSigns.isPart(behind: sign) || sign.isLatinLetter { return true }
    return after.first.map(FigureSigns.isPart(before:)) ?? false
  }

  private static func measured(_ number: String, _ after: Scalars) -> Measured? {
    let end = after.index(after.startIndex, offsetBy: UnitMemory.longest, limitedBy: after.endIndex)
    let following = String(after[..<(end ?? after.endIndex)])
    guard let known = UnitMemory.shared.unit(before: following), let value = decimal(printed: number) else {
      return nil
    }
    let place = after.index(after.startIndex, offsetBy: known.length)
    return Measured(
      text: number + String(after[..<place]), value: value, unit: known.unit, rest: after[place...])
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

/// Which unit the signs behind a number begin with; the same few stand behind the figures of all forms.
private final class UnitMemory: Sendable {
  static let shared = UnitMemory()

  /// In characters.
  static let longest = 4

  /// A unit, and how many characters it has where it stands, 余 and 多 included.
  struct Known {
    let unit: MeasureUnit
    let length: Int
  }

  /// What a hostile file invents is not kept.
  private static let most = 4096

  private let known = Mutex<[TextBytes: Known?]>([:])

  /// - Parameter text: the next signs, as many as the longest unit has.
  func unit(before text: String) -> Known? {
    let key = TextBytes(text)
    if let known = known.withLock({ $0[key] }) { return known }
    let new = Self.unit(atBeginningOf: text)
    known.withLock { if $0.count < Self.most { $0[key] = .some(new) } }
    return new
  }

  private static func unit(atBeginningOf text: String) -> Known? {
    let signs = Array(text.unicodeScalars)
    for length in stride(from: signs.count, to: 0, by: -1) {
      let word = String(String.UnicodeScalarView(signs[..<length].filter { !FigureSigns.isApproximate($0) }))
      if let unit = MeasureUnit(printed: word), unit.kind != .other {
        return Known(unit: unit, length: length)
      }
    }
    return nil
  }
}
