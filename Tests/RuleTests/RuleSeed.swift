import FormModel

/// Makes forms of every kind of disorder, the same ones for the same seed.
struct RuleSeed: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func form() -> Form {
    var form = Form()
    for key in FieldKey.standard where pick([true, true, false]) { form[key] = pick(Self.texts) }
    for _ in 0..<pick([0, 1, 3, 8, 20]) { form.indicators.append(row()) }
    if pick([true, false]) { form.emptyLevels = [pick(Self.seconds)] }
    return form
  }

  private mutating func row() -> Indicator {
    var row = Indicator(level1: pick(Self.firsts), level2: pick(Self.seconds), level3: pick(Self.names))
    row[.target] = pick(Self.targets)
    row[.weight] = pick(Self.weights)
    for column in [IndicatorColumn.explanation, .formula, .dataSource, .note]
    where pick([true, false, false]) {
      row[column] = pick(Self.texts)
    }
    return row
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(next() % UInt64(list.count))]
  }

  private static let firsts = ["产出指标", "效益", "满意度指标", "成本指标", "其他", "", " 产出指标", "产出/指标"]
  private static let seconds = ["数量指标", "质量", "时效指标", "社会效益指标", "服务对象满意度指标", "没有的指标", "", "1"]
  private static let names = [
    "设备数量", "设备数", "满意度", "提升办事效率", "", "　", "投诉次数（次）", "完整性和准确性", "A、B", "<name>",
    "生态效益", "👨‍👩‍👧 数量", "请填写", "e\u{301}率", "预算执行率", "会议次数", "系统故障率",
  ]
  private static let targets = [
    "", "≥6台", "6", "≥6", "提升", "XX", "待定", "80%~90%", "2027年底", "2026年9月", "优/良/中/差", "290%", "0.95",
    "=100%",
    "≤5次", "７＊２４小时", "≥１２．５％", "\u{0}", "约10台", "-5%", "99999999999999999999999999999台",
  ]
  private static let weights = ["", "10", "0", "-1", "十", "10.123", "１０", "90", "4.50"]
  private static let texts = [
    "", "2027", "二〇二七", "2027-01-01", "2029年12月31日", "1,280,000.00", "128万元", "元", "万元", "社区图书自助借还服务",
    "自助借还设备购置", "9 月底前在 6 个社区布设设备 6 台，读者满意度 90%", "　", "长" + String(repeating: "字", count: 300),
  ]
}
