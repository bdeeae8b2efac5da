// Reads lines with the editor and prints what came, so that tests can drive a real terminal.
// Arguments: --prompt TEXT --initial TEXT --history FOLDER --pause MILLISECONDS --plain
import FoundationEssentials
import Glibc
import Terminal

func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
  return arguments[place + 1]
}

func say(_ text: String) {
  print(text)
  fflush(nil)
}

let environment = ProcessInfo.processInfo.environment
let style =
  CommandLine.arguments.contains("--plain")
  ? Style.plain : Style(isTerminal: isatty(STDOUT_FILENO) == 1, environment: environment)
let history = option("--history").map { HistoryStore(folder: $0) } ?? HistoryStore()
let editor = suitableLineEditor(style: style, history: history, environment: environment)
let candidates: [Completion.Candidate] = [
  .init("服务可用性"), .init("服务响应时间"), .init("设备完好率", note: "正常运行的台数 ÷ 总台数"),
  .init("设备布设数量", note: "台"), .init(":progress"),
]
var request = LineRequest(
  prompt: option("--prompt") ?? "> ", initialText: option("--initial") ?? "", history: "probe",
  complete: { before, _ in .matching(before, among: candidates) })

reading: while true {
  switch editor.readLine(request) {
  case .line("内层"):
    let inner = suitableLineEditor(style: style, environment: environment)
    say("内层\(inner.readLine(LineRequest(prompt: "内："))) ")
  case .line(let text): say("得到[\(visible(text))]")
  case .interrupted: say("中断")
  case .endOfInput:
    say("结束")
    break reading
  case .terminated(let signal):
    say("终止\(signal)")
    exit(128 + signal)
  case .failed(let reason): say("失败：\(reason)")
  }
  request.initialText = ""
  usleep(UInt32(option("--pause") ?? "0").map { $0 * 1000 } ?? 0)
}
