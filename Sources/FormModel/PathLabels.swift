/// The words that places of a form have for people: those of its template.
public struct PathLabels: Sendable {
  /// The form as a whole.
  public var form = "全表"
  /// What all paths of rows begin with.
  public var indicators = "绩效指标"
  /// What all paths of budget lines begin with.
  public var budget = "预算执行情况"
  /// The labels of single-valued fields.
  public var fields: [FieldKey: String]
  /// The heads of the indicator table's columns.
  public var columns: [IndicatorColumn: String]
  /// Levels that a path may name though the form has no row there: a first level, or a first and a second.
  public var levels: [[String]] = []
  /// The lines of 预算执行情况, by their interchange keys.
  public var budgetLines: [String: String] = [
    "total": "年度资金总额", "currentYear": "当年财政拨款", "carriedOver": "上年结转资金", "other": "其他资金",
  ]
  /// The columns of 预算执行情况.
  public var budgetColumns: [BudgetLine.Column: String] = [
    .initial: "年初预算数", .adjusted: "全年预算数", .executed: "全年执行数", .weight: "分值", .rate: "执行率", .score: "得分",
  ]
  /// Other words for a field, understood when a path is read.
  public var fieldAliases: [String: FieldKey] = [:]
  /// Other words for a column, understood when a path is read.
  public var columnAliases: [String: IndicatorColumn] = [:]

  public init(fields: [FieldKey: String], columns: [IndicatorColumn: String]) {
    self.fields = fields
    self.columns = columns
  }
}
