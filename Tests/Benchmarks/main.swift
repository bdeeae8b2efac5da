import Glibc

/// `jixiao-bench [--strict]`: one line a figure. With `--strict` the status is 1 when one is over its limit.
let single: [() throws -> Figure] = [
  ProcessFigures.version, ProcessFigures.firstPrompt, ProcessFigures.peakMemory, CheckFigures.liveCheck,
]
let measurements = single.map { measure in { [try measure()] } } + HostileFigures.measurements
var isOver = false
for measure in measurements {
  for figure in try measure() {
    print(figure.line)
    fflush(nil)
    isOver = isOver || figure.isOver
  }
}
exit(isOver && CommandLine.arguments.contains("--strict") ? 1 : 0)
