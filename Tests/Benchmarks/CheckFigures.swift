import BundledData
import FormInterview
import FormModel
import FormRules
import FormTemplates

/// All rules on a large form, at every edit.
enum CheckFigures {
  private static let rows = 200
  private static let edits = 2_000
  private static let warmUps = 100

  /// From the line that was typed to the objections, in a form of 200 indicators.
  static func liveCheck() throws -> Figure {
    var interview = try interview()
    let texts = ["≥95%", "6台以上", "提升", "2027年9月底前", "≤4小时", "优", "不低于90%", "=100%"]
    var samples: [Double] = []
    for edit in -warmUps..<edits {
      let row = (edit + warmUps) * 7 % rows
      _ = interview.reduce(.command(.goto, argument: "\(row + 1)/年度指标值"))
      guard interview.question == .cell(row: row, .target) else { throw Failure.questionNotFound(row) }
      let time = milliseconds { _ = interview.reduce(.answer(texts[(edit + warmUps) % texts.count])) }
      if edit >= 0 { samples.append(time) }
    }
    let name = "live check, \(interview.engine.rules.rules.count) rules × \(rows) rows"
    return Figure(name: name, unit: "ms", limit: 16, samples: samples, statistic: .p99)
  }

  private enum Failure: Error { case questionNotFound(Int) }

  private static func interview() throws -> Interview {
    let templates = TemplateLibrary(
      BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) })
    let template = try templates.template("shanghai-target")
    let rules = try RuleSet(
      files: BundledData.files(under: "Rules").map { RuleFile(path: $0.path, text: $0.text) })
    let engine = try RuleEngine(rules: rules, template: template)
    return Interview(form: form, engine: engine, context: .init(outputName: "表.html"))
  }

  private static var form: Form {
    let groups = [
      ("产出指标", "数量指标", "培训场次", "≥12场"), ("产出指标", "质量指标", "验收合格率", "=100%"),
      ("产出指标", "时效指标", "完成时间", "2027年9月底前"), ("产出指标", "成本指标", "单台采购价格", "≤8万元"),
      ("效益指标", "社会效益指标", "受益居民人数", "≥5000人"), ("满意度指标", "服务对象满意度指标", "居民满意度", "≥90%"),
    ]
    var form = Form(
      kind: .target, template: "shanghai-target",
      fields: [
        .year: "2027", .project: "社区图书自助借还服务", .category: "经常性项目", .department: "某区文化和旅游局",
        .implementingUnit: "某区图书馆", .start: "2027-01-01", .end: "2027-12-31", .moneyUnit: "元",
        .projectTotal: "1280000", .annualTotal: "1280000",
        .annualGoal: "2027年布设自助借还设备6台，全年培训不少于12场，9月底前完成，居民满意度90%以上",
      ])
    form.indicators = (0..<rows).map { row in
      let (level1, level2, name, target) = groups[row * groups.count / rows]
      return Indicator(
        level1: level1, level2: level2, level3: "第\(row + 1)街道\(name)", target: TargetValue(target),
        weight: Score(row < 100 ? "0.4" : "0.5"))
    }
    return form
  }
}
