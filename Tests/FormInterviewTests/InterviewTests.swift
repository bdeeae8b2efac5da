import FormInterview
import FormModel
import FoundationEssentials
import Testing

@Suite struct InterviewTests {
  /// A form typed from the first question to the last.
  private static let whole = [
    "2027", "自助借还服务", "1", "1月1日", "", "128万元", "", "", "完成 6 台设备布设",
    "设备数量", ">=6台", "", "", "借阅人次增长率", "不低于５％", "", ":均分",
  ]

  @Test func aWholeFormIsAskedInOrder() throws {
    var interview = try interview()
    for line in Self.whole { interview.type(line) }
    #expect(interview.question == .review)
    #expect(interview.form[.category] == "经常性项目")
    #expect(interview.form[.start] == "2027-01-01")
    #expect(interview.form[.moneyUnit] == "元")
    #expect(interview.form[.annualTotal] == "1280000")
    #expect(interview.form[.annualFiscal] == "1280000", "a part takes what is left of its total")
    #expect(interview.form[.annualOther] == nil)
    #expect(interview.form.indicators.map(\.level3) == ["设备数量", "借阅人次增长率"])
    #expect(interview.form.indicators.map { $0.target?.text } == ["≥6台", "≥5%"])
    #expect(interview.form.indicators.map { $0.weight?.value } == [60, 30])
    #expect(interview.type("") == [])
    #expect(interview.question == .output)
    #expect(interview.type("") == [.export(path: "表.html"), .quit(finished: true)])
  }

  @Test func aBlankAnswerNeverErases() throws {
    var interview = try interview(Form(fields: [.project: "旧名"]))
    interview.type(":转到 项目名称", "")
    #expect(interview.form[.project] == "旧名")
    interview.type(":转到 项目名称", ":清空")
    #expect(interview.form[.project] == nil)
    interview.type(":撤销")
    #expect(interview.form[.project] == "旧名")
  }

  @Test(arguments: [("去年", "年度"), ("2月30日", "日期"), ("很多钱", "金额"), ("3", "项目类别")])
  func whatCannotBeStoredStaysForEditing(text: String, label: String) throws {
    let questions: [String: Question] = [
      "年度": .field(.year), "日期": .field(.start), "金额": .field(.annualTotal), "项目类别": .field(.category),
    ]
    var interview = try interview(Form(fields: [.year: "2027"]))
    let destination = ["年度": "年度", "日期": "计划开始日期", "金额": "年度资金申请总额", "项目类别": "项目类别"]
    interview.type(":转到 \(destination[label] ?? "")")
    let before = interview.form
    let effects = interview.type(text)
    #expect(interview.form == before)
    #expect(interview.question == questions[label])
    #expect(interview.pendingText == text)
    guard case .say(let words)? = effects.first else {
      Issue.record("a refusal says why")
      return
    }
    #expect(words.contains(text))
    interview.type(":返回")
    #expect(interview.question != questions[label] || label == "年度", "back works while the answer is invalid")
  }

  @Test func anObjectionAsksAgainAndCanBeKeptCorrectedOrAnsweredFor() throws {
    func atTarget() throws -> Interview {
      var interview = try interview()
      interview.type(":增加 数量指标 设备数量")
      return interview
    }
    var kept = try atTarget()
    let effects = kept.type("提升")
    #expect(effects.contains { if case .objections(let list) = $0 { list.count == 1 } else { false } })
    #expect(kept.question == .cell(row: 0, .target) && kept.pendingText == "提升")
    kept.type("")
    #expect(kept.form.indicators[0].target?.text == "提升" && kept.question != .cell(row: 0, .target))

    var same = try atTarget()
    same.type("提升", "提升")
    #expect(same.question != .cell(row: 0, .target), "Enter on the unchanged text keeps it")

    var corrected = try atTarget()
    corrected.type("提升", "≥6台")
    #expect(corrected.form.indicators[0].target?.text == "≥6台")

    var answered = try atTarget()
    answered.type("提升", ":说明 上级文件只作定性要求")
    #expect(answered.form.suppressions.map(\.rule) == ["vague-target"])
    #expect(answered.form.suppressions.first?.path == "绩效指标/产出指标/数量指标/1/指标值")
  }

  @Test(arguments: [
    ("3:返回", "3", Action.command(.back, argument: "")),
    ("提升：说明 上级只作定性要求", "提升", .command(.reason, argument: "上级只作定性要求")),
    ("3:00", "3", .answer("3:00")), ("比例1:返回", "3", .answer("比例1:返回")), ("提升≥15%", "提升", .answer("提升≥15%")),
  ])
  func aCommandBehindTheTextInTheLineIsACommand(line: String, pending: String, action: Action) {
    #expect(Action(line: line, pending: pending) == action)
  }

