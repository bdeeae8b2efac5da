import FoundationEssentials

/// The units found in forms: what they measure and how they convert.
///
/// 万, 亿 and the like before any unit are not listed: ``scaledUnit(named:)`` reads them. 工作日 is
/// never converted, as it depends on the year's holidays; 月 and 年 are not converted to days; 亩 has
/// no finite number of 平方米; data counts in steps of 1024.
enum MeasureUnitTable {
  private struct Group {
    var kind: MeasureUnit.Kind
    var base: String
    /// Names, and how many of the base one is.
    var names: [(factor: String, names: String)]
  }

  private static let groups: [Group] = [
    Group(kind: .money, base: "元", names: [("1", "元 圆 元整 元人民币 人民币元"), ("0.1", "角")]),
    Group(kind: .percent, base: "%", names: [("1", "% 百分比"), ("0.1", "‰ 千分比"), ("10", "成")]),
    Group(kind: .percent, base: "百分点", names: [("1", "百分点 个百分点")]),
    Group(
      kind: .time, base: "秒",
      names: [
        ("1", "秒 秒钟 s"), ("0.001", "毫秒 ms"), ("0.000001", "微秒 us"), ("60", "分钟 min"),
        ("3600", "小时 个小时 h 钟头 个钟头"), ("86400", "天 日 自然日 个自然日 日历天 日历日"), ("604800", "周 星期 个星期"),
      ]),
    Group(
      kind: .time, base: "月", names: [("1", "月 个月"), ("3", "季度 个季度 季"), ("6", "半年"), ("12", "年 年度 个年度")]),
    Group(kind: .time, base: "工作日", names: [("1", "工作日 个工作日 工作天")]),
    Group(
      kind: .length, base: "米",
      names: [
        ("1", "米 m 延米 延长米"), ("0.1", "分米"), ("0.01", "厘米 cm"), ("0.001", "毫米 mm"), ("1000", "公里 千米 km KM"),
      ]),
    Group(
      kind: .area, base: "平方米",
      names: [
        ("1", "平方米 ㎡ m2 m² 平米"), ("10000", "公顷 ha"), ("1000000", "平方公里 平方千米 km2 km²"), ("0.0001", "平方厘米"),
      ]),
    Group(kind: .area, base: "亩", names: [("1", "亩")]),
    Group(
      kind: .mass, base: "千克",
      names: [("1", "千克 公斤 kg KG"), ("0.5", "斤 市斤"), ("1000", "吨"), ("0.001", "克 g"), ("0.000001", "毫克 mg")]),
    Group(
      kind: .data, base: "B",
      names: [
        ("1", "B 字节"), ("1024", "KB"), ("1048576", "MB"), ("1073741824", "GB"), ("1099511627776", "TB"),
        ("1125899906842624", "PB"), ("1152921504606846976", "EB"),
      ]),
    Group(kind: .person, base: "人", names: [("1", "人 名 位")]),
    Group(kind: .person, base: "人次", names: [("1", "人次")]),
    Group(kind: .other, base: "立方米", names: [("1", "立方米 m3 m³ 立方"), ("0.001", "升 L")]),
    Group(
      kind: .other, base: "bps",
      names: [("1", "bps"), ("1000", "Kbps"), ("1000000", "Mbps"), ("1000000000", "Gbps")]),
    Group(kind: .other, base: "千瓦时", names: [("1", "千瓦时 kWh")]),
    Group(kind: .other, base: "千瓦", names: [("1", "千瓦 kW"), ("0.001", "瓦 W")]),
    Group(kind: .other, base: "℃", names: [("1", "℃ 摄氏度")]),
  ]

  /// Units that are counted one by one, each its own base.
  private static let counted =
    "个 次 项 条 件 套 台 家 户 起 类 路 核 场 期 份 篇 批 辆 间 座 处 所 只 本 册 张 幅 组 支 例 宗 笔 单 部 架 艘 根 块 片 道 栋 幢 层 站 点 节点 点位 "
    + "村 社区 街道 镇 乡 区 县 市 班 课时 学时 场次 批次 人天 人月 人日 台次 户次 车次 班次 卷 页 字 首 集 版 种 款 面 口 头 羽 株 棵 盏 段 "
    + "轮 届 门 号 屏 端 枚 桶 袋 箱 盒 瓶 副 把 床 席 队 团 校 院 库 机柜 机架"

  /// Units that are no count of things, each its own base.
  private static let others = "倍 分 星 度 dB 像素 折 兆"

  /// By the scalars of their names, which are hashed much faster than texts.
  private static let units: [ArraySlice<UInt32>: MeasureUnit] = {
    var units: [ArraySlice<UInt32>: MeasureUnit] = [:]
    for group in groups {
      for row in group.names {
        for name in row.names.split(separator: " ").map(String.init) {
          units[scalars(name)] = MeasureUnit(
            text: name, base: group.base, factor: Decimal(string: row.factor) ?? 1)
        }
      }
    }
    for name in (counted + " " + others).split(separator: " ").map(String.init)
    where units[scalars(name)] == nil {
      units[scalars(name)] = MeasureUnit(text: name, base: name, factor: 1)
    }
    return units
  }()

  private static let kinds: [String: MeasureUnit.Kind] = {
    var kinds = Dictionary(counted.split(separator: " ").map { (String($0), MeasureUnit.Kind.count) }) {
      a, _ in a
    }
    for group in groups { kinds[group.base] = group.kind }
    return kinds
  }()

  private static func scalars(_ text: String) -> ArraySlice<UInt32> { text.unicodeScalars.map(\.value)[...] }

  /// The numbers that stand before units, longer ones first.
  static let scaleNames: [(name: String, factor: Decimal)] = [
    ("万亿", 1_000_000_000_000), ("千亿", 100_000_000_000), ("百亿", 10_000_000_000), ("十亿", 1_000_000_000),
    ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("亿", 100_000_000), ("万", 10_000), ("千", 1_000),
    ("百", 100),
  ]

  private static let scales = PhraseTable<Decimal>(scaleNames.map { ($0.name, $0.factor) })

  /// The listed units.
  static var listed: [MeasureUnit] { Array(units.values) }

  /// The unit of most targets.
  static let percent = MeasureUnit(text: "%", base: "%", factor: 1)

  static func unit(named name: ArraySlice<UInt32>) -> MeasureUnit? { units[name] }

  /// A listed unit in thousands or millions (`万条`), or such a number alone (`万`).
  static func scaledUnit(named name: ArraySlice<UInt32>) -> MeasureUnit? {
    guard let scale = scale(of: name) else { return nil }
    let rest = name.dropFirst(scale.length)
    let text = String(scalars: name)
    if rest.isEmpty { return MeasureUnit(text: text, base: "", factor: scale.factor) }
    guard let unit = units[rest], unit.base != "%" else { return nil }
    return MeasureUnit(text: text, base: unit.base, factor: scale.factor * unit.factor)
  }

  /// The number at the beginning of a unit, and its number of scalars.
  static func scale(of name: ArraySlice<UInt32>) -> (factor: Decimal, length: Int)? {
    scales.match(in: Array(name), at: 0).map { ($0.value, $0.length) }
  }

  static func kind(ofBase base: String) -> MeasureUnit.Kind { kinds[base] ?? .other }
}
