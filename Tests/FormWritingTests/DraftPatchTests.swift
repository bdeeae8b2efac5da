import FormWriting
import Testing

@Suite("Texts written into a draft")
struct DraftPatchTests {
  typealias Example = (
    source: String, line: Int, column: Int, before: String, after: String, patched: String?
  )

  static let examples: [Example] = [
    ("年度指标值: 不少于12场 # 注\n", 1, 8, "不少于12场", "≥12场", "年度指标值: ≥12场 # 注\n"),
    ("甲: \"社区 图书\"\r\n乙: 1\r\n", 1, 4, "社区 图书", "社区图书", "甲: 社区图书\r\n乙: 1\r\n"),
    ("甲: '>=98%'\n", 1, 4, ">=98%", "≥98%", "甲: ≥98%\n"),
    ("甲: >=98%", 1, 4, ">=98%", "≥98%", "甲: ≥98%"),
    ("- {甲: 98%以上, 乙: 8}\n", 1, 7, "98%以上", "≥98%", "- {甲: ≥98%, 乙: 8}\n"),
    ("- {甲: 98%以上, 乙: 8}\n", 1, 7, "98%以上", "a, b", "- {甲: \"a, b\", 乙: 8}\n"),
    ("甲: 'it''s 5'\n", 1, 4, "it's 5", "it's5", "甲: it's5\n"),
    ("甲: |\n  社区 图书\n", 1, 4, "社区 图书", "社区图书", nil),
    ("甲: \"社区\\u0020图书\"\n", 1, 4, "社区 图书", "社区图书", nil),
    ("甲: &a 社区 图书\n", 1, 7, "社区 图书", "社区图书", "甲: &a 社区图书\n"),
    ("甲: 社区\n  图书\n", 1, 4, "社区 图书", "社区图书", nil),
    ("甲: 社区 图书馆\n", 1, 4, "社区 图书", "社区图书", nil),
    ("甲: 1\n", 9, 1, "1", "2", nil), ("甲: 1\n", 1, 99, "1", "2", nil),
  ]

  @Test("one text is replaced, or nothing", arguments: examples)
  func one(example: Example) {
    let change = DraftPatch.Change(
      line: example.line, column: example.column, before: example.before, after: example.after)
    let patch = DraftPatch(example.source, [change])
    #expect(patch.text == example.patched ?? example.source)
    #expect(patch.left.isEmpty == (example.patched != nil))
  }

  @Test("two texts of one line")
  func two() {
    let patch = DraftPatch(
      "- {甲: 不少于1, 乙: 不少于2}\n",
      [
        DraftPatch.Change(line: 1, column: 7, before: "不少于1", after: "≥1"),
        DraftPatch.Change(line: 1, column: 16, before: "不少于2", after: "≥2"),
      ])
    #expect(patch.text == "- {甲: ≥1, 乙: ≥2}\n" && patch.left.isEmpty)
  }
}
