import ChineseText
import TestSupport
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("绩效目标申报表", 8, ["绩效目标", "申报表"]),
    ("完成设备布设，保障运行。", 12, ["完成设备布", "设，保障运", "行。"]),
    ("指标（产出）", 6, ["指标", "（产", "出）"]),
    ("甲\n乙", 8, ["甲", "乙"]), ("甲\r\n\r\n乙", 8, ["甲", "", "乙"]), ("", 8, [""]),
    ("jixiao fill 命令", 8, ["jixiao ", "fill 命", "令"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("，，，，", 2, ["，", "，", "，", "，"]),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(wrapped(text, width: width) == expected)
  }

  @Test func noLineIsTooWideAndNothingIsLost() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5_000 {
      let text = random.text(length: 60)
      let width = Int.random(in: 1...20, using: &random)
      let lines = wrapped(text, width: width)
      for line in lines where line.count > 1 { #expect(displayWidth(of: line) <= width) }
      #expect(lines.joined() == String(text.filter { !$0.isNewline }))
    }
  }
}
