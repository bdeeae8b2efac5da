import FormModel

/// What a city's departments hand in over a year: a target form, then a self-evaluation, by turns, as long, as
/// various and as faulty as the published ones are.
///
/// The published 42 have 10.7 rows, 307 characters of goals and 5.8 findings on the average (July 2026 rules).
/// Where `RealisticForms` is made for reading, these are made to be judged.
public struct YearOfForms: Sendable {
  private var random: SplitMix64
  private var count = 0

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The next form; no two have the same project.
  public mutating func form() -> Form {
    count += 1
    return count % 2 == 1 ? targetForm() : selfEvaluation()
  }

  // MARK: The parts of a form

  private mutating func head(kind: FormKind, title: String, year: String) -> Form {
    let place = random.pick(Self.districts)
    return Form(
      kind: kind,
      fields: [
        .title: title, .year: year,
        .project: "\(random.pick(Self.subjects))\(random.pick(Self.works))（第\(count)号）",
        .department: "上海市\(place)\(random.pick(Self.departments))",
        .implementingUnit: "上海市\(place)\(random.pick(Self.units))",
      ])
  }

  private mutating func targetForm() -> Form {
    let year = "\(Int.random(in: 2024...2027, using: &random))"
    var form = head(kind: .target, title: "财政项目支出绩效目标申报表", year: year)
    let money = "\(Int.random(in: 10...90_000, using: &random) * 1000).00"
    for key in [FieldKey.projectTotal, .projectFiscal, .annualTotal, .annualFiscal] { form[key] = money }
    form[.moneyUnit] = "元"
    form[.category] = random.pick(["经常性项目", "一次性项目"])
    (form[.start], form[.end]) = ("\(year)-01-01", "\(year)-12-31")
    (form[.totalGoal], form[.annualGoal]) = (goal(hasNumbers: false), goal(hasNumbers: !random.one(in: 3)))
    form.indicators = measures().map { measure, name in
      Indicator(
        level1: measure.level1, level2: measure.level2, level3: name,
        target: TargetValue(target(of: measure, number: number(of: measure))))
    }
    return form
  }

  private mutating func selfEvaluation() -> Form {
    let year = "\(Int.random(in: 2022...2024, using: &random))"
    var form = head(kind: .selfEvaluation, title: "财政项目支出绩效自评表", year: year)
    form[.moneyUnit] = "万元"
    form[.annualGoal] = goal(hasNumbers: !random.one(in: 4))
    form[.actualGoal] = random.one(in: 2) ? form[.annualGoal] : goal(hasNumbers: true)
    let rows = measures()
    form.indicators = rows.enumerated().map { index, row in
      evaluated(row.measure, row.name, weight: (18 / rows.count + (index < 18 % rows.count ? 1 : 0)) * 5)
    }
    let (lines, points) = execution()
    form.budget = lines
    let total = form.indicators.reduce(points) { $0 + (Self.hundredths($1.score?.text) ?? 0) }
    (form[.totalWeight], form[.totalScore]) = ("100.00", Self.text(total))
    form[.grade] = total >= 90_00 ? "优" : total >= 80_00 ? "良" : "中"
    return form
  }

  /// The row's result and points; most targets are met.
  private mutating func evaluated(_ measure: Measure, _ name: String, weight: Int) -> Indicator {
    let number = number(of: measure)
    var row = Indicator(
      level1: measure.level1, level2: measure.level2, level3: name,
      target: TargetValue(printed(measure, number)), weight: Score(Self.text(weight * 100)))
    let share = share(of: measure)
    let points = weight * min(100, share)
    row.actual = TargetValue(
      measure.unit.isEmpty
        ? (share < 100 ? "部分达成指标并具有一定效果" : "达成指标")
        : "\(Self.text(number * share))(\(measure.unit))")
    // Now and then somebody forgets to deduct, or to say why.
    row.score = Score(Self.text(share < 100 && random.one(in: 4) ? weight * 100 : points))
    if share != 100, random.one(in: 2) { row.note = random.pick(Self.reasons) }
    return row
  }

