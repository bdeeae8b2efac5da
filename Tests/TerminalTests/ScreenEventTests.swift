import Foundation
import TestSupport
import Testing

@testable import Terminal

extension ScreenTests {
  /// Paste, completion, resizing, job control.
  @Suite(.serialized) struct Events {
    @Test func pasteKeepsItsLines() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale)
      try #require(try screen.waitFor(">"))
      try screen.type("前后")
      try screen.press("Left")
      try screen.paste("甲\t乙\r\n丙\u{200B}丁\n\u{1B}[31m戊\u{7}\n\n")
      #expect(try screen.wait { $0.usedRows == ["> 前甲 乙⏎丙丁⏎[31m戊后"] }.holds, "\(screen.latest)")
      try screen.press("Enter")
      #expect(try screen.waitFor("得到[前甲 乙⏎丙丁⏎[31m戊后]"))
    }

    @Test func aLongPasteArrivesWhole() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale, columns: 40, rows: 10)
      try #require(try screen.waitFor(">"))
      let text = (1...400).map { "第\($0)句。" }.joined()
      try screen.paste(text)
      try #require(try screen.wait { $0.rows.joined().contains("第400句。") }.holds, "\(screen.latest)")
      try screen.press("Enter")
      #expect(try screen.wait { $0.text.replacingOccurrences(of: "\n", with: "").contains("第400句。]") }.holds)
    }

    @Test func tabCompletesByCharacter() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale, columns: 60)
      try #require(try screen.waitFor(">"))
      try screen.type("指标 服")
      try screen.press("Tab")
      #expect(try screen.wait { $0.usedRows == ["> 指标 服务"] }.holds)
      try screen.press("Tab")
      let list = ["> 指标 服务", "服务可用性    服务响应时间", "> 指标 服务"]
      #expect(
        try screen.wait { $0.usedRows == list && $0.cursor == (2, 11) }.holds, "\(screen.latest)")
      try screen.type("响")
      try screen.press("Tab", "Enter")
      #expect(try screen.waitFor("得到[指标 服务响应时间]"))
    }

    @Test func notesAreListedBesideTheirCandidates() throws {
      let screen = try TmuxScreen(
        ScreenTests.probe, environment: ScreenTests.locale.merging(["NO_COLOR": "1"]) { $1 }, columns: 40)
      try #require(try screen.waitFor(">"))
      try screen.type("设备")
      try screen.press("Tab", "Tab")
      let list = ["> 设备", "设备完好率    正常运行的台数 ÷ 总台数", "设备布设数量  台", "> 设备"]
      #expect(try screen.wait { $0.usedRows == list }.holds, "\(screen.latest)")
    }

    @Test func aListBelowAWrappedLineLeavesTheLineWhole() throws {
      let screen = try TmuxScreen(ScreenTests.probe, environment: ScreenTests.locale, columns: 20)
      try #require(try screen.waitFor(">"))
      try screen.type("一二三四五六七八九十 服务 尾巴很长很长很长")
      for _ in 0..<9 { try screen.press("Left") }
      try screen.press("Tab", "Tab")
      let line = ["> 一二三四五六七八九", "十 服务 尾巴很长很长", "很长"]
      let wanted = line + ["服务可用性", "服务响应时间"] + line
      #expect(
        try screen.wait { $0.usedRows == wanted && $0.cursor == (6, 7) }.holds, "\(screen.latest)")
    }

    @Test(arguments: ["xterm", "tmux-256color"], [(40, 20), (20, 40), (40, 80), (80, 30), (40, 39)])
    func resizingKeepsTheLine(terminal: String, widths: (Int, Int)) throws {
      var model = LineModel(prompt: "目标：")
      let screen = try TmuxScreen(
        ScreenTests.probe, ["--prompt", model.prompt], terminal: terminal, environment: ScreenTests.locale,
        columns: widths.0, rows: 14)
      try #require(try screen.waitFor(model.prompt))
      for edit in [.insert("通过自助借还设备，让居民在家门口借书；全年服务不少于10万人次。"), LineModel.Edit.left(9)] {
        model.apply(edit)
        try screen.type(edit.bytes)
      }
      try #require(
        try screen.wait(seconds: 10) { ScreenTests.agrees($0, model, columns: widths.0) }.holds,
        "\(screen.latest)\nwanted \(model.screen(columns: widths.0))")
      try screen.resize(columns: widths.1, rows: 14)
      let (shown, holds) = try screen.wait { ScreenTests.agrees($0, model, columns: widths.1) }
      #expect(holds, "\(shown)\nwanted \(model.screen(columns: widths.1))")
      model.apply(.insert("又"))
      try screen.type("又")
      #expect(
        try screen.wait(seconds: 10) { ScreenTests.agrees($0, model, columns: widths.1) }.holds,
        "\(screen.latest)\nwanted \(model.screen(columns: widths.1))")
    }

    @Test(arguments: [20, 60])
    func stoppedAndContinued(columns: Int) throws {
      let line = "一二三四五六七八九十十一十二"
      let screen = try TmuxScreen(
        "/bin/bash", ["--norc", "--noprofile", "-i"],
        environment: ScreenTests.locale.merging(["PS1": "$ ", "PATH": "/usr/bin:/bin"]) { $1 },
        columns: columns)
      try #require(try screen.waitFor("$"))
      try screen.type("'\(ScreenTests.probe)'\r")
      try #require(try screen.wait { $0.usedRows.last?.hasPrefix(">") == true }.holds)
      try screen.type(line)
      try screen.press("Left", "Left")
      try #require(try screen.wait { $0.text.filter { $0 != "\n" }.contains("> " + line) }.holds)
      try screen.press("C-z")
      try #require(try screen.waitFor("Stopped"))
      try screen.type("stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo\r")
      #expect(try screen.wait { $0.rows.contains("2") }.holds, "\(screen.latest)")
      try screen.type("fg\r")
      var model = LineModel(prompt: "> ")
      model.apply(.insert(line))
      model.apply(.left(2))
      let wanted = model.screen(columns: columns)
      #expect(
        try screen.wait { $0.usedRows.suffix(wanted.rows.count).elementsEqual(wanted.rows) }.holds,
        "\(screen.latest)")
      try screen.type("回来\r")
      #expect(try screen.waitFor("得到["))
      #expect(try screen.wait { $0.text.filter { $0 != "\n" }.contains("得到[一二三四五六七八九十十一回来十二]") }.holds)
    }

    @Test func anEditorWithinAnotherLeavesTheTerminalInOrder() throws {
      let screen = try TmuxScreen(
        "/bin/bash", ["--norc", "--noprofile", "-i"],
        environment: ScreenTests.locale.merging(["PS1": "$ ", "PATH": "/usr/bin:/bin"]) { $1 })
      try #require(try screen.waitFor("$"))
      try screen.type("'\(ScreenTests.probe)'\r")
      try #require(try screen.wait { $0.usedRows.last?.hasPrefix(">") == true }.holds)
      try screen.type("内层\r")
      try #require(try screen.waitFor("内："))
      try screen.type("里\r外\r")
      #expect(
        try screen.wait { $0.text.contains("line(\"里\")") && $0.text.contains("得到[外]") }.holds,
        "\(screen.latest)")
      try screen.press("C-z")
      try #require(try screen.waitFor("Stopped"))
      try screen.type("stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo\r")
      #expect(try screen.wait { $0.rows.contains("2") }.holds, "\(screen.latest)")
      try screen.type("fg\r")
      try #require(try screen.wait { $0.usedRows.last?.hasPrefix(">") == true }.holds, "\(screen.latest)")
      try screen.press("C-d")
      try #require(try screen.waitFor("结束"))
      try screen.type("stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo -e icrnl | sed s/^/=/\r")
      #expect(try screen.wait { $0.rows.contains("=3") }.holds, "\(screen.latest)")
    }
  }
}
