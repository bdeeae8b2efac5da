import Glibc

/// The editor for this process's standard input: line editing on a terminal, plain prompts on a
/// terminal that can do nothing, silent reading of a pipe or file.
public func suitableLineEditor(
  style: Style, history: HistoryStore = HistoryStore(), environment: [String: String]
) -> any LineEditor {
  if let editor = EditlineEditor(style: style, history: history, environment: environment) { return editor }
  let output = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : STDERR_FILENO
  return PipeLineEditor(promptsOn: isatty(STDIN_FILENO) == 1 ? output : nil, signals: CaughtSignals())
}
