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
    var scalars = foldedWithoutSpace(text).unicodeScalars.makeIterator()
    let year = PrintedPart(&scalars)
    if year.digits == 8, year.sign == nil {
      self.init(year: year.value / 10_000, month: year.value / 100 % 100, day: year.value % 100)
      return
    }
    let (month, day) = (PrintedPart(&scalars), PrintedPart(&scalars))
    guard year.digits == 4, (1...2).contains(month.digits), (1...2).contains(day.digits),
      scalars.next() == nil
    else { return nil }
    switch (year.sign, month.sign, day.sign) {
    case ("-"?, "-"?, nil), ("/"?, "/"?, nil), ("."?, "."?, nil), ("年"?, "月"?, "日"?), ("年"?, "月"?, "号"?):
      self.init(year: year.value, month: month.value, day: day.value)
    default: return nil
    }
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

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The digits of a year, month or day, and the sign behind them.
private struct PrintedPart {
  private(set) var value = 0
  private(set) var digits = 0
  /// `nil` at the end of the text.
  private(set) var sign: Unicode.Scalar?

  init(_ scalars: inout String.UnicodeScalarView.Iterator) {
    while let scalar = scalars.next() {
      guard ("0"..."9").contains(scalar) else {
        sign = scalar
        return
      }
      // What has more digits than a date is none, whatever its value.
      value = value &* 10 &+ Int(scalar.value - 0x30)
      digits += 1
    }
  }
}
