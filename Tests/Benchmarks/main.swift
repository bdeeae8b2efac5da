import Glibc

/// `jixiao-bench [--strict]`: one line a figure. With `--strict` the status is 1 when one is over its limit.
let measurements: [() throws -> Figure] = [
  ProcessFigures.version, ProcessFigures.firstPrompt, ProcessFigures.peakMemory, CheckFigures.liveCheck,
]
var isOver = false
for measure in measurements {
  let figure = try measure()
  print(figure.line)
  fflush(nil)
  isOver = isOver || figure.isOver
}
exit(isOver && CommandLine.arguments.contains("--strict") ? 1 : 0)
