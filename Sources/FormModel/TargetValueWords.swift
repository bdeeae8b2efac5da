/// The vocabulary of target values. Words of comparison follow the usage of the forms; that 以上,
/// 以下 and 以内 include the number itself is Article 1259 of the Civil Code (民法典).
enum TargetValueWords {
  /// Before the number.
  static let comparators = PhraseTable<Comparator>(
    phrases("≥ >= => 不低于 不少于 不小于 不短于 不得低于 不得少于 不得小于 大于等于 大于或等于 高于或等于 高于等于 至少 最低 最少", .atLeast)
      + phrases("> 大于 超过 高于 多于 超出 超", .greaterThan) + phrases("= == 等于", .equal)
      + phrases(
        "≤ <= =< 不超过 不超出 不超 不高于 不多于 不大于 不长于 不得超过 不得高于 不得多于 不得大于 小于等于 小于或等于 低于或等于 低于等于 至多 最多 最高",
        .atMost)
      + phrases("< 小于 少于 低于 短于 不足 不到", .lessThan))

  /// After the unit.
  static let comparatorsAfter = PhraseTable<Comparator>(
    phrases("以上 及以上 或以上 含以上 及其以上", .atLeast) + phrases("以下 及以下 或以下 以内 之内 及以内 内", .atMost))

  /// Words before the number that add nothing to it.
  static let plain = PhraseTable(
    words: "完成 达到 达 实现 控制在 控制 保持在 保持 维持在 维持 稳定在 确保 保证 力争 为 是 共 共计 总计 合计 累计 计 全年 年度 本年 预计 计划 应 需 在 介于")

  /// Words after the unit that add nothing to it.
  static let plainAfter = PhraseTable(words: "完成 到位 办结 响应 之间 (含) (含本数) 及时完成")

  /// 每 before a number makes these the divisor of its unit: `每年≥2次` is 2 次/年.
  static let periods = PhraseTable<String>(
    ["年", "季度", "月", "周", "天", "日", "人", "次"].map { ($0, $0) } + [("年度", "年"), ("个月", "月")])

  /// Between the two numbers of a range.
  static let rangeSigns = PhraseTable(words: "~ ~~ - -- — —— 至 到")

  /// Before a number: what follows is a part of a hundred or a thousand.
  static let fractions = PhraseTable<String>([("百分之", "%"), ("千分之", "‰")])

  /// What a service round the clock is called after its window.
  static let service = PhraseTable(
    words: "实时 响应 服务 值守 值班 不间断 运维 在线 保障 全天候 支持 监控 监测 监控服务 的 技术 运行 开放")

  /// Values that stand for a value yet to come.
  static let placeholders: Set<String> = [
    "无", "暂无", "待定", "未定", "待确定", "待确认", "待明确", "待补充", "待填", "另行确定", "不适用", "空", "TBD", "tbd", "N/A", "n/a",
    "NA",
    "null", "None", "none",
  ]

  /// Beginnings of `根据实际情况确定` and its like.
  static let placeholderBeginnings = PhraseTable(words: "根据 依据 按照 按 视 以 依")

  /// Ordered words that are a grade by themselves, as printed in forms and in the 2021 rules on
  /// qualitative indicators (达成年度指标、部分达成…、未达成…).
  static let grades: Set<String> = [
    "优", "良", "中", "差", "优秀", "良好", "优良", "合格", "不合格", "基本合格", "达成年度指标", "部分达成年度指标并具有一定效果",
    "未达成年度指标且效果较差", "部分达成年度指标", "未达成年度指标", "达成指标", "部分达成指标并具有一定效果", "未达成指标且效果较差", "部分达成指标", "未达成指标",
    "达成预期指标", "部分达成预期指标并具有一定效果", "未达成预期指标且效果较差", "达成预期目标", "部分达成预期目标", "未达成预期目标", "达成目标", "部分达成目标", "未达成目标",
  ]

  /// Words that are a grade only within a list of at least three.
  static let gradesInLists: Set<String> = [
    "一般", "好", "很好", "较好", "较差", "很差", "高", "较高", "很高", "中等", "低", "较低", "很低", "满意", "很满意", "非常满意", "比较满意",
    "较满意",
    "基本满意", "不满意", "不太满意", "及格", "不及格", "达标", "基本达标", "不达标", "未达标", "完成", "基本完成", "部分完成", "未完成", "明显", "较明显",
    "不明显", "显著", "较显著", "不显著", "是", "否",
  ]

  /// What a list of grades may end in.
  static let gradeEndings = [
    "三个等级", "四个等级", "三个档次", "四个档次", "五个等级", "三档", "四档", "五档", "两档", "等级", "等次",
  ]

  private static func phrases(_ words: String, _ value: Comparator) -> [(String, Comparator)] {
    words.split(separator: " ").map { (String($0), value) }
  }
}
