import ChineseText
import FormModel
import FormWriting
import Testing

/// The drawn row and its mark.
struct HumanReporterTests {
  private func text(_ findings: [Finding], form: Form = Samples.library) throws -> String {
    try HumanReporter(ReportSamples.setting).text(of: ReportSamples.checked(findings, form: form))
  }

  @Test func theRowIsDrawnWithTheCellMarked() throws {
    let text = try text([ReportSamples.findings[0]])
    #expect(text == Self.expected, "\(text)")
  }

  private static let expected = """
    草稿/图书馆 1.yaml（社区图书自助借还服务）：错误 0，警告 1，提示 0，免检 1

    警告（新） 草稿/图书馆 1.yaml:31:12
      绩效指标/效益指标/可持续影响指标/1/年度指标值
      无法衡量
      ┌──────────┬────────────────┬──────────────┬────────────────┬──────┐
      │ 一级指标 │ 二级指标       │ 三级指标     │ 年度指标值     │ 分值 │
      ├──────────┼────────────────┼──────────────┼────────────────┼──────┤
      │ 效益指标 │ 可持续影响指标 │ 设备运维制度 │ 制度印发并执行 │ 10   │
      └──────────┴────────────────┴──────────────┴────────────────┴──────┘
                                                   ^^^^^^^^^^^^^^
      现在：制度印发并执行　应为：≥__%
      怎么改（要人定）：写出数值
      可写成：办事时限压缩率 ≥__%
      依据：财预〔2021〕101号
      规则：jixiao rules explain vague-target

    """

  /// Every line fits, and the carets stand below the text of the marked cell.
  @Test(arguments: [24, 40, 60, 80, 120]) func linesFit(width: Int) throws {
    let template = try Samples.template()
    for seed in 0..<60 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      var findings = [ReportSamples.finding(at: .field(.annualGoal), found: "完成率")]
      for row in form.indicators.indices {
        findings.append(ReportSamples.finding(at: .indicator(row, .target)))
        findings.append(ReportSamples.finding(at: .indicator(row, .dataSource)))
      }
      var setting = ReportSamples.setting
      setting.width = width
      let text = try HumanReporter(setting).text(of: ReportSamples.checked(findings, form: form))
      for line in text.split(separator: "\n") where displayWidth(of: String(line)) > width {
        Issue.record("seed \(seed): \(line)")
      }
    }
  }

  @Test func aLongGoalIsShownWhereTheFindingIs() throws {
    var form = Samples.library
    form[.annualGoal] = String(repeating: "前", count: 300) + "读者满意" + String(repeating: "后", count: 300)
    let text = try text([ReportSamples.finding(at: .field(.annualGoal), found: "读者满意")], form: form)
    #expect(text.contains("读者满意后"))
    #expect(text.count { $0 == "\n" } < 25)
  }

  @Test func aBudgetCellIsMarked() throws {
    var form = Samples.library
    var line = BudgetLine(line: "total")
    line[.adjusted] = "120"
    line[.executed] = "90"
    line[.rate] = "80%"
    form.budget = [line]
    let text = try text([ReportSamples.finding(at: .budget(0, .rate), found: "80%")], form: form)
    #expect(text.contains("│ 80%"))
    #expect(text.contains("^^^"))
  }

  @Test func severalFormsEndInASummaryByRule() throws {
    let reporter = HumanReporter(ReportSamples.setting)
    let text = ReportSamples.report(
      reporter, of: [try ReportSamples.checked(number: 1), try ReportSamples.checked(number: 2)])
    #expect(text.contains("     6  警告  vague-target  2 张表  指标值只是一个词\n"))
    #expect(text.contains("     4  错误  weight-sum    2 张表  分值合计不对\n"))
    #expect(text.hasSuffix("查了 2 张表：错误 2，警告 6，提示 2；0 张没有问题；免检 2 条\n"), "\(text.suffix(200))")
  }
}