  /// The result in per cent of the target.
  private mutating func share(of measure: Measure) -> Int {
    let chance = Int.random(in: 0..<20, using: &random)
    // More than all, and more than yes, there is not.
    let isOpen = measure.unit != "%" && !measure.unit.isEmpty
    return switch chance {
    case 0...2: Int.random(in: 70..<100, using: &random)
    case 3...4 where isOpen: Int.random(in: 130..<220, using: &random)
    case 5...8 where isOpen: Int.random(in: 101..<115, using: &random)
    default: 100
    }
  }

  /// 预算执行情况, and the points for it in hundredths.
  private mutating func execution() -> (lines: [BudgetLine], points: Int) {
    let initial = Int.random(in: 10_00...9_000_00, using: &random)
    let adjusted = random.one(in: 4) ? initial * Int.random(in: 80...130, using: &random) / 100 : initial
    let percent =
      random.one(in: 5) ? Int.random(in: 50...90, using: &random) : Int.random(in: 91...100, using: &random)
    let executed = adjusted * percent / 100
    var rate = (executed * 100_00 * 2 + adjusted) / (adjusted * 2)
    if random.one(in: 4) { rate += random.pick([-5_00, -1, 1, 60]) }
    let cells: [BudgetLine.Column: String] = [
      .initial: Self.text(initial), .adjusted: Self.text(adjusted), .executed: Self.text(executed),
      .rate: "\(Self.text(rate))%",
    ]
    let points = rate / 10
    let total = cells.merging([.weight: "10", .score: Self.text(points)]) { $1 }
    return ([BudgetLine(line: "total", cells: total), BudgetLine(line: "currentYear", cells: cells)], points)
  }

  /// Seven to fifteen rows in the order of the levels, each level with one at least.
  private mutating func measures() -> [(measure: Measure, name: String)] {
    let count = Int.random(in: 7...15, using: &random)
    // One form in forty takes over the rows of the one before.
    let year = random.one(in: 40) ? self.count - 2 : self.count
    let subject = Self.subjects[(year + Self.subjects.count) % Self.subjects.count]
    var list = Self.measures.filter(\.isUsual)
    let others = Self.measures.filter { !$0.isUsual }.shuffled(using: &random)
    list += others.prefix(count - list.count)
    return list.sorted { $0.place < $1.place }.map { ($0, "\(subject)\(year)期\($0.name)") }
  }

  private mutating func number(of measure: Measure) -> Int { Int.random(in: measure.numbers, using: &random) }

  /// As in a target form: `≥12场`.
  private mutating func target(of measure: Measure, number: Int) -> String {
    if measure.unit.isEmpty { return random.pick(Self.words) }
    if random.one(in: 8) { return "\(number)\(measure.unit)" }
    return (random.one(in: 6) ? ">=" : measure.sign) + "\(number)\(measure.unit)"
  }

  /// As the city's system prints it in a self-evaluation: `≥12.00(场)`.
  private mutating func printed(_ measure: Measure, _ number: Int) -> String {
    measure.unit.isEmpty
      ? random.pick(Self.words) : "\(measure.sign)\(Self.text(number * 100))(\(measure.unit))"
  }

  private mutating func goal(hasNumbers: Bool) -> String {
    (0..<Int.random(in: 2...7, using: &random)).map { _ in
      let figure = hasNumbers ? "\(Int.random(in: 2...400, using: &random))" : "各"
      return
        "\(random.pick(Self.districts))\(random.pick(Self.subjects))\(random.pick(Self.works))覆盖\(figure)个社区，"
        + random.pick(Self.promises)
    }.joined()
  }

