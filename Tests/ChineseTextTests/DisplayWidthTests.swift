import ChineseText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("绩效", 4), ("≥95%", 4), ("（万元）", 8), ("服％（）９㎡～", 14),
    ("≥≤“”—…×℃│", 9), ("e\u{301}", 1), ("\u{200D}", 0), ("a\tb\u{1B}", 2), ("한글", 4), ("𠀀", 2),
    ("\u{FEFF}甲", 2), ("①", 1), ("😀", 2), ("\u{80}", 0),
  ])
  func columns(_ text: String, _ width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test(arguments: [("“甲”", 6), ("≥95%", 5), ("①…", 4), ("abc", 3), ("°", 2), ("│", 2)])
  func ambiguousColumns(_ text: String, _ width: Int) {
    #expect(displayWidth(of: text, ambiguousWide: true) == width)
  }

  @Test func padding() {
    #expect(padded("绩效", to: 6) == "绩效  ")
    #expect(padded("绩效", to: 3) == "绩效")
  }

  @Test(arguments: [
    ("绩效目标", 8, "绩效目标"), ("绩效目标", 7, "绩效目…"), ("绩效目标", 6, "绩效…"), ("ab", 1, "…"), ("ab", 0, ""),
  ])
  func truncation(_ text: String, _ width: Int, _ expected: String) {
    #expect(truncated(text, to: width) == expected)
  }
}
