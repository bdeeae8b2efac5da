import FormModel
import Testing

@testable import FormReading

/// Rows of flowed text, feature by feature.
@Suite("Flowed text: rows")
struct FlowCaseTests {
  struct Case: Sendable, CustomStringConvertible {
    var what: String
    var rows: String
    /// Cells of a row beside each other, white space left out.
    var cells: [String]
    var description: String { what }

    init(_ what: String, _ rows: String, _ cells: String...) {
      self.what = what
      self.rows = rows
      self.cells = cells
    }
  }

  static let cases = [
    Case("cells on one line", "借还次数 ≥900次 950次 10 10", "借还次数|≥900次|950次|10|10"),
    Case("a name on two lines", "自助借还设备布设和调\n试的完成比例\n\n≥95% 98% 10 10", "自助借还设备布设和调试的完成比例|≥95%|98%|10|10"),
    Case("a target on two lines", "办证时长 10个\n\n工作日\n8个工作日 10 10", "办证时长|10个工作日|8个工作日|10|10"),
    Case("a target cut in two characters", "馆藏更新 提\n\n高\n提高 10 10", "馆藏更新|提高|提高|10|10"),
    Case(
      "a sign alone on its line", "馆藏目录\n≥\n\n15000.00(册)\n15000.00\n\n(册)\n5.00 5.00",
      "馆藏目录|≥15000.00(册)|15000.00(册)|5.00|5.00"),
    Case(
      "a bracket cut open", "数据交换\n≥2000.00(万\n条)\n431500.00(\n万条)\n5.00 4.00",
      "数据交换|≥2000.00(万条)|431500.00(万条)|5.00|4.00"),
    Case(
      "a long result between short cells", "节约办事成本 节约\n部分达成指\n标并具有一\n\n定效果\n10.00 8.00",
      "节约办事成本|节约|部分达成指标并具有一定效果|10.00|8.00"),
    Case("blanks between scripts", "系统 5G 覆盖 >1 千小时 大于 15 15", "系统5G覆盖|>1千小时|大于|15|15"),
    Case(
      "a date on two lines", "完工时间\n2026 年 12 月 31\n日前\n2026 年 11\n月完成\n5 5",
      "完工时间|2026年12月31日前|2026年11月完成|5|5"),
    Case(
      "a note, then a row", "到馆人次 ≥9000人 8000人 10 8\n馆舍修缮闭馆两个月，到馆的\n读者少于往年。\n\n借书册数 ≥100册 120册 5 5",
      "到馆人次|≥9000人|8000人|10|8|馆舍修缮闭馆两个月，到馆的读者少于往年。", "借书册数|≥100册|120册|5|5"),
    Case(
      "a note over a page",
      "到馆人次 ≥9000人 8000人 10 8\n馆舍修缮闭馆两个月，到馆的\n\n— 3 —\n\u{0C}读者少于往年。\n\n借书册数 ≥100册 120册 5 5",
      "到馆人次|≥9000人|8000人|10|8|馆舍修缮闭馆两个月，到馆的读者少于往年。", "借书册数|≥100册|120册|5|5"),
    Case(
      "the number of a page in words", "到馆人次 ≥9000人 8000人 10 8\n\n第 3 页 共 5 页\n\n借书册数 ≥100册 120册 5 5",
      "到馆人次|≥9000人|8000人|10|8", "借书册数|≥100册|120册|5|5"),
  ]

  @Test("are set again", arguments: cases)
  func rows(_ one: Case) throws {
    let text = """
      项目支出绩效自评表
      （2026年度）

      项目名称 借还服务

      一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施

      产出指标

      数量指标 \(one.rows)

      总分 100 90
      """
    let grids = try FlowedGrids(text: text.utf8)
    #expect(grids.indicatorRows(of: 0) == one.cells)
  }

  @Test(
    "have their levels, cut or not",
    arguments: [
      ("效益指标\n\n经济效益指\n标\n\n", "效益指标", "经济效益指标"), ("效益指\n\n标\n\n社会效益\n\n指标\n\n", "效益指标", "社会效益指标"),
      ("满意度\n\n指标\n\n服务对象\n\n满意度指\n\n标\n\n", "满意度指标", "服务对象满意度指标"),
      ("产出指标\n\n成本指标\n", "产出指标", "成本指标"), ("成本指标\n\n经济成本指标\n", "成本指标", "经济成本指标"),
    ])
  func levels(_ printed: String, _ level1: String, _ level2: String) throws {
    let text = """
      项目支出绩效自评表

      项目名称 借还服务

      绩
      效
      指
      标

      一级指

      标
      二级指标 三级指标
      年度

      指标

      值
      实际

      完成值
      分

      值
      得分
      偏差原因分析

      及改进措施

      \(printed)读者办证 ≥90件 95件 10 10

      总分 100 90
      """
    let row = try #require(try FlowedGrids.forms(in: text).first?.indicators.first)
    #expect(row.level1 == level1)
    #expect(row.level2 == level2)
    #expect(FlowedGrids.cells(row) == "读者办证|≥90件|95件|10|10")
  }

  @Test(
    "under two goals side by side",
    arguments: [
      ("完成体检。 完成体检。", "完成体检。", "完成体检。"),
      ("完成全年的借还服务，馆舍开放。\n完成全年的借还\n\n服务。", "完成全年的借还服务，馆舍开放。", "完成全年的借还服务。"),
      ("购置设备，建立体系，按照全市统一\n\n的规范治理。\n\n按照规范\n\n治理。", "购置设备，建立体系，按照全市统一的规范治理。", "按照规范治理。"),
    ])
  func goals(_ printed: String, _ annual: String, _ actual: String) throws {
    let text =
      "项目支出绩效自评表\n\n项目名称 借还服务\n\n年度\n总体\n目标\n\n预期目标 实际完成情况\n\n\(printed)\n\n"
      + "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n产出指标\n\n数量指标 读者办证 ≥90件 95件 10 10\n"
    let form = try #require(try FlowedGrids.forms(in: text).first)
    #expect(form[.annualGoal].map(FlowedGrids.bare) == annual)
    #expect(form[.actualGoal].map(FlowedGrids.bare) == actual)
  }

  @Test("with fewer numbers than heads stand under the right ones")
  func budget() throws {
    let text = """
      项目支出绩效自评表

      项目名称 借还服务

      项目资金
      （万元）

      年初预算数 全年预算数 全年执行数 分值 执行率 得分

      年度资金总额 10.00 3.00 3.00 10 100.00% 10

      其中：当年财政拨款 10.00 3.00 3.00 — —

      上年结转资

      金
      0.00 0.00 0.00 — 0.00% —

      其他资金 — —

      一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分

      产出指标

      数量指标 读者办证 ≥90件 95件 10 10
      """
    let lines = try #require(try FlowedGrids.forms(in: text).first).budget
    let columns: [BudgetLine.Column] = [.initial, .adjusted, .executed, .weight, .rate, .score]
    #expect(
      lines.map { line in columns.map { line[$0] ?? "" }.joined(separator: "|") } == [
        "10.00|3.00|3.00|10|100.00%|10", "10.00|3.00|3.00|—||—", "0.00|0.00|0.00|—|0.00%|—", "|||—||—",
      ])
  }
}
