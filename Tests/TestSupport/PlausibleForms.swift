import FormModel

/// Random forms as people fill them in, with the signs in their texts that formats stumble over: separators, quotes,
/// bars, markup, formulas, line breaks. For formats that are read by meaning.
public struct PlausibleForms {
  private var random: SplitMix64

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  public mutating func form() -> Form {
    var form = Form(kind: random.one(in: 2) ? .target : .selfEvaluation)
    form[.title] = form.kind == .target ? "财政项目支出绩效目标申报表" : "财政项目支出绩效自评表"
    form[.year] = "\(Int.random(in: 2019...2030, using: &random))"
    head(&form)
    if form.kind == .target { funding(&form) } else { budget(&form) }
    form.indicators = indicators(form.kind)
    if form.indicators.contains(where: { $0.weight != nil }) {
      form[.totalWeight] = "100"
      if form.kind == .selfEvaluation {
        form[.totalScore] = random.pick(["96.50", "88", "100"])
        form[.grade] = random.pick(["优", "良", "合格"])
      }
    }
    return form
  }

  private mutating func head(_ form: inout Form) {
    form[.project] = random.pick(Self.projects)
    form[.category] = random.pick(["经常性项目", "一次性项目"])
    form[.department] = random.pick(Self.units)
    form[.implementingUnit] = random.pick(Self.units)
    form[.start] = "2027-01-01"
    form[.end] = random.pick(["2027-12-31", "2029-12-31"])
    form[.moneyUnit] = random.pick(["元", "万元"])
    if form.kind == .target { form[.totalGoal] = goal() }
    form[.annualGoal] = goal()
    if form.kind == .selfEvaluation {
      form[.actualGoal] = goal()
      if random.one(in: 3) { form["narrative.problems"] = goal() }
      if random.one(in: 3) { form["narrative.improvement"] = goal() }
    }
  }

  private mutating func funding(_ form: inout Form) {
    for key in FieldKey.standard where key.group == "funding" { form[key] = money() }
  }

  private mutating func budget(_ form: inout Form) {
    form.budget = BudgetLine.standardLines.map { name in
      var line = BudgetLine(line: name)
      for column in [BudgetLine.Column.initial, .adjusted, .executed] { line[column] = money() }
      line[.weight] = name == "total" ? "10" : "—"
      line[.rate] = random.pick(["99.99%", "100.00%", "53.38%"])
      line[.score] = name == "total" ? "9.9" : "—"
      return line
    }
  }

  private mutating func indicators(_ kind: FormKind) -> [Indicator] {
    let hasPoints = kind == .selfEvaluation || random.one(in: 2)
    var rows: [Indicator] = []
    for (level1, seconds) in Self.levels {
      for level2 in seconds where !random.one(in: 3) || rows.isEmpty {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          rows.append(row(level1, level2, kind, hasPoints))
        }
      }
    }
    return rows
  }

  private mutating func row(_ level1: String, _ level2: String, _ kind: FormKind, _ hasPoints: Bool)
    -> Indicator
  {
    var row = Indicator(level1: level1, level2: level2, level3: random.pick(Self.names))
    row.target = TargetValue(random.pick(Self.targets))
    if hasPoints { row.weight = Score(random.pick(["10", "5", "2.5", "15.00"])) }
    if kind == .selfEvaluation {
      row.actual = TargetValue(random.pick(Self.targets))
      row.score = Score(random.pick(["10", "4.5", "0"]))
      if random.one(in: 3) { row.note = random.pick(Self.notes) }
    }
    return row
  }

  private mutating func goal() -> String {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { _ in random.pick(Self.sentences) }.joined(separator: "\n")
  }

  private mutating func money() -> String {
    random.pick(["1,280,000.00", "0.00", "178,705,000.00", "612.12", "0"])
  }

  static let projects = [
    "社区图书自助借还服务", "“智慧”平台（二期）运维, 含等保", "A|B区域信息化项目", "=绩效=专项", "《条例》宣传*活动*_周_", "甲\"乙\"丙工程",
    "政务云<租用>&安全", "道路养护；桥梁检测", "项目\\路径#1",
  ]
  static let units = ["某区文化和旅游局", "某区图书馆", "某市大数据中心（本部）", "某区教育局、某区财政局"]
  static let names = [
    "自助借还设备布设数量", "读者满意度", "设备完好率", "办事时限压缩率", "a|b接口调用量", "\"首问\"负责制落实率", "系统可用性, 含夜间",
    "培训场次；人次", "单台设备采购价格", "<重点>人群覆盖率", "*核心*业务上线率",
  ]
  static let targets = [
    "≥6台", "=100%", "≤8万元", "95%", "≥60.00(%)", "2027年9月30日前", "制度印发并执行", "优良中差", "100.00", "≥12万册次", "合格",
    "及时", "≤4小时", "提升", "90%以上", "1,200人", "按计划, 分两批",
  ]
  static let notes = ["无", "设备到货晚于计划；已于11月补齐", "统计口径|有调整", "见\"说明\", 附件2", "因疫情推迟\n下年完成"]
  static let sentences = [
    "在全区六个街道建成自助借还网络，居民步行十五分钟可以借到书、还掉书。", "2027年新设自助借还设备6台，年内完成安装、联网和验收；全年借还不少于12万册次。",
    "一是完成平台升级, 接口a|b全部联通；", "保障\"首问\"负责制落实，满意度不低于90%。", "完成 2022 年度单位退休职工年度体检工作。",
  ]
  static let levels = [
    ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]), ("效益指标", ["社会效益指标", "可持续影响指标"]), ("满意度指标", ["服务对象满意度指标"]),
  ]
}
