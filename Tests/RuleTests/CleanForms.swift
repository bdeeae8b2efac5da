import FormModel

/// Forms that no rule speaks about, one for each template that has examples; the project is made up.
enum CleanForms {
  static func form(for template: String) -> Form {
    switch template {
    case "mof-2021-target": mof2021
    case "shanghai-2019": CleanSelfEvaluations.shanghai2019
    case "shanghai-self-evaluation-2024": CleanSelfEvaluations.costFirst
    case let id where id.hasSuffix("self-evaluation"): CleanSelfEvaluations.form(of: id)
    default: shanghai
    }
  }

  static let shanghai = Form(
    template: "shanghai-target", fields: fields,
    indicators: outputs(first: "10", second: "8") + [
      row("产出指标", "成本指标", "单台设备采购价格", "≤8万元", "8"),
      row("效益指标", "经济效益指标", "单次借还服务成本下降率", "≥10%", "8"),
      row("效益指标", "社会效益指标", "图书借还册次", "≥5万册次", "10"),
      row("效益指标", "生态效益指标", "纸质办证材料减少量", "≥2万张", "6"),
      row("效益指标", "可持续影响指标", "设备可持续使用年限", "≥5年", "6"),
      row("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "10"),
    ])

  static let mof2021: Form = {
    var form = Form(template: "mof-2021-target", fields: fields)
    form[.category] = "延续项目"
    form.indicators =
      [
        row("成本指标", "经济成本指标", "单台设备采购价格", "≤8万元", "20")
      ] + outputs(first: "8", second: "8") + [
        row("效益指标", "社会效益指标", "图书借还册次", "≥5万册次", "8"),
        row("效益指标", "经济效益指标", "单次借还服务成本下降率", "≥10%", "4"),
        row("效益指标", "生态效益指标", "纸质办证材料减少量", "≥2万张", "4"),
        row("效益指标", "可持续影响指标", "设备可持续使用年限", "≥5年", "4"),
        row("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "10"),
      ]
    for index in form.indicators.indices {
      form.indicators[index][.explanation] = "本年新布设并开通使用的自助借还服务情况"
      form.indicators[index][.formula] = "按实际完成数统计"
      form.indicators[index][.valueBasis] = "历史标准：2024 至 2026 年平均值"
      form.indicators[index][.dataSource] = "设备验收单、后台记录、读者问卷"
      form.indicators[index][.scoringRule] = "完成得满分；未完成按实际值÷指标值×分值计分"
    }
    return form
  }()

  private static let fields: [FieldKey: String] = [
    .title: "财政项目支出绩效目标申报表", .year: "2027", .project: "社区图书自助借还服务", .category: "经常性项目",
    .department: "某区文化和旅游局", .implementingUnit: "某区图书馆", .start: "2027-01-01", .end: "2027-12-31",
    .moneyUnit: "元", .projectTotal: "1,280,000.00", .projectFiscal: "1,280,000.00", .projectOther: "0",
    .annualTotal: "1,280,000.00", .annualFiscal: "1,280,000.00", .carriedOver: "0", .annualOther: "0",
    .totalGoal: "三年内让全区居民步行 15 分钟内可以借还图书，形成稳定的自助借还服务",
    .annualGoal:
      "2027 年在 6 个社区布设自助借还设备 6 台，9 月底前开通，全年借还不少于 5 万册次，读者满意度 90% 以上",
  ]

  private static func outputs(first: String, second: String) -> [Indicator] {
    [
      row("产出指标", "数量指标", "自助借还设备布设数量", "≥6台", first),
      row("产出指标", "数量指标", "新增借还社区数量", "≥6个", second),
      row("产出指标", "质量指标", "设备验收合格率", "=100%", second),
      row("产出指标", "质量指标", "设备正常运行率", "≥98%", second),
      row("产出指标", "时效指标", "设备布设完成时间", "2027年9月底前", second),
    ]
  }

  private static func row(
    _ level1: String, _ level2: String, _ name: String, _ target: String, _ weight: String
  ) -> Indicator {
    Indicator(
      level1: level1, level2: level2, level3: name, target: TargetValue(target), weight: Score(weight))
  }
}
