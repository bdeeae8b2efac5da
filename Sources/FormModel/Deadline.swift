/// The time by which something is to be done; parts that are not printed are `nil`.
public struct Deadline: Sendable, Hashable {
  public var year: Int?
  /// 1…12.
  public var month: Int?
  /// 1…31.
  public var day: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}