  @Test func onlyTheAnswersOwnFindingsAreShown() throws {
    var interview = try interview()
    let effects = interview.type("2027", "自助借还服务")
    #expect(!effects.contains { if case .objections = $0 { true } else { false } })
    #expect(interview.findings.map(\.rule) == ["missing-annual-goal"])
  }

  @Test func lastYearOffersNamesAndTargetsButNoMoney() throws {
    let last = Form(
      fields: [.year: "2026", .project: "自助借还服务", .annualTotal: "900000"],
      indicators: [
        Indicator(level1: "产出", level2: "数量", level3: "设备数量", target: TargetValue("≥5台")),
        Indicator(level1: "产出指标", level2: "数量指标", level3: "布设点数", target: TargetValue("≥3个")),
      ])
    var interview = try interview(lastYear: last)
    #expect(interview.suggestion(for: .field(.year))?.text == "2027")
    #expect(interview.suggestion(for: .field(.project)) == Suggestion("自助借还服务", .lastYear(2026)))
    #expect(interview.suggestion(for: .field(.annualTotal)) == nil)
    interview.type(":转到 数量指标", "")
    #expect(interview.form.indicators.map(\.level3) == ["设备数量"])
    #expect(interview.suggestion(for: interview.question) == Suggestion("≥5台", .lastYear(2026)))
    interview.type("", ":略过")
    #expect(interview.suggestion(for: interview.question) == nil, "what was declined is not offered again")
  }

  @Test func undoAndRedoReachEveryStep() throws {
    var interview = try interview()
    var states = [interview.form]
    for line in Self.whole {
      interview.type(line)
      if interview.form != states.last { states.append(interview.form) }
    }
    for state in states.dropLast().reversed() {
      interview.type(":undo")
      #expect(interview.form == state)
    }
    for state in states.dropFirst() {
      interview.type(":重做")
      #expect(interview.form == state)
    }
  }

  @Test func theJournalReplaysToTheSameForm() throws {
    var interview = try interview()
    var entries: [JournalEntry] = []
    for line in Self.whole + [":删除 1", ":撤销", ":移动 2 1", ":转到 1", "新名称", ""] {
      for case .persist(let entry) in interview.type(line) { entries.append(entry) }
    }
    var (form, history) = (Form(), EditHistory())
    for entry in entries { entry.replay(form: &form, history: &history) }
    #expect(form == interview.form)
    #expect(history == interview.history)
  }

  @Test func journalEntriesSurviveCoding() throws {
    let row = Indicator(level1: "产出指标", level2: "数量指标", level3: "设备数量", target: TargetValue("≥6台"))
    let edits: [Edit] = [
      .field(.project, from: nil, to: "甲"), .cell(row: 2, column: .target, from: "≥1", to: nil),
      .insert(row, at: 0), .remove(row, at: 3), .move(from: 1, to: 2),
      .suppress(Suppression(rule: "a", path: "b", reason: "c"), at: 0),
    ]
    let entries: [JournalEntry] =
      edits.map { .edit($0) } + [
        .edit(.group(edits)), .undo, .redo, .pass(.newRow(level1: "甲", level2: "乙")),
      ]
    for entry in entries {
      let data = try JSONEncoder().encode(entry)
      #expect(try JSONDecoder().decode(JournalEntry.self, from: data) == entry)
    }
  }

  @Test func answersCanBeTakenAllAtOnce() throws {
    var interview = try interview()
    let answers = Form(
      fields: [.year: "２０２７", .project: "甲", .annualTotal: "许多"],
      indicators: [
        Indicator(
          level1: "产出", level2: "数量", level3: "设备数量", target: TargetValue("不低于6台"), weight: Score("10")),
        Indicator(level1: "产出", level2: "没有这一级", level3: "丙"),
      ])
    let (effects, refusals) = interview.take(answers)
    #expect(interview.form[.year] == "2027")
    #expect(interview.form.indicators.map { $0.target?.text } == ["≥6台"])
    #expect(refusals.map(\.path) == [.field(.annualTotal), .indicator(1, .level2)])
    #expect(effects.count == 5)
    #expect(interview.missing.contains("年度资金申请总额"))
  }

  @Test func candidatesAreCommandsNamesAndUnits() throws {
    var interview = try interview(Form(fields: [.project: "采购设备"]))
    #expect(interview.candidates(for: "：撤").map(\.text) == ["：撤销"])
    #expect(interview.candidates(for: ":goto 年度总").map(\.text) == [":goto 年度总目标"])
    interview.type(":增加 数量指标")
    #expect(interview.candidates(for: "设备").map(\.text) == ["设备购置数量"])
    interview.type("设备购置数量")
    #expect(interview.candidates(for: "≥6").map(\.text) == ["≥6台"])
  }
}
