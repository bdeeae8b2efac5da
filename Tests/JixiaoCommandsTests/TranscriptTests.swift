import Testing

@testable import JixiaoCommands

@Suite struct TranscriptTests {
  @Test(arguments: ["2027", "", "#3", "\\#3", "甲\n乙", ":均分", "# 不是说明"])
  func aWrittenLineReadsBack(line: String) {
    let written = Transcript.written(line)
    #expect(!written.contains("\n"))
    let read = Transcript.answer(of: written, isInteractive: false)
    #expect(read?.replacing("⏎", with: "\n") == line)
  }

  @Test func commentsAreNoAnswers() {
    #expect(Transcript.answer(of: "# 基本信息 0/7 年度", isInteractive: false) == nil)
    #expect(Transcript.answer(of: "#3", isInteractive: true) == "#3")
  }
}

@Suite struct ShellTests {
  @Test(arguments: [
    ("lint a.yaml", ["lint", "a.yaml"]), ("  show  “我的 表.yaml” ", ["show", "我的 表.yaml"]),
    ("fill 'a b' --from \"c d\"", ["fill", "a b", "--from", "c d"]), ("", []), ("''", [""]),
  ])
  func wordsAreSplitAtBlanksOutsideQuotes(line: String, words: [String]) {
    #expect(ShellCommand.words(of: line) == words)
  }
}
