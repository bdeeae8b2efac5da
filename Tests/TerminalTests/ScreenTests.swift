import CEditline
import Foundation
import TestSupport
import Testing

@testable import Terminal

/// Every test that starts a program on a terminal stands below this one, so that they run in turn.
@Suite(.serialized) struct ScreenTests {
  static let probe = BuiltProgram.path("line-editor-probe")
  static let locale = ["LANG": "zh_CN.UTF-8"]

  /// The screen below earlier rows, compared with the model.
  static func agrees(_ screen: TmuxScreen.Capture, _ model: LineModel, columns: Int, from row: Int = 0)
    -> Bool
  {
    let wanted = model.screen(columns: columns)
    return Array(screen.usedRows.dropFirst(row)) == wanted.rows
      && screen.cursor == (row + wanted.row, wanted.column)
  }

  @Suite(.serialized) struct Editing {
    @Test(arguments: ["xterm", "xterm-256color", "tmux-256color", "linux", "vt100"], [20, 33, 40, 80, 120])
    func randomEditsLookAsTheModelSays(terminal: String, columns: Int) throws {
      let edits = Int(ProcessInfo.processInfo.environment["JIXIAO_EDITS"] ?? "") ?? 24
      var random = SplitMix64(seed: UInt64(columns) &* 31 &+ UInt64(terminal.utf8.count))
      var model = LineModel(prompt: "指标：")
      let screen = try TmuxScreen(
        ScreenTests.probe, ["--prompt", model.prompt], terminal: terminal, environment: ScreenTests.locale,
        columns: columns, rows: 30)
      try #require(try screen.waitFor(model.prompt))
      var done: [String] = []
      for _ in 0..<edits {
        let edit = model.randomEdit(&random)
        model.apply(edit)
        done.append(edit.description)
        try screen.type(edit.bytes)
        let (shown, holds) = try screen.wait(seconds: 10) { ScreenTests.agrees($0, model, columns: columns) }
        try #require(
          holds,
          "after \(done.suffix(6)):\n\(shown)\nwanted \(model.screen(columns: columns))\nline \(model.text)")
      }
      try screen.press("Enter")
      let wanted = "得到[\(enteredText(model.text))]"
      let (shown, holds) = try screen.wait {
        $0.text.filter { !"\n ".contains($0) }.contains(wanted.filter { $0 != " " })
      }
      #expect(holds, "\(wanted) in\n\(shown)")
    }

    /// All at once, as from a fast typist or a slow line: only the end is judged.
    @Test(arguments: ["xterm", "tmux-256color", "linux"], [20, 40])
    func aBurstOfEditsSettles(terminal: String, columns: Int) throws {
      var random = SplitMix64(seed: UInt64(columns) &+ UInt64(terminal.utf8.count))
      var model = LineModel(prompt: "指标：")
      let screen = try TmuxScreen(
        ScreenTests.probe, ["--prompt", model.prompt], terminal: terminal, environment: ScreenTests.locale,
        columns: columns, rows: 30)
      try #require(try screen.waitFor(model.prompt))
      for _ in 0..<4 {
        var bytes = ""
        for _ in 0..<25 {
          let edit = model.randomEdit(&random)
          model.apply(edit)
          bytes += edit.bytes
        }
        try screen.type(bytes)
        let (shown, holds) = try screen.wait(seconds: 10) { ScreenTests.agrees($0, model, columns: columns) }
        #expect(holds, "\(shown)\nwanted \(model.screen(columns: columns))")
      }
    }

    @Test(arguments: ["xterm", "tmux-256color", "linux"])
    func keysOfEveryDialectWork(terminal: String) throws {
      let screen = try TmuxScreen(ScreenTests.probe, terminal: terminal, environment: ScreenTests.locale)
      try #require(try screen.waitFor(">"))
      try screen.type("绩效目标")
      try screen.press("Home", "Right", "DC", "End", "Left", "BSpace", "F5", "PPage", "IC")
      try screen.type("x")
      try screen.press("C-a")
      try screen.type("·×°é")
      try screen.press("C-e")
      try screen.type("。\r")
      #expect(try screen.waitFor("得到[·×°é绩x标。]"))
    }

    @Test func historyIsLeafedThrough() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale)
      try #require(try screen.waitFor(">"))
      try screen.type("第一\r第二\r")
      try #require(try screen.waitFor("得到[第二]"))
      try screen.press("Up", "Up")
      #expect(try screen.wait { $0.usedRows.last == "> 第一" }.holds)
      try screen.press("Down")
      try screen.type("个\r")
      #expect(try screen.waitFor("得到[第二个]"))
    }

    @Test func initialTextCanBeEdited() throws {
      let screen = try TmuxScreen(
        ScreenTests.probe, ["--initial", "第一行\n第二行"], environment: ScreenTests.locale, columns: 40)
      #expect(try screen.wait { $0.usedRows == ["> 第一行⏎第二行"] }.holds)
      try screen.press("BSpace", "BSpace")
      try screen.type("段\r")
      #expect(try screen.waitFor("得到[第一行⏎第段]"))
    }

    /// `jixiao … > FILE`: the conversation goes to standard error.
    @Test func drawsOnStandardErrorWhenOutputGoesToAFile() throws {
      let screen = try TmuxScreen(
        "/bin/sh", ["-c", "'\(ScreenTests.probe)' --prompt 问： >/dev/null"], environment: ScreenTests.locale,
        columns: 20)
      try #require(try screen.waitFor("问："))
      var model = LineModel(prompt: "问：")
      for edit in [.insert("一二三四五六七八九十十一"), LineModel.Edit.left(3), .insert("中"), .backspace, .delete] {
        model.apply(edit)
        try screen.type(edit.bytes)
        #expect(try screen.wait { ScreenTests.agrees($0, model, columns: 20) }.holds, "\(screen.latest)")
      }
    }

    @Test func theWholeLineCanBeClearedAndKilledTextComesBack() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale, columns: 20)
      try #require(try screen.waitFor(">"))
      try screen.type("一二三四五六七八九十十一十二")
      try screen.press("C-u")
      #expect(try screen.wait { $0.usedRows == [">"] && $0.cursor == (0, 2) }.holds, "\(screen.latest)")
      try screen.type("甲乙丙丁")
      try screen.press("Home", "Right", "C-k", "Home", "C-y", "Enter")
      #expect(try screen.waitFor("得到[乙丙丁甲]"), "\(screen.latest)")
    }

    @Test func aPromptTooWideStandsAbove() throws {
      let prompt = "请填写本项目的年度总目标（不少于二十个字）："
      let screen = try TmuxScreen(
        ScreenTests.probe, ["--prompt", prompt], environment: ScreenTests.locale, columns: 40)
      try #require(try screen.waitFor("\n>"))
      try screen.type("目标")
      let (shown, holds) = try screen.wait { $0.usedRows.last == "> 目标" }
      #expect(holds && shown.usedRows.dropLast().joined() == prompt, "\(shown)")
    }
  }
}
