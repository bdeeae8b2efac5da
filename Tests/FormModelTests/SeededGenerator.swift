/// Numbers that are the same at every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A text of up to ten pieces of target values and a few that do not belong there.
  mutating func value() -> String {
    let pieces = [
      "≥", "≤", ">", "=", "不低于", "以上", "以内", "内", "9", "95", "0", "1,000", ".", "5.50", "%", "％", "万", "亿元",
      "条", "个", "工作日",
      "小时", "(", ")", "（万条）", "/", "~", "-", "—", "至", "年", "月", "日", "底", "前", "2023", "三", "十", "百分之", "点",
      "每", "*", "X", "优",
      "、", "差", "完成", "无", " ", "\n", "\u{3000}", "甲", "￥", "e\u{301}", "😀", "\u{0}", "第", "季度", "９", "级",
      "+", "含",
    ]
    return (0..<Int.random(in: 0...10, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }
    .joined()
  }
}
