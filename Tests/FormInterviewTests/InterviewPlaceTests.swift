import FormInterview
import FormModel
import Testing

/// What follows from places that are odd, vanish or move.
@Suite struct InterviewPlaceTests {
  private static func rows(_ targets: String...) -> Form {
    Form(
      fields: [.year: "2027", .annualGoal: "目标"],
      indicators: targets.enumerated().map {
        Indicator(level1: "产出指标", level2: "数量指标", level3: "第\($0)项数量", target: TargetValue($1))
      })
  }

  @Test(arguments: [
    ":转到 /", ":修改 //", ":增加 /", ":清空 /", ":转到 -9223372036854775808", ":删除 －９２２３３７２０３６８５４７７５８０８",
    ":移动 1 -9223372036854775808", ":删除 0", ":转到 99999999999999999999", ":undo", ":redo", ":说明 没有问题的说明",
  ])
  func aPlaceThatIsNoneIsRefused(line: String) throws {
    var interview = try interview(Self.rows("≥1台"))
    let before = interview.form
    #expect(interview.type(line).contains { if case .say = $0 { true } else { false } })
    #expect(interview.form == before)
  }

  @Test(arguments: ["-9223372036854775808", "0", "99"])
  func theReviewTakesOnlyItsNumbers(line: String) throws {
    var interview = try interview()
    interview.type(":转到 检查")
    #expect(interview.type(line).contains { if case .say = $0 { true } else { false } })
  }

  @Test func nextVisitsEveryFindingInTheOrderOfTheQuestions() throws {
    var interview = try interview(Self.rows("提升", "≥2台", "提升", "提升"))
    interview.type(":转到 年度")
    var visited: [Question] = []
    for _ in 0..<4 {
      interview.type(":下一处")
      visited.append(interview.question)
    }
    let target = { Question.cell(row: $0, .target) }
    #expect(visited == [target(0), target(2), target(3), target(0)])
  }

  @Test func aReasonStaysWithItsRow() throws {
    var interview = try interview(Self.rows("≥1台", "提升", "提升"))
    interview.type(":转到 2/指标值", "提升", ":说明 上级文件只作定性要求")
    func answered() -> [String?] { interview.form.suppressions.map(\.path) }
    let path = "绩效指标/产出指标/数量指标/"
    let before = interview.form
    #expect(answered() == [path + "2/指标值"])
    interview.type(":删除 1")
    #expect(answered() == [path + "1/指标值"])
    #expect(interview.findings.map(\.path) == [.indicator(1, .target)])
    interview.type(":移动 1 2")
    #expect(answered() == [path + "2/指标值"])
    interview.type(":删除 2")
    #expect(answered() == [])
    #expect(interview.type(":撤销").contains(.say("已撤销：删除“第1项数量”")))
    interview.type(":撤销", ":撤销")
    #expect(interview.form == before)
  }

  @Test func answersTakenTwiceAreNotRefused() throws {
    var interview = try interview()
    let answers = Form(
      fields: [.year: "２０２７"],
      indicators: [
        Indicator(level1: "产出", level2: "数量", level3: "设备数量", target: TargetValue("不低于6台"))
      ])
    _ = interview.take(answers)
    let form = interview.form
    let (effects, refusals) = interview.take(answers)
    #expect(effects == [] && refusals == [])
    #expect(interview.form == form)
  }
}
