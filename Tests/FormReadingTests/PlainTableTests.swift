import FormModel
import FormTemplates
import FormWriting
import TestSupport
import Testing

@testable import FormReading

/// A cell with the rows and columns it covers: `甲 0+1,2+3`.
private func spans(_ file: GridFile) -> [String] {
  file.grids.flatMap { grid in
    grid.cells.map { cell in
      let rows = cell.rowSpan > 1 ? "+\(cell.rowSpan - 1)" : ""
      let columns = cell.columnSpan > 1 ? "+\(cell.columnSpan - 1)" : ""
      return "\(file.string(of: cell)) \(cell.row)\(rows),\(cell.column)\(columns)"
    }
  }
}

@Suite("Tables drawn with lines")
struct PlainTableTests {
  static let drawings: [(String, [String])] = [
    (
      """
            表名
      ┌────┬──────────────┐
      │项目│甲            │
      │名称│              │
      ├────┼──────┬───────┤
      │ 侧 │  1   │  二   │
      │ 边 ├──────┴───────┤
      │    │ 第一段       │
      │    │ 续           │
      └────┴──────────────┘
      尾
      """,
      ["表名 0,0", "项目名称 1,0", "甲 1,1+1", "侧边 2+1,0", "1 2,1", "二 2,2", "第一段\n续 3,1+1", "尾 4,0"]
    ),
    (
      """
      +------+------+
      | 甲   | 乙   |
      +======+======+
      | 丙   | 丁   |
      |      +------+
      |      | 戊   |
      +------+------+
      | 己          |
      +-------------+
      """, ["甲 0,0", "乙 0,1", "丙 1+1,0", "丁 1,1", "戊 2,1", "己 3,0+1"]
    ),
    (
      """
      ╔══╦══╗
      ║甲║乙║
      ╠══╬══╣
      ║丙║丁║
      ╚══╩══╝
      """, ["甲 0,0", "乙 0,1", "丙 1,0", "丁 1,1"]
    ),
    (
      """
      ├──┼──┤
      │a│b  │c │
      """, ["│a│b  │c │ 1,0"]
    ),
    (
      """
      ┌──────┬──────┐
      │ ≥6   │ 甲  │
      │ ab   │ 乙   │
      └──────┴──────┘
      """, ["≥6\nab 0,0", "甲\n乙 0,1"]
    ),
    (
      """
      ┌──────┬────┐
      │“甲”│ 乙 │
      │≥丙  ├────┤
      │      │ 丁 │
      └──────┴────┘
      """,
      ["“甲”≥丙 0+1,0", "乙 0,1", "丁 1,1"]
    ),
    (
      """
      某区某局某项目支
           出表
        (2027年度)
      ┌──────┬───────┐
      │ 甲   │ 乙    │
      └──────┴───────┘

      | 尾 |
      │ 尾
      """, ["某区某局某项目支出表 0,0", "(2027年度) 1,0", "甲 2,0", "乙 2,1", "| 尾 | 3,0", "│ 尾 4,0"]
    ),
    ("> ┌──┬──┐\n> │甲│乙│\n> └──┴──┘\n>\n> 尾", ["甲 0,0", "乙 0,1", "尾 1,0"]),
    ("┌──┐\n│甲│\n", ["甲 0,0"]), ("┌─┬", []), ("┌──┬──┐\n│甲│乙│丙│\n└──┴──┘", ["甲 0,0", "乙 0,1", "丙│ 1,0"]),
  ]

  @Test("cells where they are drawn", arguments: drawings)
  func cells(text: String, cells: [String]) throws {
    let read = spans(try grid(text, named: "a.txt"))
    #expect(read == cells)
  }

  @Test("the same in other encodings", arguments: ["GB18030", "UTF-16LE", "UTF-16BE"])
  func encodings(encoding: String) throws {
    for (text, cells) in Self.drawings.prefix(2) {
      let input = try FormInput(bytes: encoded(text, encoding), name: "a.txt").decoded()
      let read = spans(try PlainTableReader().grids(input))
      #expect(read == cells)
    }
  }

