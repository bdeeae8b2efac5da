import FormModel
import Testing

/// The paths that people read, and their way back.
struct FormPathTextTests {
  private static let labels: PathLabels = {
    var labels = PathLabels(
      fields: [.project: "项目名称", .annualGoal: "年度总目标", .annualOther: "其他资金（年度）"],
      columns: [.level3: "三级指标", .target: "年度指标值", .weight: "分值"])
    labels.columnAliases = ["指标值": .target]
    labels.fieldAliases = ["年度目标": .annualGoal]
    labels.levels = [["满意度指标"], ["满意度指标", "服务对象满意度指标"]]
    return labels
  }()

  private static let form = Form(
    budget: [BudgetLine(line: "total", cells: [.rate: "98%"])],
    indicators: [
      Indicator(level1: "产出指标", level2: "数量指标", level3: "设备数量"),
      Indicator(level1: "产出指标", level2: "质量指标", level3: "合格率"),
      Indicator(level1: "产出指标", level2: "数量指标", level3: "场次"),
      Indicator(level1: "投入与管理", level3: "执行率"),
      Indicator(level1: "效益/影响", level2: "1", level3: "人次"),
    ])

  @Test(
    arguments: [
      (.form, "全表"), (.field(.project), "项目名称"), (.field(.annualOther), "其他资金（年度）"),
      (.field("narrative.basis"), "narrative.basis"), (.level("产出指标", nil), "绩效指标/产出指标"),
      (.level("产出指标", "质量指标"), "绩效指标/产出指标/质量指标"), (.indicator(0, nil), "绩效指标/产出指标/数量指标/1"),
      (.indicator(2, .target), "绩效指标/产出指标/数量指标/2/年度指标值"), (.indicator(1, .weight), "绩效指标/产出指标/质量指标/1/分值"),
      (.indicator(3, nil), "绩效指标/投入与管理/1"), (.indicator(4, .level3), "绩效指标/效益/影响/1/1/三级指标"),
      (.indicator(0, .note), "绩效指标/产出指标/数量指标/1/note"), (.budget(0, nil), "预算执行情况/年度资金总额"),
      (.budget(0, .rate), "预算执行情况/年度资金总额/执行率"),
    ] as [(FormPath, String)])
  func `a path prints as people read it and reads back`(path: FormPath, text: String) {
    #expect(path.text(in: Self.form, labels: Self.labels) == text)
    if path != .field("narrative.basis") {
      #expect(FormPath(text, in: Self.form, labels: Self.labels) == path)
    }
  }

  @Test(
    arguments: [
      ("产出指标/数量指标/2/指标值", .indicator(2, .target)), ("绩效指标／产出指标／数量指标／２／指标值", .indicator(2, .target)),
      (" 绩效指标 / 产出指标 / 数量指标 / 1 ", .indicator(0, nil)), ("产出指标", .level("产出指标", nil)),
      ("绩效指标/满意度指标", .level("满意度指标", nil)), ("满意度指标/服务对象满意度指标", .level("满意度指标", "服务对象满意度指标")),
      ("产出指标/质量指标", .level("产出指标", "质量指标")), ("年度目标", .field(.annualGoal)), ("project", .field(.project)),
      ("绩效指标/产出指标/数量指标/3", nil), ("绩效指标/产出指标/数量指标/1/没有", nil), ("", nil), ("没有", nil),
    ] as [(String, FormPath?)])
  func `a path is read in other spellings`(text: String, path: FormPath?) {
    #expect(FormPath(text, in: Self.form, labels: Self.labels) == path)
  }

  @Test func `a row that is gone prints and does not crash`() {
    #expect(FormPath.indicator(99, .target).text(in: Self.form, labels: Self.labels) == "绩效指标")
    #expect(FormPath.budget(99, nil).text(in: Self.form, labels: Self.labels) == "预算执行情况")
  }
}
