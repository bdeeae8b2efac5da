import FormModel
import Foundation
import TestSupport
import Testing

@testable import FormReading

@Suite("Recognition: laws")
struct RecognitionLawTests {
  static let published = [
    "putuo-2023-self-evaluation", "shanghai-2019-self-evaluation", "shanghai-2022-target",
    "shanghai-2024-self-evaluation", "baoshan-2022-self-evaluation",
  ]

  private func read(_ name: String) throws -> [LocatedForm] {
    let path = try #require(SharedFiles.path("forms/\(name).txt"))
    return try FormReader.read(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name: path, spellings: spellings)
  }

  @Test("published forms are read cell by cell", .enabled(if: SharedFiles.arePresent), arguments: published)
  func score(name: String) throws {
    let forms = try read(name)
    let gold = Gold.files.filter { $0.contains(name) }
    #expect(forms.count == gold.count)
    for (form, path) in zip(forms, gold) {
      let want = try #require(try FormReader.read(try Gold.bytes(path), name: path).first).form
      #expect(Set(values(want)).subtracting(values(form.form)).isEmpty, "\(path)")
      #expect(form.form.indicators.count == want.indicators.count, "\(path)")
      #expect(form.form.emptyLevels == want.emptyLevels, "\(path)")
    }
  }

  @Test(
    "every cell is a value, a label or a remark", .enabled(if: SharedFiles.arePresent), arguments: published)
  func honesty(name: String) throws {
    let path = try #require(SharedFiles.path("forms/\(name).txt"))
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let input = FormInput(bytes: bytes, name: path, spellings: spellings)
    let format = try #require(FormReader.format(of: input) as? any GridFormat)
    let missing = try Honesty(try FormReader.read(input)).unsaid(in: try format.grids(input))
    #expect(missing.isEmpty, "\(name): \(missing)")
  }

  @Test("cells of any make are never lost and never a crash", arguments: 0..<60)
  func anyGrid(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let file = anyFile(&random)
    let recogniser = try Recogniser(spellings: spellings)
    for form in recogniser.forms(in: file) {
      let said = values(form.form).joined() + form.remarks.map { plain($0.text) }.joined()
      for grid in file.grids {
        for cell in grid.cells where file.string(of: cell).hasPrefix("值") {
          let text = file.string(of: cell)
          // Each of these texts occurs once: it is in one of the forms or in its remarks.
          let isSaid = recogniser.forms(in: file).contains { other in
            (values(other.form).joined() + other.remarks.map { plain($0.text) }.joined()).contains(text)
          }
          #expect(isSaid || said.isEmpty, "seed \(seed): \(text)")
        }
      }
    }
  }

  /// Rows of labels, levels, numbers and texts in any order.
  private func anyFile(_ random: inout SplitMix64) -> GridFile {
    let words = [
      "项目名称", "主管部门：", "项目资金（万元）", "年初预算数", "全年执行数", "得分", "分值", "年度资金总额", "其他资金", "其中：", "预期目标",
      "实际完成情况", "年度总体目标", "一级指标", "二级指标", "三级指标", "年度指标值", "备注", "产出指标", "数量指标", "成本指标", "社会", "效益指标", "指标",
      "总分", "评价等级", "绩效指标", "项目支出绩效自评表", "（2023年度）", "说明：", "小计", "≥", "台", "90%", "10", "—", "<p>", "(", "：",
      "指标值",
      "计量单位", "计算符号", "单位：万元",
    ]
    var file = GridFile()
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var cells: [GridCell] = []
      for row in 0..<Int.random(in: 1...25, using: &random) {
        for column in 0..<Int.random(in: 1...9, using: &random) where !random.one(in: 3) {
          let text = random.one(in: 3) ? "值\(cells.count)号甲\(file.text.count)" : random.pick(words)
          var cell = GridCell(file.append(text.utf8), row: row * (random.one(in: 9) ? 2 : 1), column: column)
          cell.columnSpan = Int32.random(in: 0...3, using: &random)
          cell.rowSpan = Int32.random(in: 0...3, using: &random)
          cells.append(cell)
        }
      }
      cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
      let source: Grid.Source = random.one(in: 2) ? .sheet("甲") : .table(1)
      file.grids.append(Grid(layout: random.pick([.table, .shifted]), source: source, cells: cells))
    }
    return file
  }

  @Test("a file of spellings that is broken says where")
  func brokenSpellings() {
    let broken = Spellings(files: [.init(path: "T/spellings/a.yaml", text: "columns:\n  level9: [甲]\n")])
    let error = #expect(throws: ReadingError.self) {
      try FormReader.read(Array("甲\t乙\n丙\t丁".utf8), name: "a.txt", spellings: broken)
    }
    #expect(error?.text.contains("T/spellings/a.yaml:2:3") == true)
  }

  @Test("a template that is missing is said to be missing")
  func missingTemplate() {
    let broken = ReadingError(.template(.unknownTemplate("甲", known: [])), in: "a.txt")
    #expect(broken.message.contains("模板") && !broken.message.contains("格式"))
  }

  @Test("a wide row of a hostile file is no row")
  func wideRow() throws {
    let head = "一级指标\t二级指标\t三级指标\t指标值\n"
    let wide = String(repeating: "数量指标\t1\t", count: 20_000)
    let forms = try FormReader.read(Array((head + wide).utf8), name: "a.txt", spellings: spellings)
    #expect(forms.count == 1)
  }
}
