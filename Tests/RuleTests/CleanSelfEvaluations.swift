import FormModel

/// Self-evaluations that no rule speaks about; the project is made up.
enum CleanSelfEvaluations {
  static func form(of template: String) -> Form {
    var form = base
    form.template = template
    return form
  }

  /// The form with 成本 as a first level.
  static let costFirst: Form = {
    var form = Self.form(of: "shanghai-self-evaluation-2024")
    form[.year] = "2027"
    if let row = form.indicators.firstIndex(where: { $0.level2 == "成本指标" }) {
      form.indicators[row].level1 = "成本指标"
      form.indicators[row].level2 = "经济成本指标"
    }
    return form
  }()

  /// The form of 2019, whose rows have no targets.
  static let shanghai2019: Form = {
    var form = Form(kind: .selfEvaluation, template: "shanghai-2019")
    form[.title] = "项目绩效自我评价"
    form[.project] = "社区图书自助借还服务"
    form[.implementingUnit] = "某区图书馆"
    form[.moneyUnit] = "元"
    form[.annualGoal] = "在 6 个社区布设自助借还设备 6 台，9 月底前开通，读者满意度 90% 以上"
    form[.performance] = "设备 6 台 8 月开通，借还 5.2 万册次；问卷 568 份，读者满意度 93%"
    form[.problems] = "两个社区网络不稳"
    form[.improvement] = "明年 3 月前更换线路"
    form[.totalWeight] = "100"
    form[.totalScore] = "97"
    form[.grade] = "优秀"
    form.budget = [
      BudgetLine(
        line: "total", cells: [.initial: "1,280,000.00", .executed: "1,254,400.00", .rate: "98.00%"])
    ]
    let rows: [(String, String, String, String, String)] = [
      ("投入与管理", "36", "资金使用的合规性", "20", "20"), ("投入与管理", "36", "预算执行率", "16", "15"),
      ("产出目标", "34", "借还设备布设", "20", "20"), ("产出目标", "34", "设备开通及时性", "14", "13"),
      ("效果目标", "15", "图书借还册次", "15", "15"), ("影响力目标", "15", "管理制度建设", "15", "14"),
    ]
    form.indicators = rows.map { level, points, name, weight, score in
      Indicator(
        level1: level, level1Weight: Score(points), level3: name, weight: Score(weight), score: Score(score))
    }
    return form
  }()

  private static let base: Form = {
    var form = Form(kind: .selfEvaluation)
    form[.title] = "项目支出绩效自评表"
    form[.year] = "2027"
    form[.project] = "社区图书自助借还服务"
    form[.department] = "某区文化和旅游局"
    form[.implementingUnit] = "某区图书馆"
    form[.moneyUnit] = "万元"
    form[.annualGoal] = "2027 年在 6 个社区布设自助借还设备 6 台，9 月底前开通，全年借还不少于 5 万册次，读者满意度 90% 以上"
    form[.actualGoal] = "已在 7 个社区布设设备 6 台，8 月开通，全年借还 5.2 万册次，读者满意度 93%"
    form[.totalWeight] = "100"
    form[.totalScore] = "99.80"
    form[.grade] = "优"
    let cells: [BudgetLine.Column: String] = [
      .initial: "128.00", .adjusted: "128.00", .executed: "125.44", .rate: "98.00%",
    ]
    form.budget = [
      BudgetLine(line: "total", cells: cells.merging([.weight: "10", .score: "9.80"]) { $1 }),
      BudgetLine(line: "currentYear", cells: cells.merging([.weight: "—", .score: "—"]) { $1 }),
    ]
    form.indicators = rows
    form.indicators[form.indicators.count - 1].note = "发放问卷 600 份，收回 568 份"
    return form
  }()

  private static let rows = [
    row("产出指标", "数量指标", "自助借还设备布设数量", "≥6台", "6台", "10.00"),
    row("产出指标", "数量指标", "新增借还社区数量", "≥6个", "7个", "8.00"),
    row("产出指标", "质量指标", "设备验收合格率", "=100%", "100%", "8.00"),
    row("产出指标", "质量指标", "设备正常运行率", "≥98%", "99.2%", "8.00"),
    row("产出指标", "时效指标", "设备布设完成时间", "2027年9月底前", "2027年8月", "8.00"),
    row("产出指标", "成本指标", "单台设备采购价格", "≤8万元", "7.9万元", "8.00"),
    row("效益指标", "经济效益指标", "单次借还服务成本下降率", "≥10%", "11%", "8.00"),
    row("效益指标", "社会效益指标", "图书借还册次", "≥5万册次", "5.2万册次", "10.00"),
    row("效益指标", "生态效益指标", "纸质办证材料减少量", "≥2万张", "2.1万张", "6.00"),
    row("效益指标", "可持续影响指标", "设备可持续使用年限", "≥5年", "5年", "6.00"),
    row("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "93%", "10.00"),
  ]

  private static func row(
    _ level1: String, _ level2: String, _ name: String, _ target: String, _ actual: String, _ points: String
  ) -> Indicator {
    Indicator(
      level1: level1, level2: level2, level3: name, target: TargetValue(target), actual: TargetValue(actual),
      weight: Score(points), score: Score(points))
  }
}
