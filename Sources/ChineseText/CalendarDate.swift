/// A day of the Gregorian calendar; always one that exists.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1…9999.
  public let year: Int
  /// 1…12.
  public let month: Int
  /// 1…31, within the month.
  public let day: Int

  /// - Returns: `nil` when there is no such day (`2027-02-29`).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2027-01-01`, `2027/1/1`, `2027.1.1`, `2027年1月1日` and `20270101`, in half or full width,
  /// with blanks anywhere; `nil` for anything else.
  public init?(printed text: String) {
    let scalars = Array(foldedWithoutSpace(text).unicodeScalars)
    guard let parts = Self.parts(of: scalars), parts[0].count == 4,
      parts[1...].allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `2027-01-01` (ISO 8601).
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(twoDigits(month))"
      + "-\(twoDigits(day))"
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The number of days of a month, leap years observed.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The digits of year, month and day; `nil` when the text is not laid out as a date.
  private static func parts(of scalars: [Unicode.Scalar]) -> [String]? {
    var parts = [""]
    var signs: [Unicode.Scalar] = []
    for scalar in scalars {
      if ("0"..."9").contains(scalar) {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else {
        signs.append(scalar)
        parts.append("")
      }
    }
    switch String(String.UnicodeScalarView(signs)) {
    case "--", "//", "..": return parts
    case "年月日", "年月号": return parts.removeLast().isEmpty ? parts : nil
    case "" where parts[0].count == 8:
      let digits = Array(parts[0])
      return [String(digits[..<4]), String(digits[4..<6]), String(digits[6...])]
    default: return nil
    }
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
