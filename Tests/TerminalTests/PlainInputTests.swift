import Foundation
import Testing

@testable import Terminal

@Suite struct PlainInputTests {
  private static func inputs(_ bytes: [UInt8], count: Int) -> [LineInput] {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(bytes))
    try? pipe.fileHandleForWriting.close()
    let editor = PipeLineEditor(input: pipe.fileHandleForReading.fileDescriptor)
    return (0..<count).map { _ in editor.readLine(LineRequest(prompt: "问：")) }
  }

  @Test(arguments: [
    ("甲\n乙\n", [LineInput.line("甲"), .line("乙"), .endOfInput]),
    ("甲\r\n\r\n乙", [.line("甲"), .line(""), .line("乙"), .endOfInput]),
    ("", [.endOfInput, .endOfInput]),
    ("\n", [.line(""), .endOfInput]),
    ("\u{FEFF}图\u{200B}书\t馆\n", [.line("图书 馆"), .endOfInput]),
    ("一⏎二\n", [.line("一\n二"), .endOfInput]),
    ("e\u{301}\n", [.line("\u{E9}"), .endOfInput]),
  ])
  func linesOfAPipe(text: String, wanted: [LineInput]) {
    #expect(Self.inputs(Array(text.utf8), count: wanted.count) == wanted)
  }

  @Test func brokenLinesAreNamedAndTheNextIsRead() {
    let bytes = Array("好\n".utf8) + [0xBC, 0xA8, 0x0A] + Array("再\n".utf8)
    let inputs = Self.inputs(bytes, count: 4)
    #expect(inputs[0] == .line("好") && inputs[2] == .line("再") && inputs[3] == .endOfInput)
    guard case .failed(let reason) = inputs[1] else {
      Issue.record("\(inputs[1])")
      return
    }
    #expect(reason.contains("第 2 行"))
  }

  @Test func aLongLineArrivesWhole() {
    let line = String(repeating: "绩效目标", count: 5_000)
    let text = Array((line + "\n尾\n").utf8)
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    let thread = Thread {
      writer.write(Data(text))
      try? writer.close()
    }
    thread.start()
    let editor = PipeLineEditor(input: pipe.fileHandleForReading.fileDescriptor)
    #expect(editor.readLine(LineRequest(prompt: "")) == .line(line))
    #expect(editor.readLine(LineRequest(prompt: "")) == .line("尾"))
  }

  @Test func aClosedDescriptorIsAFailure() {
    guard case .failed = PipeLineEditor(input: 9_999).readLine(LineRequest(prompt: "")) else {
      Issue.record("no failure")
      return
    }
  }

  @Test func aScriptAnswersInTurn() {
    let editor = ScriptedLineEditor([.line("甲"), .interrupted])
    #expect(editor.readLine(LineRequest(prompt: "一")) == .line("甲"))
    #expect(editor.readLine(LineRequest(prompt: "二")) == .interrupted)
    #expect(editor.readLine(LineRequest(prompt: "三")) == .endOfInput)
    #expect(editor.requests.map(\.prompt) == ["一", "二", "三"])
  }
}
