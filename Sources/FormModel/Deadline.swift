import ChineseText

/// The time by which something is to be done; parts that are not printed are `nil`.
public struct Deadline: Sendable, Hashable {
  /// Four digits.
  public var year: Int?
  /// 1…12. The last month of a year, half-year or quarter that is printed as such (年底, 第三季度).
  public var month: Int?
  /// 1…31; `nil` also for the end of a month.
  public var day: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day that keeps the deadline; what is not printed is the end of its month or year.
  ///
  /// - Parameter formYear: the form's year, for a deadline printed without one.
  /// - Returns: `nil` when neither names a year, or the year has no such day (2月29日).
  public func lastDay(formYear: Int?) -> CalendarDate? {
    guard let year = year ?? formYear else { return nil }
    let month = month ?? 12
    return CalendarDate(year: year, month: month, day: day ?? CalendarDate.days(inMonth: month, of: year))
  }
}
