import TestSupport

extension SplitMix64 {
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
