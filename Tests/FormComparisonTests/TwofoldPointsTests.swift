import BundledData
import FormComparison
import FormModel
import FormTemplates
import Foundation
import TestSupport
import Testing

/// Points on the approved targets and on the self-evaluation's own.
@Suite struct TwofoldPointsTests {
  static let templates = TemplateLibrary(
    BundledData.files(under: "Templates").map { file in TemplateFile(path: file.path, text: file.text) })

  static func plan(_ id: String = "shanghai-self-evaluation") throws -> ScoringPlan {
    try #require(try templates.template(id).scoring)
  }

  static func row(
    _ name: String, _ target: String, _ actual: String?, _ weight: String, _ score: String? = nil
  ) -> Indicator {
    var row = Indicator(level1: "产出指标", level2: "数量指标", level3: name)
    (row[.target], row[.actual], row[.weight], row[.score]) = (target, actual, weight, score)
    return row
  }

  static func points(_ approved: [Indicator], _ evaluated: [Indicator]) throws -> TwofoldPoints {
    var (before, after) = (Form(kind: .target), Form(kind: .selfEvaluation))
    for form in [FieldKey.year] { (before[form], after[form]) = ("2027", "2027") }
    (before.indicators, after.indicators) = (approved, evaluated)
    return TwofoldPoints(
      Comparison(approved: before, evaluated: after, words: MatchingData.words), plan: try plan())
  }

  // MARK: By hand

