import FormModel

/// Forms of the size and kind that departments hand in: twenty rows, goals of some hundred characters.
///
/// Where `GeneratedForms` looks for trouble, these measure a usual day.
public struct RealisticForms: Sendable {
  private var random: SplitMix64
  private var count = 0

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The next form; no two have the same project.
  public mutating func form() -> Form {
    count += 1
    let year = "\(Int.random(in: 2024...2027, using: &random))"
    let total = Int.random(in: 10...90_000, using: &random) * 1000
    let money = "\(total).00"
    var form = Form(
      kind: .target,
      fields: [
        .title: "财政项目支出绩效目标申报表", .year: year,
        .project: "\(pick(Self.subjects))\(pick(Self.works))（第\(count)号）",
        .category: pick(["经常性项目", "一次性项目"]), .department: pick(Self.departments),
        .implementingUnit: pick(Self.units), .start: "\(year)-01-01", .end: "\(year)-12-31", .moneyUnit: "元",
        .projectTotal: money, .projectFiscal: money, .annualTotal: money, .annualFiscal: money,
        .totalGoal: goal(), .annualGoal: goal(),
      ])
    form.indicators = Self.groups.flatMap { group in
      (0..<group.rows).map { row in indicator(group, row) }
    }
    return form
  }

  private mutating func indicator(_ group: Group, _ row: Int) -> Indicator {
    Indicator(
      level1: group.level1, level2: group.level2,
      level3: "\(pick(Self.subjects))\(group.names[row % group.names.count])",
      target: TargetValue(pick(group.targets)))
  }

  private mutating func goal() -> String {
    var text = ""
    let length = Int.random(in: 180...360, using: &random)
    while text.count < length { text += "\(pick(Self.subjects))\(pick(Self.works))\(pick(Self.promises))" }
    return text
  }

  private mutating func pick(_ texts: [String]) -> String { random.pick(texts) }

  /// Rows below one second level.
  private struct Group {
    var level1: String
    var level2: String
    var rows: Int
    var names: [String]
    var targets: [String]
  }

  private static let groups = [
    Group(
      level1: "产出指标", level2: "数量指标", rows: 5, names: ["培训场次", "设备购置数量", "服务人次"],
      targets: ["≥12场", "=6台", "≥5000人次"]),
    Group(
      level1: "产出指标", level2: "质量指标", rows: 4, names: ["验收合格率", "数据准确率"], targets: ["=100%", "≥98%"]),
    Group(
      level1: "产出指标", level2: "时效指标", rows: 3, names: ["完成及时率", "响应时间"], targets: ["=100%", "≤4小时"]),
    Group(level1: "产出指标", level2: "成本指标", rows: 1, names: ["成本控制率"], targets: ["≤100%"]),
    Group(
      level1: "效益指标", level2: "社会效益指标", rows: 3, names: ["受益人数", "办事时间压缩率"], targets: ["≥5万人", "≥30%"]),
    Group(level1: "效益指标", level2: "生态效益指标", rows: 1, names: ["节约用电量"], targets: ["≥2万度"]),
    Group(
      level1: "效益指标", level2: "可持续影响指标", rows: 1, names: ["长效管理机制"], targets: ["建立健全"]),
    Group(
      level1: "满意度指标", level2: "服务对象满意度指标", rows: 2, names: ["服务对象满意度"], targets: ["≥90%", ">=95%"]),
  ]

  private static let subjects = ["社区图书馆", "老旧小区", "河道水质", "中小学校园", "养老服务设施", "公共停车场", "数字档案", "街面治安"]
  private static let works = ["自助借还服务", "维修改造", "日常监测", "安全检查", "运行维护", "信息系统升级", "专项整治", "人员培训"]
  private static let promises = [
    "，按计划完成各项任务，", "，进一步提高服务能力和管理水平。", "，保障设施设备安全稳定运行；", "，全年不发生责任事故，", "，群众满意度稳步提升。",
  ]
  private static let departments = ["某区文化和旅游局", "某区教育局", "某区生态环境局", "某区民政局"]
  private static let units = ["某区图书馆", "某区教育事务中心", "某区环境监测站", "某区养老服务中心"]
}
