import FormInterview
import FormModel
import TestSupport
import Testing

/// Whatever is typed in whatever order, the interview stands.
@Suite struct RandomSessionTests {
  private static let lines = [
    "", "", "", "2027", "甲", "乙", "≥6台", "提升", "10", "1", "3", "-5", "０", "很多", ":返回", ":略过", ":下一处",
    ":转到 指标",
    ":转到 1", ":转到 2/指标值", ":转到 权重", ":转到 检查", ":转到 年度", ":修改", ":修改 3", ":清空", ":清空 1/指标值", ":增加",
    ":增加 数量", ":增加 质量指标 丙", ":删除", ":删除 1", ":删除 2", ":移动 1 2", ":移动 3 1", ":均分", ":撤销", ":撤销", ":重做",
    ":说明 上级只作定性要求",
    ":解释", ":检查", ":表格", ":进度", ":帮助 均分", ":导出", ":导出 a.md", ":保存", ":编辑器", ":不知道", "：", ":", "\\:甲",
  ]

  @Test(arguments: 0..<40) func anyLinesInAnyOrderLeaveASoundInterview(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var interview = try interview()
    var replayed = Form()
    var history = EditHistory()
    for step in 0..<300 {
      let line = random.pick(Self.lines)
      for case .persist(let entry) in interview.reduce(Action(line: line, pending: interview.pendingText)) {
        entry.replay(form: &replayed, history: &history)
      }
      try #require(replayed == interview.form, "seed \(seed), step \(step): \(line)")
      try #require(history == interview.history)
      try #require(interview.plan.index(of: interview.question) != nil, "seed \(seed), step \(step): \(line)")
      _ = (interview.card, interview.progress, interview.missing, interview.candidates(for: "乙"))
      _ = (interview.candidates(for: ":转到 "), interview.effectiveLine(for: ""), interview.historyName)
      try #require(
        interview.report == interview.engine.check(interview.form), "the findings are those of the form")
    }
  }
}
