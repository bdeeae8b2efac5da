import FormModel
import TestSupport

/// Invented forms with texts as people write them, for printing as flowed text.
struct FlowedForms {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func style() -> FlowedPrinter.Style {
    FlowedPrinter.Style(
      isCentred: !random.one(in: 3), isLoose: random.one(in: 2), hasScriptBlanks: random.one(in: 2),
      keepsSigns: random.one(in: 2))
  }

  /// A width in half-width columns, an even number.
  mutating func width(_ range: ClosedRange<Int>) -> Int { 2 * Int.random(in: range, using: &random) }

  mutating func form(_ kind: FormKind) -> Form {
    var form = Form(kind: kind)
    form[.title] = kind == .target ? "项目支出绩效目标申报表" : "项目支出绩效自评表"
    form[.year] = "\(Int.random(in: 2023...2027, using: &random))"
    form[.project] = subject() + random.pick(["项目", "经费", "运维服务", "（二期）", "2024年度升级改造"])
    form[.department] = "某市" + random.pick(["文化和旅游局", "水务局", "交通运输局"])
    form[.implementingUnit] = "某市" + random.pick(["图书馆", "河道管理所", "公路管理中心"])
    form[.annualGoal] = sentences(1...5)
    if kind == .selfEvaluation { form[.actualGoal] = sentences(1...6) }
    for (level1, levels) in Self.tree {
      for level2 in levels where !random.one(in: 4) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          form.indicators.append(row(level1, level2, kind))
        }
      }
    }
    return form
  }

  private mutating func row(_ level1: String, _ level2: String, _ kind: FormKind) -> Indicator {
    let (target, actual) = values()
    var row = Indicator(level1: level1, level2: level2, level3: name(), target: TargetValue(target))
    let points = random.pick(["10", "5", "6.00", "10.00", "8", "15.00"])
    row.weight = Score(points)
    guard kind == .selfEvaluation else { return row }
    row.actual = TargetValue(actual)
    row.score = Score(random.one(in: 4) ? random.pick(["4.50", "3", "7.2"]) : points)
    if random.one(in: 4) { row.note = sentences(1...3) }
    return row
  }

  private mutating func name() -> String {
    subject() + random.pick(["数量", "完成率", "及时率", "达标率", "覆盖范围", "合格率", "能力", "水平", "", "情况"])
  }

  private mutating func subject() -> String {
    let parts = Int.random(in: 1...3, using: &random)
    return (0..<parts).map { _ in random.pick(Self.subjects) }.joined()
  }

  private mutating func values() -> (String, String) {
    let number = Int.random(in: 1...30_000, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      let unit = random.pick(["个", "台", "万人次", "件", "家", "公里"])
      return ("≥\(number).00(\(unit))", "\(number + 3).00(\(unit))")
    case 2: return (random.pick(["=100%", "≥95%", "≤1.5%", ">90%"]), random.pick(["100%", "98.5%", "1.2%"]))
    case 3:
      let unit = random.pick(["个", "小时", "个工作日", "场次"])
      return ("\(number % 90)\(unit)", "\(number % 80)\(unit)")
    case 4: return (random.pick(Self.words), random.pick(["达成指标", "部分达成指标并具有一定效果", "已完成"]))
    case 5:
      let word = random.pick(Self.words)
      return (word, word)
    case 6: return ("\(2020 + number % 8)年12月31日前", "\(2020 + number % 8)年11月完成")
    default: return (random.pick(Self.phrases), random.pick(["达成指标", "基本符合", "全部达成预期指标"]))
    }
  }

  private mutating func sentences(_ range: ClosedRange<Int>) -> String {
    (0..<Int.random(in: range, using: &random)).map { _ in
      subject() + random.pick(["进展顺利", "受天气影响较大", "已按计划完成", "需要进一步加强管理"]) + "，"
        + random.pick(["下一步将完善", "后续继续推进", "有效提升", "全年共开展12次"]) + subject() + "。"
    }.joined()
  }

  private static let tree: [(String, [String])] = [
    ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
    ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
    ("满意度指标", ["服务对象满意度指标"]),
  ]
  private static let subjects = [
    "图书借还", "河道保洁", "道路养护", "自助设备", "信息系统", "培训讲座", "公共服务", "APP更新", "5G基站", "读者", "绿化补种", "安全巡查",
    "数据共享", "档案整理", "宣传活动", "噪声治理", "办事", "水质监测", "村级阵地", "助老服务",
  ]
  private static let words = ["提升", "健全", "及时", "有效提升", "持续", "完善", "不断提高", "长期", "明显改善"]
  private static let phrases = [
    "符合国家相关标准", "无重大安全事故", "不超过预算批复金额", "在合同约定期间完成", "符合行业水平要求", "优于上年同期水平",
  ]
}
