import FormComparison
import FormModel
import FormScoring
import FormTemplates
import TestSupport
import Testing

/// Several years of one project.
@Suite struct TrendTests {
  private static let plan = try? TwofoldPointsTests.plan()

  /// `name|target|actual` a line; without an actual value a target form.
  private func form(_ year: String, _ kind: FormKind, _ lines: [String], name: String? = nil) -> TrendForm {
    var form = Form(kind: kind, fields: [.year: year, .project: "社区图书自助借还服务", .moneyUnit: "万元"])
    form.indicators = lines.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      var row = Indicator(level1: "产出指标", level2: "数量指标", level3: cells[0])
      (row[.target], row[.weight]) = (cells[1], "10")
      if cells.count > 2 { (row[.actual], row[.score]) = (cells[2], "10") }
      return row
    }
    return TrendForm(form: form, name: name ?? "\(kind)-\(year)", plan: kind == .target ? nil : Self.plan)
  }

  private func trend(_ forms: [TrendForm]) -> Trend {
    Trend(
      forms, words: MatchingData.words, habits: TrendHabits(overshoot: 120, fewestResults: 2))
  }

  private static let books = ["自助借还设备布设数量|≥6台", "图书借还册次|≥50000册次"]

  @Test func targetAndResultOfAYearBelongTogether() throws {
    let trend = trend([
      form("2026", .selfEvaluation, ["自助借还设备布设数量|≥6台|5台"]), form("2026", .target, ["自助借还设备布设数量|≥8台"]),
      form("2025", .selfEvaluation, ["自助借还设备布设数量|≥6台|6台"]),
    ])
    #expect(trend.years.map(\.year) == [2025, 2026])
    #expect(trend.years.map { $0.target != nil } == [false, true])
    let series = try #require(trend.series.first)
    #expect(trend.series.count == 1 && series.places.count == 2)
    let row = trend.row(series.places[1])
    #expect(row.target?.text == "≥8台" && row.ownTarget?.text == "≥6台" && row.actual?.text == "5台")
    #expect(row.points?.onApproved?.counted == Decimal(string: "6.25"))
    guard case .measured(let measured)? = row.attainment else {
      Issue.record("not measured")
      return
    }
    #expect(measured.percent == Decimal(string: "62.5"))
  }

  /// Result by year, and whether it is always far above.
  @Test(arguments: [
    (["≥6台|8台", "≥6台|9台"], true), (["≥6台|8台", "≥6台|7台"], false), (["≥6台|7.2台", "≥6台|7.2台"], true),
    (["≥6台|7.19台", "≥6台|9台"], false), (["≥6台|9台"], false), (["≤6台|3台", "≤6台|3台"], false),
    (["≥6台|9台", "≥6台|全部完成", "≥6台|9台"], true), (["≥0台|5台", "≥0台|5台"], false),
    (["6台|9台", "6台|9台"], false), (["＝6台|9台", "＝6台|9台"], true),
  ])
  func overshot(rows: [String], isAlways: Bool) throws {
    let forms = rows.enumerated().map { form("\(2020 + $0)", .selfEvaluation, ["自助借还设备布设数量|" + $1]) }
    let series = try #require(trend(forms).series.first)
    #expect(series.overshot.isEmpty != isAlways, "\(rows)")
  }

  @Test func indicatorsComeGoAndPause() {
    let trend = trend([
      form("2023", .target, ["自助借还设备布设数量|≥6台", "流动书车服务次数|≥48次"]),
      form("2024", .target, ["自助借还设备布设数量|≥6台", "公厕保洁数量|=14座"]),
      form("2025", .target, ["自助借还设备布设数量|≥6台", "流动书车服务次数|≥50次"]),
    ])
    let courses = trend.series.map { series in
      "\(trend.row(series.places[0]).name) \(series.came ?? 0) \(series.went ?? 0) \(series.paused)"
    }
    #expect(courses == ["自助借还设备布设数量 0 0 []", "流动书车服务次数 0 0 [2024]", "公厕保洁数量 2024 2024 []"])
  }

  /// What is only proposed is not joined, and nothing is said of where it went.
  @Test func doubtfulRowsAreNeverJoined() {
    let trend = trend([
      form("2024", .target, ["法人库数据归集量|≥200万条"]), form("2025", .target, ["新增法人库数据归集量|≥200万条"]),
    ])
    #expect(trend.series.count == 2 && trend.doubts.map(\.kind) == [.same])
    #expect(trend.series.allSatisfy { $0.came == nil && $0.went == nil })
    let list = PairList([
      .init(
        approved: .init(level: "数量指标", name: "法人库数据归集量", target: "≥200万条"),
        evaluated: .init(level: "数量指标", name: "新增法人库数据归集量", target: "≥200万条"), decision: .same)
    ])
    let decided = Trend(
      [form("2024", .target, ["法人库数据归集量|≥200万条"]), form("2025", .target, ["新增法人库数据归集量|≥200万条"])],
      words: MatchingData.words, habits: TrendHabits(), decisions: list)
    #expect(decided.series.count == 1 && decided.doubts.isEmpty)
  }

  @Test func aYearTwiceIsSaid() {
    let twice = trend([
      form("2025", .target, Self.books, name: "乙.yaml"), form("2025", .target, Self.books, name: "甲.yaml"),
      form("2026", .target, Self.books),
    ])
    #expect(twice.repeated.map(\.isSame) == [true] && twice.repeated.map(\.forms) == [[0, 1]])
    let other = trend([
      form("2025", .target, [Self.books[0]], name: "2.yaml"),
      form("2025", .target, Self.books, name: "1.yaml"),
      form("２０２６", .target, Self.books), form("", .target, Self.books),
    ])
    #expect(other.repeated.map(\.isSame) == [false] && other.years[0].target == 1)
    #expect(other.undated == [3] && other.years.map(\.year) == [2025, 2026])
  }

  /// A step leads from last year's result to this year's target, rows that are only alike left out.
  @Test func stepsLeadFromResultToTarget() {
    let trend = trend([
      form("2025", .target, Self.books),
      form("2025", .selfEvaluation, [Self.books[1] + "|6万册次", Self.books[0] + "|7台"]),
      form("2026", .selfEvaluation, ["自助借还设备布设数量|≥6台|6台"]), form("2026", .target, Self.books),
    ])
    #expect(trend.step(to: 0) == nil)
    let step = trend.step(to: 1)
    #expect(step?.before == 1 && step?.after == 3)
    #expect(step?.pairs.map { [$0.old, $0.new] } == [[1, 0], [0, 1]])
  }

  /// In which order forms are given does not matter: published and invented rows with some dropped, added, renamed.
  @Test func theOrderOfTheFormsDoesNotMatter() {
    for (number, base) in MatchingData.fictional.enumerated() {
      var forms: [TrendForm] = []
      var rows = base.indicators
      for year in 2021...2025 {
        var form = base
        (form[.year], form.indicators) = ("\(year)", rows)
        forms.append(TrendForm(form: form, name: "\(year)", plan: nil))
        form.kind = .selfEvaluation
        for row in rows.indices { form.indicators[row].actual = rows[row].target }
        forms.append(TrendForm(form: form, name: "\(year)自评", plan: Self.plan))
        rows =
          LabelledPairs(rows, others: MatchingData.fictional[(number + 1) % 3].indicators, seed: UInt64(year))
          .new
      }
      let expected = description(trend(forms))
      for seed in 0..<4 {
        var random = SplitMix64(seed: UInt64(seed))
        #expect(description(trend(forms.shuffled(using: &random))) == expected)
      }
    }
  }

  private func description(_ trend: Trend) -> [String] {
    trend.years.map { "\($0.year) \($0.points?.own.points.map { "\($0)" } ?? "—")" }
      + trend.series.map { series in
        series.places.map { "\($0.year):\($0.row) \(trend.row($0).name)" }.joined(separator: " → ")
          + " \(series.came ?? 0) \(series.went ?? 0) \(series.paused) \(series.overshot)"
      } + trend.doubts.map { "\($0.kind) \($0.older) \($0.newer) \($0.confidence)" }
  }
}
