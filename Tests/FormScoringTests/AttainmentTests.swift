import FormModel
import FormScoring
import FormTemplates
import Foundation
import Testing

@Suite struct AttainmentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var target: String
    var actual: String
    /// Of a weight of 10, with two decimals; a range as `6…8`.
    var points: String
    var testDescription: String { "\(target) → \(actual)" }
  }

  private static let cases: [Case] = [
    Case(target: "≥95%", actual: "95%", points: "10"), Case(target: "≥95%", actual: "96.5%", points: "10"),
    Case(target: "≥640个", actual: "630个", points: "9.84"),
    Case(target: "≥95.00(%)", actual: "0%", points: "0"),
    Case(target: "=100%", actual: "91.30(%)", points: "9.13"),
    Case(target: "=6台", actual: "8台", points: "10"),
    Case(target: "≥1.5亿条", actual: "15000万条", points: "10"),
    Case(target: "≥2TB", actual: "1024GB", points: "5"), Case(target: "≥1小时", actual: "90分钟", points: "10"),
    Case(target: "≥6台", actual: "5", points: "8.33"),
    Case(target: ">1千小时", actual: "大于", points: "open"), Case(target: "<5秒", actual: "5秒", points: "10"),
    Case(target: "≤4小时", actual: "4小时", points: "10"), Case(target: "≤4小时", actual: "5小时", points: "7.5"),
    Case(target: "≤4小时", actual: "8小时", points: "0"), Case(target: "≤4小时", actual: "80小时", points: "0"),
    Case(target: "=0起", actual: "0起", points: "10"), Case(target: "≤0起", actual: "2起", points: "<10"),
    Case(target: "=0", actual: "1", points: "<10"), Case(target: "≥0个", actual: "0个", points: "10"),
    Case(target: "80%~90%", actual: "85%", points: "10"),
    Case(target: "80%~90%", actual: "95%", points: "open"),
    Case(target: "2023年底", actual: "2023年11月", points: "10"),
    Case(target: "9月底前", actual: "10月8日", points: "open"),
    Case(target: "2 名", actual: "2名", points: "10"), Case(target: "8人", actual: "9人", points: "open"),
    Case(target: "≥6台", actual: "6万元", points: "open"), Case(target: "≥95%", actual: "0.96", points: "open"),
    Case(target: "提升", actual: "达成指标", points: "8…10"),
    Case(target: "及时", actual: "部分达成指标并具有一定效果", points: "6…8"),
    Case(target: "及时", actual: " 未达成年度指标且效果较差 ", points: "0…6"),
    Case(target: "提升", actual: "提升", points: "open"), Case(target: "2023 年底", actual: "达成指标", points: "8…10"),
    Case(target: "≥6台", actual: "", points: "open"), Case(target: "", actual: "6台", points: "open"),
    Case(target: "待定", actual: "6台", points: "open"),
  ]

  @Test(arguments: cases) func pointsOfAResult(_ example: Case) throws {
    let plan = try #require(try Profiles.plan())
    let attainment = plan.attainment(
      of: TargetValue(example.actual), target: TargetValue(example.target), year: 2023)
    #expect(Self.text(plan.points(for: attainment, weight: 10)) == example.points)
  }

  static func text(_ points: ExpectedPoints) -> String {
    switch points {
    case .exactly(let value): "\(value.rounded(decimals: 2))"
    case .between(let low, let high): "\(low)…\(high)"
    case .below(let weight): "<\(weight)"
    case .open: "open"
    }
  }

  /// More of what is wanted never costs points, and no result gets more than the weight.
  @Test func pointsAreMonotonous() throws {
    let plan = try #require(try Profiles.plan())
    for reverse in ScoringPlan.Reverse.allCases {
      for (sign, isRising) in [("≥", true), ("≤", false)] {
        var last: Decimal?
        for actual in 0...400 {
          let attainment = plan.attainment(
            of: TargetValue("\(actual)台"), target: TargetValue("\(sign)100台"))
          guard case .exactly(let points) = plan.points(for: attainment, weight: 7, reverse: reverse) else {
            Issue.record("\(actual)")
            continue
          }
          #expect(points >= 0 && points <= 7)
          if let last { #expect(isRising ? points >= last : points <= last) }
          last = points
        }
      }
    }
  }

  @Test func ratioProfile() throws {
    let plan = try #require(try Profiles.plan())
    let attainment = plan.attainment(of: TargetValue("5小时"), target: TargetValue("≤4小时"))
    #expect(plan.points(for: attainment, weight: 10, reverse: .ratio) == .exactly(8))
  }

  @Test func gradesBeginWhereTheProfileSays() throws {
    let plan = try #require(try Profiles.plan())
    for (total, name) in [(100, "优"), (90, "优"), (89, "良"), (80, "良"), (60, "中"), (59, "差"), (0, "差")] {
      #expect(plan.grade(of: Decimal(total))?.name == name)
    }
    let old = try #require(try Profiles.plan("shanghai-2019"))
    #expect(old.grade(of: 75)?.name == "良好" && old.grade(of: 59)?.name == "不合格")
  }

  @Test func habitsOfRounding() throws {
    let plan = try #require(try Profiles.plan())
    let habits = plan.score
    #expect(habits.verdict(printed: Decimal(492) / 100, exact: Decimal(5) * 630 / 640) == .agrees)
    #expect(habits.verdict(printed: 4, exact: Decimal(5) * 630 / 640) == .explained(.init(.truncated, 0)))
    #expect(habits.verdict(printed: 3, exact: Decimal(string: "4.565") ?? 0) == .differs)
    let baoshan = try #require(try Profiles.plan("baoshan-self-evaluation"))
    let cut = baoshan.executionScore
    #expect(
      cut.verdict(printed: Decimal(string: "7.2") ?? 0, exact: Decimal(string: "7.259") ?? 0) == .agrees)
    #expect(cut.verdict(printed: 7, exact: Decimal(string: "7.259") ?? 0) == .differs)
  }

  @Test func executionOfALine() throws {
    let line = BudgetLine(
      line: "total", cells: [.adjusted: "1,324.40", .executed: "961.44", .weight: "10", .rate: "72.59%"])
    let execution = try #require(Execution(line, unit: .tenThousandYuan))
    #expect(execution.percent?.rounded(decimals: 2) == Decimal(string: "72.59"))
    #expect(execution.points(weight: 10)?.rounded(decimals: 3) == Decimal(string: "7.259"))
    #expect(line.printedRate == Decimal(string: "72.59") && line.score == nil)
    #expect(
      Execution(BudgetLine(line: "total", cells: [.adjusted: "0.00", .executed: "0.00"]), unit: nil)?.percent
        == nil)
    #expect(Execution(BudgetLine(line: "total", cells: [.executed: "3"]), unit: nil) == nil)
  }

  /// The lowest and highest rate of amounts that are rounded themselves: 0.5…1.5 of 9.95…10.05.
  @Test(arguments: [("10.0", "1"), ("10.0万元", "1万元")]) func boundsOfARate(budget: String, executed: String) {
    let line = BudgetLine(line: "total", cells: [.adjusted: budget, .executed: executed])
    let bounds = Execution(line, unit: .tenThousandYuan)?.bounds
    #expect(bounds?.lowerBound.rounded(decimals: 6) == Decimal(string: "4.975124"))
    #expect(bounds?.upperBound.rounded(decimals: 6) == Decimal(string: "15.075377"))
  }

  @Test func exemptRowsLeaveTheBase() throws {
    let plan = try #require(try Profiles.plan())
    var form = Form(kind: .selfEvaluation)
    form.budget = [BudgetLine(line: "total", cells: [.weight: "10", .score: "10"])]
    form.indicators = [("≥6台", "6台", "80", "72"), ("≥90%", "不适用", "10", "")].map {
      target, actual, weight, score in
      var row = Indicator(level1: "产出指标", level3: "设备数", target: TargetValue(target))
      (row[.actual], row[.weight], row[.score]) = (actual, weight, score)
      return row
    }
    let sheet = ScoreSheet(form, plan: plan)
    #expect(sheet.total == 82 && sheet.base == 90)
    #expect(sheet.rescaledTotal?.rounded(decimals: 2) == Decimal(string: "91.11"))
  }
}