  private static func text(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func hundredths(_ text: String?) -> Int? {
    text.flatMap { Int($0.replacing(".", with: "")) }
  }
}

// MARK: What there is to choose from

extension YearOfForms {
  /// A kind of row; one without a unit is judged by a word.
  fileprivate struct Measure: Sendable {
    var place: Int
    var level1: String
    var level2: String
    var name: String
    var sign: String
    var numbers: ClosedRange<Int>
    var unit: String
    /// Whether every form has it.
    var isUsual: Bool
  }

  private static func measure(
    _ place: Int, _ levels: String, _ name: String, _ sign: String, _ numbers: ClosedRange<Int>,
    _ unit: String,
    usual: Bool = false
  ) -> Measure {
    let names = levels.split(separator: "/").map(String.init)
    return Measure(
      place: place, level1: names[0], level2: names[1], name: name, sign: sign, numbers: numbers, unit: unit,
      isUsual: usual)
  }

  fileprivate static let measures = [
    measure(0, "产出指标/数量指标", "培训场次", "≥", 4...40, "场", usual: true),
    measure(1, "产出指标/数量指标", "设备购置数量", "≥", 2...80, "台"),
    measure(2, "产出指标/数量指标", "服务人次", "≥", 300...9000, "人次"),
    measure(3, "产出指标/数量指标", "检测样品数量", "≥", 50...900, "份"),
    measure(4, "产出指标/质量指标", "验收合格率", "=", 100...100, "%", usual: true),
    measure(5, "产出指标/质量指标", "数据准确率", "≥", 95...99, "%"),
    measure(6, "产出指标/质量指标", "培训考核通过率", "≥", 90...98, "%"),
    measure(7, "产出指标/时效指标", "任务完成及时率", "=", 100...100, "%", usual: true),
    measure(8, "产出指标/时效指标", "故障修复及时率", "≥", 95...99, "%"),
    measure(9, "产出指标/成本指标", "单场培训成本", "≤", 1...9, "万元", usual: true),
    measure(10, "效益指标/经济效益指标", "节约运行经费", "≥", 2...60, "万元"),
    measure(11, "效益指标/社会效益指标", "受益居民人数", "≥", 500...20_000, "人", usual: true),
    measure(12, "效益指标/社会效益指标", "投诉办结率", "≥", 90...98, "%"),
    measure(13, "效益指标/社会效益指标", "公共服务水平", "", 1...1, ""),
    measure(14, "效益指标/可持续影响指标", "长效管理机制", "", 1...1, "", usual: true),
    measure(15, "满意度指标/服务对象满意度指标", "居民满意度", "≥", 85...95, "%", usual: true),
  ]

  fileprivate static let subjects = [
    "社区图书馆", "老旧小区", "河道水质", "中小学校园", "养老服务设施", "公共停车场", "数字档案", "街面治安", "文化广场", "菜市场",
  ]
  fileprivate static let works = ["自助借还服务", "维修改造", "日常监测", "安全检查", "运行维护", "信息系统升级", "专项整治", "人员培训"]
  fileprivate static let districts = [
    "东区", "西区", "南区", "北区", "新区", "老城区", "沿江区", "临港区", "河东区", "河西区", "城中区", "滨海区",
  ]
  fileprivate static let departments = ["文化和旅游局", "教育局", "生态环境局", "民政局", "大数据中心"]
  fileprivate static let units = ["图书馆", "教育事务中心", "环境监测站", "养老服务中心", "大数据中心"]
  fileprivate static let words = ["建立健全", "有所提升", "明显改善", "及时", "完善"]
  fileprivate static let promises = [
    "进一步提高服务能力和管理水平。", "保障设施设备安全稳定运行。", "全年不发生责任事故。", "群众满意度稳步提升。", "年底前全部完成并通过验收。",
  ]
  fileprivate static let reasons = [
    "部分设备到货较晚，安装推迟到第四季度；已与供应商约定下一年度提前备货。", "受场地施工影响少办两期，下一年度补办。",
    "因居民报名踊跃增加了场次，下一年度按实际需要调整目标。", "偏差较小。",
  ]
}
