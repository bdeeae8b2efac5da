import Foundation
import TestSupport
import Testing

@testable import Terminal

extension ScreenTests {
  /// Signals, ends of input and locales, judged by what the program says.
  @Suite(.serialized) struct Endings {
    static func start(_ arguments: [String] = [], _ environment: [String: String] = ["LANG": "C.UTF-8"])
      throws
      -> PtyProcess
    {
      let all = environment.merging(["TERM": "xterm", "SWIFT_BACKTRACE": "enable=no"]) { given, _ in given }
      return try PtyProcess(ScreenTests.probe, arguments, environment: all)
    }

    @Test(arguments: [
      ["LANG": "C"], [:], ["LANG": "C.UTF-8"], ["LANG": "zh_CN.UTF-8"], ["LANG": "zh_CN.GBK"],
      ["LC_ALL": "POSIX"],
    ])
    func chineseInEveryLocale(environment: [String: String]) throws {
      let process = try Self.start(["--prompt", "项目名称："], environment)
      try #require(process.waitFor("："))
      process.type("图书自助借还\r")
      #expect(process.waitFor("得到[图书自助借还]"))
      process.type("\u{4}")
      #expect(process.exitStatus() == 0)
    }

    @Test func interruptAbandonsTheLine() throws {
      let process = try Self.start()
      try #require(process.waitFor(">"))
      process.type("不要")
      try #require(process.waitFor("要"))
      process.type("\u{3}")
      #expect(process.waitFor("中断"))
      process.type("要\r")
      #expect(process.waitFor("得到[要]"))
    }

    @Test func endOfInputOnlyOnAnEmptyLine() throws {
      let process = try Self.start()
      try #require(process.waitFor(">"))
      process.type("字\u{4}词\r")
      #expect(process.waitFor("得到[字词]"))
      process.type("\u{4}")
      #expect(process.exitStatus() == 0)
      #expect(process.text.contains("结束"))
    }

    @Test func typedAheadEndIsKept() throws {
      let process = try Self.start(["--pause", "300"])
      try #require(process.waitFor(">"))
      process.type("一\r")
      try #require(process.waitFor("得到[一]"))
      process.type("二\r\u{4}")
      #expect(process.exitStatus() == 0)
      #expect(process.text.contains("得到[二]") && process.text.contains("结束"))
    }

    @Test func typedBeforeTheStartIsKept() throws {
      let process = try Self.start(["--prompt", "问："])
      process.type("早\r\u{4}")
      #expect(process.exitStatus() == 0)
      #expect(process.text.contains("得到[早]") && process.text.contains("结束"), "\(process.text)")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func requestsToEndReachTheProgram(signal: Int32) throws {
      let process = try Self.start()
      try #require(process.waitFor(">"))
      process.type("半句")
      try #require(process.waitFor("句"))
      process.signal(signal)
      #expect(process.exitStatus() == 128 + signal)
      #expect(process.text.contains("终止\(signal)"))
      #expect(process.text.contains("\u{1B}[?2004l"))
    }

    @Test func aLostTerminalEndsTheProgram() throws {
      let process = try Self.start()
      try #require(process.waitFor(">"))
      process.type("半句")
      try #require(process.waitFor("句"))
      process.hangUp()
      #expect(process.exitStatus() == 128 + SIGHUP)
    }

    @Test func aTerminalLostBetweenTwoLinesEndsTheProgram() throws {
      let process = try Self.start(["--pause", "300"])
      try #require(process.waitFor(">"))
      process.type("一\r")
      try #require(process.waitFor("得到[一]"))
      process.hangUp()
      #expect(process.exitStatus() == 128 + SIGHUP)
    }

    @Test func aTerminalWithoutAbilitiesGetsPlainPrompts() throws {
      let process = try Self.start(["--prompt", "问："], ["TERM": "dumb"])
      try #require(process.waitFor("问："))
      process.type("答\n")
      #expect(process.waitFor("得到[答]"))
      #expect(!process.output.contains(0x1B))
    }

    @Test func signalsReachPlainReadingToo() throws {
      let process = try Self.start(["--prompt", "问："], ["TERM": "dumb"])
      try #require(process.waitFor("问："))
      process.type("\u{3}")
      #expect(process.waitFor("中断"))
      process.signal(SIGTERM)
      #expect(process.exitStatus() == 128 + SIGTERM)
      #expect(process.text.contains("终止15"))
    }

    @Test func anUnknownTerminalIsTakenForXterm() throws {
      let process = try Self.start(["--prompt", "问："], ["TERM": "terminal-of-next-year"])
      try #require(process.waitFor("："))
      process.type("答复\u{1B}[D\u{7F}应\r")
      #expect(process.waitFor("得到[应复]"))
      #expect(!process.text.contains("No entry"))
    }

    @Test func brokenBytesAreShownAndBell() throws {
      let process = try Self.start()
      try #require(process.waitFor(">"))
      process.send([0xBC, 0xE8, 0xBC, 0x61, 0x0D])
      #expect(process.waitFor("得到[\u{FFFD}\u{FFFD}a]"), "\(process.text)")
    }

    @Test func pasteIsAskedForOnlyWhileReading() throws {
      let process = try Self.start(["--pause", "200"])
      try #require(process.waitFor("\u{1B}[?2004h"))
      process.type("一\r")
      try #require(process.waitFor("得到[一]"))
      #expect(process.text.components(separatedBy: "得到")[0].hasSuffix("\u{1B}[?2004l"))
    }
  }
}
