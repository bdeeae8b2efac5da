import ChineseText

/// A period in a running text: `2027年1月至12月`, `2027.1.1-2028.6.30`, `2027年度`.
struct PeriodInText: Hashable {
  /// A day, a month or a year, as far as it is printed.
  struct Point: Hashable, Comparable {
    var year: Int
    var month: Int?
    var day: Int?

    /// Whether a day lies in it.
    func holds(_ date: CalendarDate) -> Bool {
      date.year == year && (month ?? date.month) == date.month && (day ?? date.day) == date.day
    }

    static func < (a: Point, b: Point) -> Bool {
      (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
    }
  }

  var start: Point
  var end: Point
  /// Whether the text names more than a beginning and an end, so that the two are only the first and last of it.
  var isOneOfMany: Bool

  /// - Parameter text: half width, without blanks.
  /// - Returns: `nil` where no period is named.
  init?(in text: String) {
    var reader = PointReader(Array(text.unicodeScalars))
    let points = reader.points()
    guard let first = points.min(), let last = points.max() else { return nil }
    if points.count == 1, first.month != nil { return nil }
    (start, end) = points.count == 2 ? (points[0], points[1]) : (first, last)
    isOneOfMany = points.count > 2
  }
}

/// Reads the points of time of a text from left to right.
private struct PointReader {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var found: [PeriodInText.Point] = []

  init(_ text: [Unicode.Scalar]) { self.text = text }

  mutating func points() -> [PeriodInText.Point] {
    while index < text.count {
      guard let number = number() else {
        index += 1
        continue
      }
      if number.length == 4, (1990...2100).contains(number.value) {
        readYear(number.value)
      } else if number.length <= 2, let year = found.last?.year {
        readMonth(number.value, of: year, isListed: false)
      }
    }
    return found
  }

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func take(_ signs: String) -> Unicode.Scalar? {
    guard let next, signs.unicodeScalars.contains(next) else { return nil }
    index += 1
    return next
  }

  private mutating func number() -> (value: Int, length: Int)? {
    let start = index
    while let next, ("0"..."9").contains(next) { index += 1 }
    guard index > start, index - start <= 8 else { return nil }
    return Int(String(String.UnicodeScalarView(text[start..<index]))).map { ($0, index - start) }
  }

  private mutating func readYear(_ year: Int) {
    if take("年") != nil {
      let before = index
      if let month = number(), month.length <= 2, readMonth(month.value, of: year, isListed: true) { return }
      index = before
      return found.append(PeriodInText.Point(year: year))
    }
    let before = index
    guard let sign = take(".-/") else {
      if let next, "至到~—".unicodeScalars.contains(next) { found.append(PeriodInText.Point(year: year)) }
      return
    }
    guard let month = number(), month.length <= 2, (1...12).contains(month.value) else {
      index = before
      return found.append(PeriodInText.Point(year: year))
    }
    var point = PeriodInText.Point(year: year, month: month.value)
    let afterMonth = index
    if take(String(sign)) != nil, let day = number(), day.length <= 2 {
      point.day = day.value
    } else {
      index = afterMonth
    }
    found.append(point)
  }

  /// `1月`, `1月31日`, and the first of `1-12月` and `1月-12月`, where the sign stands for the month.
  @discardableResult
  private mutating func readMonth(_ month: Int, of year: Int, isListed: Bool) -> Bool {
    guard (1...12).contains(month) else { return false }
    if take("月") == nil {
      guard isListed, take("-~—至到") != nil else { return false }
      found.append(PeriodInText.Point(year: year, month: month))
      return true
    }
    _ = take("份")
    var point = PeriodInText.Point(year: year, month: month)
    let afterMonth = index
    if let day = number(), day.length <= 2, take("日号") != nil {
      point.day = day.value
    } else {
      index = afterMonth
    }
    found.append(point)
    return true
  }
}
