import FormModel

/// The keys of a native form file that no template gives: sections, lines of 预算执行情况, and the labels of
/// standard fields and columns that a template does not name itself.
public enum NativeLabels {
  /// The template's id.
  public static let template = "模板"
  /// Target or self-evaluation.
  public static let kind = "表种"
  /// Which printed form it is, where the template does not tell.
  public static let family = "表式"
  /// The section of budget lines.
  public static let budget = "预算执行情况"
  /// The section of rows.
  public static let indicators = "绩效指标"
  /// Levels that stand in the form without rows.
  public static let emptyLevels = "空级"
  /// The section of findings that are answered for.
  public static let suppressions = "免检"
  /// Fields that the template has no place for, by their interchange keys.
  public static let others = "其他栏目"
  /// Which line of 预算执行情况, where they are written as a list.
  public static let budgetLine = "名称"

  /// Keys of the file itself and its sections, in written order.
  public static let sections = [
    template, kind, family, budget, indicators, emptyLevels, suppressions, others,
  ]

  /// The word for a kind of form, needed only where the template does not settle it.
  public static func word(_ kind: FormKind) -> String {
    switch kind {
    case .target: "绩效目标表"
    case .selfEvaluation: "绩效自评表"
    }
  }

  static let fields: [NativeLayout.Field] = [
    .init(.title, ["表名"]), .init(.year, ["年度"]), .init(.project, ["项目名称"]),
    .init(.category, ["项目类别"]), .init(.department, ["主管部门"]),
    .init(.implementingUnit, ["实施单位"]), .init(.start, ["计划开始日期"]), .init(.end, ["计划完成日期"]),
    .init(.moneyUnit, ["项目资金", "单位"]),
    .init(.projectTotal, ["项目资金", "项目资金总额", "合计"]),
    .init(.projectFiscal, ["项目资金", "项目资金总额", "财政资金"]),
    .init(.projectOther, ["项目资金", "项目资金总额", "其他资金"]),
    .init(.annualTotal, ["项目资金", "年度资金申请总额", "合计"]),
    .init(.annualFiscal, ["项目资金", "年度资金申请总额", "当年财政拨款"]),
    .init(.carriedOver, ["项目资金", "年度资金申请总额", "上年结转资金"]),
    .init(.annualOther, ["项目资金", "年度资金申请总额", "其他资金"]),
    .init(.totalGoal, ["项目总目标"], isLong: true), .init(.annualGoal, ["年度总目标"], isLong: true),
    .init(.actualGoal, ["年度总目标完成情况"], isLong: true),
    .init(.totalWeight, ["总分", "分值"]), .init(.totalScore, ["总分", "得分"]), .init(.grade, ["评分等级"]),
    .init(.performance, ["自评说明", "项目绩效"], isLong: true),
    .init(.problems, ["自评说明", "主要问题"], isLong: true),
    .init(.improvement, ["自评说明", "改进措施"], isLong: true),
    .init(.selfAssessedOn, ["自评说明", "自评时间"]), .init(.office, ["自评说明", "职能处室"]),
    .init(.recurring, ["自评说明", "是否经常性项目"]), .init(.previousBudget, ["自评说明", "上年度预算金额"]),
  ]

  static let columns: [NativeLayout.Column] = [
    .init(.level1, "一级指标"), .init(.level2, "二级指标"), .init(.level3, "三级指标", ["指标名称"]),
    .init(.level1Weight, "一级指标分值"), .init(.target, "指标值", ["年度指标值", "目标值"]),
    .init(.actual, "实际完成值"), .init(.weight, "权重", ["分值"]), .init(.score, "得分", ["自评得分"]),
    .init(.note, "备注", ["偏差原因分析及改进措施"]), .init(.explanation, "指标解释"), .init(.formula, "计算公式"),
    .init(.valueBasis, "取值依据"), .init(.dataSource, "数据来源", ["佐证资料"]),
    .init(.scoringRule, "评分标准", ["评分规则"]),
  ]

  /// 预算执行情况: the label of each standard line.
  public static let budgetLines: [(line: String, label: String)] = [
    ("total", "年度资金总额"), ("currentYear", "当年财政拨款"), ("carriedOver", "上年结转资金"),
    ("other", "其他资金"),
  ]

  /// The label of a column of 预算执行情况.
  public static func label(_ column: BudgetLine.Column) -> String {
    switch column {
    case .initial: "年初预算数"
    case .adjusted: "全年预算数"
    case .executed: "全年执行数"
    case .weight: "分值"
    case .rate: "执行率"
    case .score: "得分"
    }
  }

  /// The keys of one 免检.
  public enum Suppression {
    /// The rule's id.
    public static let rule = "规则"
    /// The place in the form; the whole form where it is missing.
    public static let path = "位置"
    /// Why the finding is answered for.
    public static let reason = "理由"
    /// Who answers for it.
    public static let person = "责任人"
    /// The last day on which it holds.
    public static let until = "截止"
  }
}
