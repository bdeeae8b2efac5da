/// By what a form is known to follow a template, besides its tree and its columns.
public struct TemplateMarks: Sendable, Hashable {
  /// 表名 that only this profile prints.
  public var titles: [String]
  /// Words that all stand in 主管部门 or 实施单位: the place.
  public var units: [String]
  /// The first year of the form.
  public var firstYear: Int?
  /// The last year of the form.
  public var lastYear: Int?
  /// Whether it wins where nothing tells templates apart.
  public var isUsual: Bool

  public init(
    titles: [String] = [], units: [String] = [], firstYear: Int? = nil, lastYear: Int? = nil,
    isUsual: Bool = false
  ) {
    self.titles = titles
    self.units = units
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.isUsual = isUsual
  }
}
