extension FieldKey {
  /// 自评说明 of 2019-style self-evaluations: 项目绩效.
  public static let performance: FieldKey = "narrative.performance"
  /// 主要问题.
  public static let problems: FieldKey = "narrative.problems"
  /// 改进措施.
  public static let improvement: FieldKey = "narrative.improvement"
  /// 自评时间.
  public static let selfAssessedOn: FieldKey = "narrative.selfAssessedOn"
  /// 职能处室.
  public static let office: FieldKey = "narrative.office"
  /// 是否为经常性项目.
  public static let recurring: FieldKey = "narrative.recurring"
  /// 上年度预算金额.
  public static let previousBudget: FieldKey = "narrative.previousBudget"

  /// The fields of the interchange format, in its order. Templates may add fields of their own.
  public static let standard = standardNames.map { FieldKey(rawValue: $0) }

  static let standardCount = 29

  static let standardNames = [
    "title", "year", "project", "category", "department", "implementingUnit", "start", "end", "moneyUnit",
    "funding.projectTotal", "funding.projectFiscal", "funding.projectOther", "funding.annualTotal",
    "funding.annualFiscal", "funding.carriedOver", "funding.annualOther",
    "goals.total", "goals.annual", "goals.actual", "total.weight", "total.score", "grade",
    "narrative.performance", "narrative.problems", "narrative.improvement", "narrative.selfAssessedOn",
    "narrative.office", "narrative.recurring", "narrative.previousBudget",
  ]
}

extension BudgetLine {
  /// The lines of 预算执行情况 in printed order, as `line` names them.
  public static let standardLines = ["total", "currentYear", "carriedOver", "other"]
}
