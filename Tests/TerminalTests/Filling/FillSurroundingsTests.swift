import ChineseText
import Foundation
import TestSupport
import Testing

extension ScreenTests {
  /// The first questions under other locales, terminals and widths.
  @Suite(.serialized) struct FillSurroundings {
    private static let locales: [[String: String]] = [
      ["LANG": "C"], [:], ["LANG": "C.UTF-8"], ["LANG": "zh_CN.UTF-8"],
    ]

    @Test(arguments: locales) func chineseIsRightInEveryLocale(locale: [String: String]) throws {
      try Self.answerTwoQuestions(terminal: "xterm", columns: 80, environment: locale)
    }

    @Test(arguments: ["xterm", "tmux-256color", "linux"], [40, 60, 120])
    func everyTerminalAndWidthWillDo(terminal: String, columns: Int) throws {
      try Self.answerTwoQuestions(terminal: terminal, columns: columns, environment: ["LANG": "C.UTF-8"])
    }

    private static func answerTwoQuestions(
      terminal: String, columns: Int, environment: [String: String]
    ) throws {
      let folder = try TemporaryFolder()
      let screen = try TmuxScreen(
        BuiltProgram.path("jixiao"), ["fill", "表.yaml"], terminal: terminal,
        environment: environment.merging(["HOME": folder.path]) { $1 }, folder: folder.path, columns: columns,
        rows: 40)
      let clerk = Clerk(screen: screen)
      try clerk.answer("年度", "2027")
      try clerk.answer("项目名称", "社区图书自助借还服务（一期）和流动图书车服务")
      try clerk.see("the next question", #_sourceLocation) { $0.line == "项目类别>" }
      for row in screen.latest.rows { #expect(displayWidth(of: row) <= columns, "\(row)") }
      try screen.press("C-d")
      try clerk.see("the goodbye", #_sourceLocation) { $0.text.contains("草稿已保存") }
      #expect(folder.text("表.yaml")?.contains("项目名称: 社区图书自助借还服务（一期）和流动图书车服务\n") == true)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func withoutColourNothingButWordsIsWritten(environment: [String: String]) throws {
      let folder = try TemporaryFolder()
      let program = try PtyProcess(
        BuiltProgram.path("jixiao"), ["fill", "表.yaml"],
        environment: ["HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm"].merging(environment) { $1 },
        folder: folder.path)
      #expect(program.waitFor("年度>"))
      #expect(!program.text.contains("\u{1B}[1m") && !program.text.contains("\u{1B}[3"))
    }
  }
}