  private static let cases = PointCases.text.split(separator: "\n").map { line in
    line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  @Test func atLeastTwoHundredCases() { #expect(Self.cases.count >= 200) }

  @Test(arguments: cases) func pointsOfAResult(_ cells: [String]) throws {
    let row = Self.row("指标", cells[0], cells[1], cells[2])
    let found = try Self.points([row], [row])
    let own = try #require(found.rows.first?.own)
    let text: String =
      switch own.expected {
      case .exactly: own.counted.map { "\($0)" } ?? "?"
      case .between(let low, let high): "\(low)…\(high)"
      case .below(let weight): "<\(weight)"
      case .open: "open"
      }
    #expect(text == cells[3], "\(own.line)")
    #expect(found.rows.first?.onApproved == own)
  }

  @Test(arguments: ["≥", ">", "=", "≤", "<"]) func everySignIsMetMissedAndHeldAgainstNothing(sign: String) {
    let own = Self.cases.filter { $0[0].hasPrefix(sign) && Decimal(string: $0[2]) != nil }
    #expect(own.contains { $0[3] == $0[2] }, "met")
    #expect(own.contains { Decimal(string: $0[3]) != nil && $0[3] != $0[2] && $0[3] != "0" }, "missed")
    #expect(
      own.contains {
        ["0", "0.00", "0%"].contains(String($0[0].dropFirst().prefix { $0.isNumber || $0 == "." }))
      })
  }

  @Test func everyKindOfTargetIsThere() {
    func count(_ holds: (TargetValue.Meaning) -> Bool) -> Int {
      Self.cases.count { holds(TargetValue($0[0]).meaning) }
    }
    #expect(count { if case .range = $0 { true } else { false } } >= 10)
    #expect(count { if case .date = $0 { true } else { false } } >= 10)
    #expect(count { if case .qualitative = $0 { true } else { false } } >= 5)
    let scaled = count { meaning in
      guard case .quantity(let quantity) = meaning else { return false }
      return quantity.unit?.text.first.map { "千万百亿".contains($0) } ?? false
    }
    #expect(scaled >= 15, "\(scaled)")
    #expect(Self.cases.count { $0[3].contains("…") } >= 10, "bands")
  }

  @Test(arguments: PointCases.byPlan) func pointsByThePlan(_ example: PointCases.ByPlan) throws {
    var plan = try Self.plan()
    plan.reverse = example.reverse
    plan.score = RoundingHabits(accepted: [example.rounding], explained: [])
    let row = Self.row("指标", example.target, example.actual, example.weight)
    var form = Form(kind: .selfEvaluation)
    (form[.year], form.indicators) = ("2027", [row])
    let own = TwofoldPoints(Comparison(ofOwnTargets: form, words: MatchingData.words), plan: plan).rows.first?
      .own
    #expect(own?.counted.map { "\($0)" } ?? "open" == example.points, "\(own?.line ?? "")")
  }

  // MARK: Lines

  private static let lines = [
    ("≥640.00(个)", "630.00(个)", "5.00", "4.00", "630 ÷ 640 × 5 = 4.92，自评 4.00，差 −0.92"),
    ("≥6台", "6台", "10", "10", "实际 6台，达到 ≥6台，得满分 10，自评 10.00，一致"),
    ("≥6台", "7台", "10", "9.5", "实际 7台，达到 ≥6台，得满分 10，自评 9.50，差 −0.50"),
    ("≥1.5亿条", "12000万条", "10", "8", "1.2 ÷ 1.5 × 10 = 8，自评 8.00，一致"),
    ("≤4小时", "5小时", "10", "10", "(1 − (5 − 4) ÷ 4) × 10 = 7.5，自评 10.00，差 +2.50"),
    ("≤4小时", "9小时", "10", "0", "(1 − (9 − 4) ÷ 4) × 10 = 0（不低于 0），自评 0.00，一致"),
    ("=0起", "2起", "5", "3", "目标为 0，实际 2起，不得满分 5，没有规定扣多少，照自评计 3.00"),
    ("=0起", "2起", "5", "5", "目标为 0，实际 2起，不得满分 5，没有规定扣多少，自评 5.00，偏高"),
    ("提升", "达成指标", "10", "9", "“达成年度指标”：10 × 80%～100% = 8～10，自评 9.00，一致"),
    ("提升", "达成指标", "10", "7", "“达成年度指标”：10 × 80%～100% = 8～10，自评 7.00，差 −1.00"),
    ("≤3天", "3个工作日", "10", "10", "实际 3个工作日 与目标 ≤3天 单位不同，无法换算，照自评计 10.00"),
    ("≥6台", "不适用", "10", "", "不适用，不计入总分"), ("≥6台", "6台", "十分", "10", "分值“十分”不是数，无法计算"),
  ]

  @Test(arguments: lines)
  func arithmeticIsShown(
    _ target: String, _ actual: String, _ weight: String, _ score: String, _ line: String
  ) throws {
    let row = Self.row("指标", target, actual, weight, score)
    #expect(try Self.points([row], [row]).rows.first?.own?.line == line)
  }

  // MARK: Twice

  @Test func aLoweredTargetIsWorthWhatItHides() throws {
    let approved = [Self.row("甲数量", "≥8台", nil, "60"), Self.row("乙完成率", "=100%", nil, "40")]
    let found = try Self.points(
      approved, [Self.row("甲数量", "≥6台", "6台", "60", "60"), Self.row("乙完成率", "=100%", "100%", "40", "40")])
    #expect(found.own.points == 100 && found.approved.points == 85 && found.worth == 15)
    #expect(found.own.grade == "优" && found.approved.grade == "良")
  }

  @Test func movedPointsCount() throws {
    let found = try Self.points(
      [Self.row("甲数量", "≥8台", nil, "60"), Self.row("乙完成率", "=100%", nil, "40")],
      [Self.row("甲数量", "≥8台", "4台", "20", "10"), Self.row("乙完成率", "=100%", "100%", "80", "80")])
    #expect(found.own.points == 90 && found.approved.points == 70 && found.worth == 20)
  }

  @Test func aDroppedRowLosesItsPointsAndAnAddedOneGivesNone() throws {
    let found = try Self.points(
      [Self.row("甲数量", "≥8台", nil, "60"), Self.row("读者满意度", "≥90%", nil, "40")],
      [Self.row("甲数量", "≥8台", "8台", "60", "60"), Self.row("宣传册印发", "≥500册", "500册", "40", "40")])
    #expect(found.own.points == 100 && found.approved.points == 60)
    #expect(found.rows.last?.onApproved?.basis == .lost)
  }

  @Test func aSplitRowCountsAsTheOneThatWasApproved() throws {
    let approved = [Self.row("站点建设数量", "≥30个", nil, "60"), Self.row("乙完成率", "=100%", nil, "40")]
    let rest = Self.row("乙完成率", "=100%", "100%", "40", "40")
    func points(_ first: String, _ second: String) throws -> TwofoldPoints {
      try Self.points(
        approved,
        [
          Self.row("站点建设数量（东片）", "≥12个", first, "30", "30"),
          Self.row("站点建设数量（西片）", "≥18个", second, "30", "30"), rest,
        ])
    }
    let kept = try points("12个", "18个")
    #expect(kept.own.points == 100 && kept.approved.points == 100 && kept.worth == 0)
    let moved = try points("10个", "20个")
    #expect(moved.own.points == 95 && moved.approved.points == 100, "30 were promised and 30 were built")
    let missed = try points("12个", "12个")
    #expect(missed.own.points == 90 && missed.approved.points == 88)
    #expect(missed.rows.map(\.isPart) == [true, true, false, false])
    #expect(missed.rows.last?.onApproved?.line == "24 ÷ 30 × 60 = 48，自评 60.00，差 +12.00")
    let unclear = try points("12个", "已建成")
    #expect(unclear.rows.count == 3 && unclear.rows[0].onApproved == unclear.rows[0].own)
  }

  @Test func mergedRowsCountAsTheyWereApprovedTogether() throws {
    let approved = [
      Self.row("站点建设数量（东片）", "≥12个", nil, "30"), Self.row("站点建设数量（西片）", "≥18个", nil, "30"),
      Self.row("乙完成率", "=100%", nil, "40"),
    ]
    let found = try Self.points(
      approved,
      [Self.row("站点建设数量", "≥30个", "24个", "50", "40"), Self.row("乙完成率", "=100%", "100%", "50", "50")])
    #expect(found.own.points == 90 && found.approved.points == 88)
    #expect(found.rows[0].onApproved?.line == "24 ÷ 30 × 60 = 48")
  }

  @Test func withoutApprovedWeightsThoseOfTheSelfEvaluationCount() throws {
    var approved = Self.row("甲数量", "≥8台", nil, "60")
    approved.weight = nil
    let found = try Self.points([approved], [Self.row("甲数量", "≥4台", "4台", "60", "60")])
    #expect(!found.hasApprovedWeights)
    #expect(found.own.points == 60 && found.approved.points == 30)
    #expect(found.worth == 50, "on a scale of 100")
  }

  @Test func executionIsWorkedOutAnew() throws {
    var form = Form(kind: .selfEvaluation)
    form[.moneyUnit] = "万元"
    form.budget = [
      BudgetLine(
        line: "total", cells: [.initial: "1,324.40", .executed: "961.44", .weight: "10", .score: "7.2"])
    ]
    form.indicators = [Self.row("甲数量", "≥8台", "8台", "90", "90")]
    let own = Comparison(ofOwnTargets: form, words: MatchingData.words)
    let found = TwofoldPoints(own, plan: try Self.plan())
    #expect(found.execution?.line == "961.44 ÷ 1324.4 ≈ 72.59%，× 10 = 7.26，自评 7.20，差 −0.06")
    #expect(found.own.points == Decimal(string: "97.26") && found.own == found.approved && found.worth == 0)
    let cut = TwofoldPoints(own, plan: try Self.plan("baoshan-self-evaluation"))
    #expect(cut.own.points == Decimal(string: "97.2"))
  }

  // MARK: Published self-evaluations

  private static let files: [URL] = {
    guard let path = SharedFiles.path("forms/gold") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.contains("self-evaluation") && $0.hasSuffix(".json") }.sorted()
      .map { URL(fileURLWithPath: path + "/" + $0) }
  }()

  @Test(arguments: files) func totalsAgreeWithWholeNumbers(_ file: URL) throws {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let form = PublishedForm.form(json)
    let all = try Self.templates.ids.map { try Self.templates.template($0) }
    let template = try #require(form.recognisedTemplate(among: all))
    let plan = try Self.plan(template.id)
    let found = TwofoldPoints(Comparison(ofOwnTargets: form, words: MatchingData.words), plan: plan)
    let wanted = WholeNumberTotals(json, cutsExecution: template.id == "baoshan-self-evaluation")
    #expect(
      found.own.points.map { $0 * 10_000 } == wanted.total.map { Decimal($0) }, "\(file.lastPathComponent)")
    #expect(found.own == found.approved)
  }
}
