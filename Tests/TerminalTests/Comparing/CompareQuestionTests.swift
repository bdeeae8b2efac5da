import Foundation
import TestSupport
import Testing

extension ScreenTests {
  /// What `compare` asks at a terminal about rows that it is not sure of, and what becomes of the answers.
  @Suite(.serialized) struct CompareQuestions {
    /// Rows as `name|target` in 数量指标.
    private static func form(_ template: String, _ rows: [String]) -> String {
      let lines = rows.map { row in
        let cells = row.split(separator: "|")
        return "      - {三级指标: \(cells[0]), 指标值: \(cells[1])}\n"
      }
      return "模板: \(template)\n年度: 2027\n项目名称: 社区图书自助借还服务\n绩效指标:\n  产出指标:\n    数量指标:\n"
        + lines.joined()
    }

    /// Two of one name and unit, both changed: nobody can tell which is which. And a row that may have become two.
    private static func folder() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.write(
        form("shanghai-target", ["运营成本|≤15%", "运营成本|≤8%", "乔木灌木修剪数量|≥300株"]), to: "申报.yaml")
      try folder.write(
        form(
          "shanghai-self-evaluation",
          ["运营成本|≤12%", "运营成本|≤10%", "乔木修剪数量|≥100株", "灌木修剪数量|≥120株"]), to: "自评.yaml")
      return folder
    }

    private static func start(_ folder: TemporaryFolder, _ arguments: [String] = [], columns: Int = 90) throws
      -> Clerk
    {
      // The shell says when the program is done: only then all of its files are written.
      let line = ([BuiltProgram.path("jixiao"), "compare", "申报.yaml", "自评.yaml"] + arguments).joined(
        separator: " ")
      return Clerk(
        screen: try TmuxScreen(
          "/bin/sh", ["-c", line + "; echo 结束$?"], environment: ["HOME": folder.path, "LANG": "C.UTF-8"],
          folder: folder.path, columns: columns, rows: 100))
    }

    private static func seeEnd(_ clerk: Clerk) throws {
      try clerk.see("the report", #_sourceLocation) {
        $0.text.contains("总分") && $0.text.contains("结束1")
      }
    }

    /// Answers the question that stands above the prompt.
    private static func answer(_ text: String, to question: String, _ clerk: Clerk) throws {
      try clerk.see(question, #_sourceLocation) {
        $0.line == "认定>" && $0.rows.prefix($0.cursor.row).suffix(4).joined().contains(question)
      }
      try clerk.screen.type(text)
      try clerk.see("“\(text)”", #_sourceLocation) { $0.line == "认定> \(text)".trimmedEnd }
      try clerk.screen.press("Enter")
    }

    @Test func answersAreWrittenAndNotAskedAgain() throws {
      let folder = try Self.folder()
      let clerk = try Self.start(folder, ["--pairs", "认定.yaml"])
      try Self.answer("也许", to: "是同一条吗", clerk)
      try clerk.see("the hint", #_sourceLocation) { $0.text.contains("请答 y、n、o、q") }
      try Self.answer("不是", to: "请答 y、n", clerk)
      try Self.answer("y", to: "是同一条吗", clerk)
      try Self.answer("是", to: "是一条拆成了这 2 条吗", clerk)
      try Self.seeEnd(clerk)
      #expect(clerk.screen.latest.text.contains("拆成几条：“乔木灌木修剪数量”"))
      let written = folder.text("认定.yaml") ?? ""
      #expect(written.components(separatedBy: "判断: 不同").count == 2, "\(written)")
      #expect(written.components(separatedBy: "判断: 相同").count == 3, "\(written)")

      let again = try Self.start(folder, ["--pairs", "认定.yaml"])
      try Self.seeEnd(again)
      #expect(!again.screen.latest.text.contains("认定>"), "\(again.screen.latest)")
      #expect(folder.text("认定.yaml") == written)
    }

    @Test func anotherRowOrSeveralCanBeChosen() throws {
      let folder = try Self.folder()
      let clerk = try Self.start(folder, ["--pairs", "认定.yaml"])
      try Self.answer("另选", to: "是同一条吗", clerk)
      try clerk.see("the choices", #_sourceLocation) { $0.line == "序号>" && $0.text.contains("4 灌木修剪数量") }
      try clerk.screen.type("９")
      try clerk.screen.press("Enter")
      try clerk.see("the limits", #_sourceLocation) { $0.text.contains("请输入 1 到 4 的数字") }
      try clerk.screen.type("1，2")
      try clerk.screen.press("Enter")
      try Self.answer("q", to: "是一条拆成了这 2 条吗", clerk)
      try Self.seeEnd(clerk)
      let written = folder.text("认定.yaml") ?? ""
      let wanted = [
        "  自评:", "    - {类别: 数量指标, 三级指标: 运营成本, 指标值: ≤12%}",
        "    - {类别: 数量指标, 三级指标: 运营成本, 指标值: ≤10%}", "  判断: 相同",
      ]
      #expect(written.contains(wanted.joined(separator: "\n")), "\(written)")
      #expect(clerk.screen.latest.text.contains("拆成几条"))
    }

    @Test func whatIsPassedOverIsAskedAgain() throws {
      let folder = try Self.folder()
      for _ in 0..<2 {
        let clerk = try Self.start(folder, ["--pairs", "认定.yaml"])
        try Self.answer("", to: "是同一条吗", clerk)
        try Self.answer("q", to: "是同一条吗", clerk)
        try Self.seeEnd(clerk)
        #expect(folder.text("认定.yaml")?.contains("判断: 相同") == false)
        #expect(folder.text("认定.yaml")?.contains("判断: 待定") == true)
      }
    }

    @Test func interruptedAnswersAreKept() throws {
      let folder = try Self.folder()
      let clerk = try Self.start(folder, ["--pairs", "认定.yaml"])
      try Self.answer("y", to: "是同一条吗", clerk)
      try clerk.see("the next question", #_sourceLocation) {
        $0.line == "认定>" && $0.text.contains("是一条拆成了这 2 条吗")
      }
      try clerk.screen.press("C-c")
      try clerk.see("the end", #_sourceLocation) { $0.text.contains("答过的认定都在 认定.yaml 里") }
      #expect(folder.text("认定.yaml")?.contains("判断: 相同") == true)
    }

    @Test(arguments: [40, 60]) func narrowScreensShowTheWholeQuestion(columns: Int) throws {
      let folder = try Self.folder()
      let clerk = try Self.start(folder, columns: columns)
      try clerk.see("the question", #_sourceLocation) { screen in
        screen.line == "认定>" && screen.rows.joined().contains("都先不定")
      }
      try clerk.screen.press("C-d")
      try Self.seeEnd(clerk)
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
