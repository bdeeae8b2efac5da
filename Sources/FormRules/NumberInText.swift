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
    switch before.last {
    case "第", "〔", "[", "*", "×", "x", "X", ".", "-", "/", "~": return true
    case let sign? where sign.isLatinLetter: return true
    default: break
    }
    switch after.first {
    case "*", "×", "〕", "]", "年", "月", "日", "号", "期", "届", ".", "-", "/", "~": return true
    default: return false
    }
  }

  private static func measured(_ number: String, _ after: Scalars) -> Measured? {
    guard let value = decimal(printed: number) else { return nil }
    var ends: [String.Index] = []
    var end = after.startIndex
    while ends.count < longestUnit, end < after.endIndex {
      end = after.index(after: end)
      ends.append(end)
    }
    for end in ends.reversed() {
      let printed = String(after[..<end])
      guard let unit = UnitMemory.shared.unit(withoutApproximation(printed)), unit.kind != .other else {
        continue
      }
      return Measured(text: number + printed, value: value, unit: unit, rest: after[end...])
    }
    return nil
  }

  /// In characters.
  private static let longestUnit = 4

  private static func withoutApproximation(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "余" || $0 == "多" }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "余" && $0 != "多" }))
  }
}

extension Unicode.Scalar {
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

/// What short texts are as units; the same few stand behind the figures of all forms.
private final class UnitMemory: Sendable {
  static let shared = UnitMemory()

  /// What a hostile file invents is not kept.
  private static let most = 4096

  private let known = Mutex<[TextBytes: MeasureUnit?]>([:])

  func unit(_ text: String) -> MeasureUnit? {
    let key = TextBytes(text)
    if let known = known.withLock({ $0[key] }) { return known }
    let unit = MeasureUnit(printed: text)
    known.withLock { if $0.count < Self.most { $0[key] = unit } }
    return unit
  }
}
