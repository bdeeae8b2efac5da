import Glibc

/// `jixiao-bench [--strict] [--only start|batch|lint|hostile|compare|emit]`: one line a figure. With `--strict` the status is 1 when one is over its limit.
let single: [() throws -> Figure] = [
  ProcessFigures.version, ProcessFigures.firstPrompt, ProcessFigures.peakMemory, CheckFigures.liveCheck,
]
if let flag = CommandLine.arguments.firstIndex(of: "--forms"), flag + 3 < CommandLine.arguments.count {
  let words = CommandLine.arguments[(flag + 1)...]
  try LintFigures.write(words[flag + 1], words[flag + 2], to: words[flag + 3])
  exit(0)
}
if let flag = CommandLine.arguments.firstIndex(of: "--read"), flag + 1 < CommandLine.arguments.count {
  try BatchReading.run(CommandLine.arguments[flag + 1])
  exit(0)
}
let groups: KeyValuePairs<String, [() throws -> [Figure]]> = [
  "start": single.map { measure in { [try measure()] } }, "batch": BatchFigures.measurements,
  "lint": LintFigures.measurements,
  "hostile": HostileFigures.measurements, "compare": CompareFigures.measurements,
  "emit": EmitFigures.measurements,
]
let wanted = groups.map(\.key).filter(CommandLine.arguments.contains)
let measurements = groups.filter { wanted.isEmpty || wanted.contains($0.key) }.flatMap(\.value)
var isOver = false
for measure in measurements {
  for figure in try measure() {
    print(figure.line)
    fflush(nil)
    isOver = isOver || figure.isOver
  }
}
exit(isOver && CommandLine.arguments.contains("--strict") ? 1 : 0)
