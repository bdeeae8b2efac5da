import FormInterview
import FormModel
import FormRules
import FormTemplates

/// A template small enough to go through in a test.
let smallTemplate = Template(
  id: "small", title: "绩效目标申报表", summary: "测试用", kind: .target,
  basis: Basis(document: "测试", certainty: .own),
  fields: [
    .year: TemplateField(
      key: .year, label: "年度", section: "基本信息", type: .year, isRequired: true, meaning: "预算年度"),
    .project: TemplateField(
      key: .project, label: "项目名称", section: "基本信息", isRequired: true, meaning: "与预算一致", isTakenOver: true),
    .category: TemplateField(
      key: .category, label: "项目类别", section: "基本信息", type: .choice, meaning: "类别",
      choices: ["经常性项目", "一次性项目"]),
    .start: TemplateField(key: .start, label: "计划开始日期", section: "基本信息", type: .date, meaning: "开始"),
    .moneyUnit: TemplateField(
      key: .moneyUnit, label: "单位", section: "资金", type: .choice, meaning: "金额单位", choices: ["元", "万元"],
      defaultText: "元"),
    .annualTotal: TemplateField(
      key: .annualTotal, label: "年度资金申请总额", section: "资金", type: .money, isRequired: true, meaning: "总额",
      parts: [.annualFiscal, .annualOther]),
    .annualFiscal: TemplateField(
      key: .annualFiscal, label: "当年财政拨款", section: "资金", type: .money, meaning: "拨款"),
    .annualOther: TemplateField(key: .annualOther, label: "其他资金", section: "资金", type: .money, meaning: "其他"),
    .annualGoal: TemplateField(
      key: .annualGoal, label: "年度总目标", section: "目标", type: .longText, isRequired: true, meaning: "目标"),
  ],
  levels: [
    TemplateLevel(
      name: "产出指标", aliases: ["产出"], isRequired: true, weight: 60, meaning: "做出了什么",
      levels: [
        TemplateLevel(
          name: "数量指标", aliases: ["数量"], isRequired: true, meaning: "做多少",
          examples: [.init(name: "设备数量", target: "≥6台")]),
        TemplateLevel(name: "质量指标", meaning: "做得怎样"),
      ]),
    TemplateLevel(
      name: "效益指标", isRequired: true, weight: 30, meaning: "带来什么",
      levels: [TemplateLevel(name: "社会效益指标", isRequired: true, meaning: "对社会")]),
  ],
  columns: [
    TemplateColumn(column: .level3, label: "三级指标", meaning: "名称"),
    TemplateColumn(column: .target, label: "指标值", meaning: "数值"),
    TemplateColumn(column: .weight, label: "权重", meaning: "分值"),
  ],
  weights: WeightPlan(
    indicatorSum: 90, execution: 10, decimals: 2, firstLevel: [["产出指标": 60, "效益指标": 30]]),
  projectKinds: [
    ProjectKind(
      name: "购置", words: ["采购"],
      indicators: [.init(level1: "产出指标", level2: "数量指标", level3: "设备购置数量", target: "≥__台")])
  ])

/// Two rules: one that speaks at once, one that speaks only of a finished form.
let smallRules = [
  RuleFile(
    path: "Rules/measurability/vague-target.yaml",
    text: """
      id: vague-target
      title: 指标值只是一个词
      severity: warning
      applies-to: [target]
      check: {quantified: {reject-words: [^提升$]}}
      message: “{name}”的指标值“{found}”无法衡量
      help: 写出数值
      basis: {document: 测试, certainty: own}
      """),
  RuleFile(
    path: "Rules/completeness/missing-annual-goal.yaml",
    text: """
      id: missing-annual-goal
      title: 没有年度总目标
      severity: error
      applies-to: [target]
      phase: complete
      check: {present: {at: goals.annual}}
      message: “{label}”没有填
      help: 补上
      basis: {document: 测试, certainty: own}
      """),
]

/// An interview over the small template.
func interview(_ form: Form = Form(), lastYear: Form? = nil) throws -> Interview {
  Interview(
    form: form, engine: try RuleEngine(rules: try RuleSet(files: smallRules), template: smallTemplate),
    context: .init(lastYear: lastYear, budgetYear: 2027, outputName: "表.html"))
}

extension Interview {
  /// Types lines one after the other; returns all effects.
  @discardableResult
  mutating func type(_ lines: String...) -> [Effect] {
    lines.flatMap { reduce(Action(line: $0)) }
  }
}

extension JournalEntry {
  /// Makes the step again, as the next session does with a journal.
  func replay(form: inout Form, history: inout EditHistory) {
    switch self {
    case .edit(let edit):
      edit.apply(to: &form)
      history.note(edit)
    case .undo: history.undo()?.inverse.apply(to: &form)
    case .redo: history.redo()?.apply(to: &form)
    case .pass: break
    }
  }
}
