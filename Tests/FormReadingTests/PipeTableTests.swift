import FormModel
import TestSupport
import Testing

@testable import FormReading

@Suite("Tables between bars")
struct PipeTableTests {
  static let cases: [CSVCase] = [
    CSVCase(
      "# 绩效目标申报表\n\n(2027年度)\n\n| 项目名称 | 甲 |\n| --- | --: |\n| 主管部门 | 乙 |\n",
      [["绩效目标申报表"], ["(2027年度)"], ["项目名称", "甲"], ["主管部门", "乙"]]),
    CSVCase("## 项目资金(万元)\n\n|甲|乙|\n|:-:|---|\n||丙|\n|丁||\n", [["项目资金(万元)"], ["甲", "乙"], ["", "丙"], ["丁"]]),
    CSVCase("甲 | 乙\n--- | ---\n丙 | 丁\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase("|---+---|\n| 甲 | 乙 |\n|---+---|\n| 丙 | 丁 |\n|---+---|\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase(
      "| a\\|b | 一<br>二<br/>三 | &lt;5% &amp; \\*甲\\* |\n|---|---|---|\n| C:\\甲 | \\\\ | **粗体** |\n",
      [["a|b", "一\n二\n三", "<5% & *甲*"], ["C:\\甲", "\\", "粗体"]]),
    CSVCase("项目名称｜甲\n主管部门｜乙｜丙\n", [["项目名称", "甲"], ["主管部门", "乙", "丙"]]),
    CSVCase("｜项目名称｜甲｜\n｜主管部门｜乙｜\n", [["项目名称", "甲"], ["主管部门", "乙"]]),
    CSVCase("项目名称 │ 甲\n主管部门 │ 乙|丙\n", [["项目名称", "甲"], ["主管部门", "乙|丙"]]),
    CSVCase(
      "前言：甲|乙\n后语\n\n| 1 | 2 |\n| 3 | 4 |\n尾\n", [["前言：甲|乙"], ["后语"], ["1", "2"], ["3", "4"], ["尾"]]),
    CSVCase("| 甲 | 乙\r\n|---|---\r\n| 丙 | 丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase("```\n| 甲 | 乙 |\n| 丙 | 丁 |\n```\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase("| \u{0}甲 | \u{1B}[31m |\n|---|---|\n", [["\u{0}甲", "\u{1B}[31m"]]),
    CSVCase("| 甲\\\n| 乙 |\n", [["甲\\"], ["乙"]]),
  ]

  @Test("cells as they are meant", arguments: cases)
  func cells(example: CSVCase) throws { #expect(rows(try grid(example.text, named: "a.md")) == example.rows) }

  @Test("the same in other encodings", arguments: cases, ["GB18030", "UTF-16LE", "UTF-16BE"])
  func encodings(example: CSVCase, encoding: String) throws {
    guard encoding == "UTF-16LE" || !example.text.contains("\u{0}"), !example.text.contains("│") else {
      return
    }
    let input = try FormInput(bytes: encoded(example.text, encoding), name: "a.md").decoded()
    #expect(rows(try PipeTableReader().grids(input)) == example.rows)
  }

  @Test(
    "known by structure",
    arguments: [
      ("| 甲 | 乙 |\n|---|---|\n", true), ("甲 | 乙\n丙 | 丁\n", true), ("甲｜乙\n丙｜丁\n", true),
      ("说明文字\n\n甲 | 乙\n--- | ---\n", true), ("甲|乙\n", false), ("甲|乙\n丙丁\n", false), ("甲,乙,丙\n", false),
      ("", false),
    ])
  func recognition(text: String, isTable: Bool) {
    #expect(PipeTableReader().recognises(FormInput(bytes: Array(text.utf8), name: "a")) == isTable)
  }

  @Test("the place of every cell")
  func places() throws {
    let file = try grid("甲\n\n| 乙 | 丙\\|丁 |\n|--|--|\n|| 戊 |\n", named: "a.md")
    let places = file.grids[0].cells.map {
      "\(file.string(of: $0)) \(file.location(of: $0, in: file.grids[0]))"
    }
    #expect(places == ["甲 1:1", "乙 3:3", "丙|丁 3:7", "戊 5:4"])
  }

  @Test("hostile texts are read in one pass")
  func hostile() throws {
    let bars = String(repeating: "|", count: 1_000_000)
    let table = try grid("\(bars)\n| 甲 | 乙 |\n\(bars)甲\n", named: "a.md")
    #expect(table.grids[0].cells.count == 3)
    let wide = String(repeating: "| a&lt;\\| ", count: 200_000)
    #expect(rows(try grid("\(wide)\n\(wide)\n", named: "a.md")).map(\.count) == [200_000, 200_000])
    let escapes = String(repeating: "\\", count: 1_000_001)
    #expect(rows(try grid("| \(escapes)\n| 甲 |\n", named: "a.md")).count == 2)
  }
}
