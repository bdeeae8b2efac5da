import FormModel
import TestSupport
import Testing

@testable import FormReading

/// What a file of one form has to be read with: no other form teaches how it was set.
@Suite("Flowed text: single forms")
struct FlowSingleTests {
  private static let title = "项目支出绩效自评表\n（2026年度）\n项目名称 借还服务\n"
  private static let heads = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
  private static let rows =
    "产出指标\n数量指标\n读者办证 ≥90件 95件 10 10\n借书册数 ≥900册 950册 20 20\n质量指标 图书完好率 ≥95% 96% 20 20\n"

  @Test("A goal with a list ends where the list begins anew")
  func lists() throws {
    let text =
      Self.title + "预期目标 实际完成情况\n全年目标如下:\n1、办理读者证，\n开放馆舍。\n2、借还图书。\n1、办理读者证，开\n放馆舍。\n2、借还图书。\n"
      + Self.heads + Self.rows
    let form = try #require(try FlowedGrids.forms(in: text).first)
    #expect(form[.annualGoal].map(FlowedGrids.bare) == "全年目标如下:1、办理读者证，开放馆舍。2、借还图书。")
    #expect(form[.actualGoal].map(FlowedGrids.bare) == "1、办理读者证，开放馆舍。2、借还图书。")
  }

  @Test("The goals of all years and of one stand side by side")
  func twoGoals() throws {
    let text =
      "项目支出绩效目标申报表\n项目名称 借还服务\n项目总目标(2026年-2028年) 年度总目标\n三年开放馆舍九百天。\n全年开放馆舍三百天。\n项目\n绩效\n目标\n"
      + "一级指标 二级指标 三级指标 年度指标值 分值\n产出指标\n数量指标 开放天数 ≥300天 10\n总分\n绩效\n指标\n"
    let form = try #require(try FlowedGrids.forms(in: text).first)
    #expect(form[.totalGoal] == "三年开放馆舍九百天。")
    #expect(form[.annualGoal] == "全年开放馆舍三百天。")
    #expect(form.indicators.map(FlowedGrids.cells) == ["开放天数|≥300天|10"])
  }

  @Test("Points beside the budget's rate alone make no indicator")
  func points() throws {
    let text =
      "项目支出绩效目标申报表\n项目名称 借还服务\n一级指标 二级指标 三级指标 年度指标值 分值\n产出指标\n数量指标\n开放天数 ≥300天\n办证件数 ≥90件\n"
      + "质量指标 图书完好率 ≥95%\n预算执行率 10\n总分\n"
    let form = try #require(try FlowedGrids.forms(in: text).first)
    #expect(form.indicators.map(FlowedGrids.cells) == ["开放天数|≥300天", "办证件数|≥90件", "图书完好率|≥95%"])
  }

  @Test("Signs that were set narrow do not break a line")
  func narrowSigns() throws {
    let text =
      Self.title + "预期目标 实际完成情况\n推进“通借”\n、\n“通还”的建设。\n“通借”\n、“通还”建成。\n" + Self.heads + Self.rows
    let form = try #require(try FlowedGrids.forms(in: text).first)
    #expect(form[.annualGoal] == "推进“通借”、“通还”的建设。")
    #expect(form[.actualGoal] == "“通借”、“通还”建成。")
  }

  @Test(
    "Labels that are not known have their own values",
    arguments: [
      ("主管部门 临江市图书馆\n项目实施期 2026年1月至2028年12月\n", "临江市图书馆"), ("主管部门\n：临江市图书馆 填报日期：2026年3月\n", "临江市图书馆"),
    ])
  func unknownLabels(_ printed: String, _ department: String) throws {
    let form = try #require(try FlowedGrids.forms(in: Self.title + printed + Self.heads + Self.rows).first)
    #expect(form[.department] == department)
    #expect(form.indicators.count == 3)
  }

  @Test("A list is numbered in one way", arguments: [("1、甲", 1), ("（二）乙", 2), ("十二、丙", 12), ("③丁", 3)])
  func ordinals(_ text: String, _ value: Int) {
    var flow = FlowText()
    let file = GridFile(text: Array(text.utf8))
    flow.append(GridCell(0..<text.utf8.count, row: 0, column: 0), gap: .line, isIndented: false, of: file)
    #expect(FlowOrdinal(flow.scalars[...])?.value == value)
  }

  @Test("A quantity is no number of a list", arguments: ["1.5万元", "2026年", "三年", "、甲"])
  func noOrdinals(_ text: String) {
    #expect(FlowOrdinal(text.unicodeScalars.map(\.value)[...]) == nil)
  }
}
