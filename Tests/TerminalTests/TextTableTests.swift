import ChineseText
import TestSupport
import Testing

@testable import Terminal

@Suite struct TextTableTests {
  static let form = TextTable(
    columns: [
      .init("一级指标", mergesRepeats: true), .init("二级指标", mergesRepeats: true), .init("三级指标"), .init("指标值"),
      .init("权重", alignment: .trailing),
    ],
    rows: [
      ["产出指标", "数量指标", "自助借还设备布设数量", "≥6台", "10"],
      ["产出指标", "数量指标", "图书配送次数", "≥104次", "10"],
      ["产出指标", "质量指标", "设备完好率", "≥95%", "10"],
      ["效益指标", nil, "到馆人次增长率", "≥5%", "30"],
    ])

  @Test func drawsMergedCells() {
    #expect(
      Self.form.lines(width: 80) == [
        "┌──────────┬──────────┬──────────────────────┬────────┬──────┐",
        "│ 一级指标 │ 二级指标 │ 三级指标             │ 指标值 │ 权重 │",
        "├──────────┼──────────┼──────────────────────┼────────┼──────┤",
        "│ 产出指标 │ 数量指标 │ 自助借还设备布设数量 │ ≥6台   │   10 │",
        "│          │          ├──────────────────────┼────────┼──────┤",
        "│          │          │ 图书配送次数         │ ≥104次 │   10 │",
        "│          ├──────────┼──────────────────────┼────────┼──────┤",
        "│          │ 质量指标 │ 设备完好率           │ ≥95%   │   10 │",
        "├──────────┼──────────┼──────────────────────┼────────┼──────┤",
        "│ 效益指标 │          │ 到馆人次增长率       │ ≥5%    │   30 │",
        "└──────────┴──────────┴──────────────────────┴────────┴──────┘",
      ])
  }

  @Test func drawsWithASCII() {
    let table = TextTable(columns: [.init("甲"), .init("乙")], rows: [["1", "x"], [nil, "y"]])
    #expect(
      table.lines(width: 20, border: .ascii) == [
        "+----+----+", "| 甲 | 乙 |", "+----+----+", "| 1  | x  |", "|    +----+", "|    | y  |", "+----+----+",
      ])
  }

  @Test func wrapsWithoutPunctuationAtLineStarts() {
    let table = TextTable(columns: [.init("目标")], rows: [["全年服务，方便居民（含老人），满意。"]])
    let lines = table.lines(width: 14)
    #expect(lines.allSatisfy { displayWidth(of: $0) <= 14 })
    #expect(!lines.contains { $0.hasPrefix("│ ，") || $0.hasPrefix("│ ）") || $0.hasPrefix("│ 。") })
  }

  @Test func aMergedCellMayBeTallerThanItsRows() {
    let table = TextTable(columns: [.init(""), .init("")], rows: [["一\n二\n三\n四\n五", "a"], [nil, "b"]])
    #expect(
      table.lines(width: 20) == [
        "┌────┬───┐", "│ 一 │ a │", "│ 二 ├───┤", "│ 三 │ b │", "│ 四 │   │", "│ 五 │   │", "└────┴───┘",
      ])
  }

  @Test func narrowPlacesGetRecords() {
    let lines = Self.form.lines(width: 16)
    #expect(lines.contains("一级指标：产出指") && lines.allSatisfy { displayWidth(of: $0) == 16 }, "\(lines)")
    #expect(lines.filter { $0.contains("一级指标") }.count == 4)
  }

  @Test func emptyTables() {
    #expect(TextTable(columns: [], rows: []).lines(width: 40) == [])
    #expect(TextTable(columns: [.init("甲")], rows: []).lines(width: 40) == ["┌────┐", "│ 甲 │", "└────┘"])
    #expect(TextTable(columns: [.init("")], rows: [[]]).lines(width: 40).count == 3)
  }

  @Test func escapeSequencesAreShown() {
    let table = TextTable(columns: [.init("")], rows: [["\u{1B}[31m红"]])
    #expect(table.lines(width: 40)[1] == "│ ␛[31m红 │")
  }

  /// Whatever the cells and the width: lines of equal width, none too wide, no text lost.
  @Test func lawsOverRandomTables() {
    var random = SplitMix64(seed: 7)
    let words = ["绩效", "≥95%", "（含）", "project", "，", "数量指标", "a", " ", "1280000.00", "“好”", "\n", ""]
    for _ in 0..<600 {
      let count = Int.random(in: 1...5, using: &random)
      let columns = (0..<count).map { index in
        TextTable.Column(
          words[(index * 3) % words.count], alignment: Bool.random(using: &random) ? .leading : .trailing,
          mergesRepeats: Bool.random(using: &random))
      }
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<count).map { _ -> String? in
          guard Int.random(in: 0...4, using: &random) > 0 else { return nil }
          return (0..<Int.random(in: 0...8, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      let width = Int.random(in: 6...110, using: &random)
      let table = TextTable(columns: columns, rows: rows)
      let lines = table.lines(width: width)
      #expect(Set(lines.map { displayWidth(of: $0) }).count == 1, "\(lines)")
      #expect((lines.first.map { displayWidth(of: $0) } ?? 0) <= width)
      let shown = counted(lines.joined())
      let grid = TextTable.Grid(table)
      for (row, texts) in grid.texts.enumerated() {
        for (column, text) in texts.enumerated() where !grid.continues[row][column] {
          for (character, times) in counted(text) where !character.isWhitespace {
            #expect((shown[character] ?? 0) >= times)
          }
        }
      }
    }
  }

  private func counted(_ text: String) -> [Character: Int] {
    text.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