  @Test(
    "every cell the program draws is read with its span", arguments: Array(UInt64(1)...4), [60, 80, 120, 200])
  func drawn(seed: UInt64, width: Int) throws {
    var generator = GeneratedForms(seed: seed)
    let template = try library.template("shanghai-target")
    for _ in 0..<50 {
      let form = generator.form()
      let table = FormTable(form, template: template, details: .belowName)
      let text = PlainTextWriter(options: WritingOptions(width: width)).text(of: form, template: template)
      guard text.contains("┌") else { continue }
      let file = try PlainTableReader().grids(FormInput(bytes: Array(text.utf8), name: "a.txt"))
      let read = Set(file.grids.flatMap(\.cells).map { inked(file.string(of: $0)) })
      for cell in table.blocks.flatMap(\.rows).joined() where !inked(cell.text).isEmpty {
        try #require(read.contains(inked(cell.text)), "\(cell.text)\n\(text)")
      }
    }
  }

  /// What of a text can be seen.
  private func inked(_ text: String) -> String { visible(text).filter { !$0.isWhitespace } }

  /// Texts that want a list to be read again and again.
  static let lists: [(String, String)] = [
    ("one value", "【甲】\n  乙：丙\n  丁：" + String(repeating: "戊\n      ", count: 50_000)),
    ("paragraphs", "【甲】\n  乙：丙\n  丁：\n" + String(repeating: "        戊  \n\n", count: 50_000)),
    ("no blanks", "【甲】\n乙：丙\n丁：" + String(repeating: "戊戊戊戊戊戊戊戊\n", count: 50_000)),
    ("labels", "【甲】\n" + (0..<20_000).map { "  标签\($0)：值\n" }.joined()),
    ("records", "【甲】\n" + (0..<20_000).map { "  标签：值\n    标签\($0)：值\n" }.joined()),
    ("titles", String(repeating: "【甲】\n  乙：丙\n  丁：戊\n", count: 20_000)),
    ("open titles", "【甲】\n  乙：丙\n  丁：戊\n" + String(repeating: "【甲\n", count: 50_000)),
    ("quotes", "【甲】\n  乙：丙\n  丁：戊\n" + String(repeating: "> ", count: 500_000)),
    (
      "depths", "【甲】\n  乙：丙\n  丁：戊\n" + (0..<1_000).map { String(repeating: " ", count: $0) + "己\n" }.joined()
    ),
  ]

  @Test("hostile lists are read in one pass", arguments: lists.indices)
  func hostileLists(index: Int) throws {
    let input = FormInput(bytes: Array(Self.lists[index].1.utf8), name: "a.txt")
    #expect(try !PlainTableReader().grids(input).grids[0].cells.isEmpty)
  }

  @Test("every truncation and many damaged bytes", arguments: [40, 60, 100])
  func damage(width: Int) throws {
    var generator = PlausibleForms(seed: UInt64(width))
    var random = SplitMix64(seed: UInt64(width))
    let template = try library.template("shanghai-target")
    for _ in 0..<20 {
      let form = generator.form()
      let text = PlainTextWriter(options: WritingOptions(width: width)).text(of: form, template: template)
      var bytes = Array(text.utf8)
      let cut = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      _ = try? PlainTableReader().grids(FormInput(bytes: cut, name: "a.txt"))
      for _ in 0..<20 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...127, using: &random)
        let file = try? PlainTableReader().grids(FormInput(bytes: bytes, name: "a.txt"))
        let isWhole = file?.grids.flatMap(\.cells).allSatisfy {
          $0.start < $0.end && $0.end <= file?.text.count ?? 0
        }
        try #require(isWhole != false)
      }
    }
  }

  @Test("hostile texts are read in one pass")
  func hostile() throws {
    let long = String(repeating: "─", count: 1_000_000)
    #expect(try !grid("┌\(long)\n│甲│\n┌──┐\n│乙│\n", named: "a.txt").grids[0].cells.isEmpty)
    let high = "┌──┐\n" + String(repeating: "│甲│\n├──┤\n", count: 50_000)
    #expect(try grid(high, named: "a.txt").grids[0].cells.count == 50_000)
    let tall = "┌──┐\n" + String(repeating: "│甲│\n", count: 100_000)
    #expect(try grid(tall, named: "a.txt").grids[0].cells.count == 1)
    let wide = String(repeating: "┬", count: 10_000)
    #expect(
      try grid("┌─\(wide)\n" + String(repeating: "│\n", count: 500), named: "a.txt").grids[0].cells.count
        == 500)
  }
}
