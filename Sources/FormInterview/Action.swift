/// What the person did with one line.
public enum Action: Sendable, Hashable {
  /// An answer to the question; blank takes the default or goes on.
  case answer(String)
  case command(InterviewCommand, argument: String)
  /// A `:word` that is no command of the interview; the shell may know it.
  case unknownCommand(String, argument: String)
}

extension Action {
  /// Reads a line that may begin with text the person was given to edit: a command typed behind that text is
  /// still the command, so that nobody has to clear the line to go back.
  public init(line: String, pending: String?) {
    if let pending, !pending.isEmpty, line.hasPrefix(pending) {
      let typed = Action(line: String(line.dropFirst(pending.count)))
      if case .command = typed {
        self = typed
        return
      }
    }
    self.init(line: line)
  }

  /// Reads a line. Commands begin with `:` or `：`; `\:` begins an answer with a colon.
  public init(line: String) {
    let text = line.drop { $0 == " " || $0 == "　" }
    guard let first = text.first, first == ":" || first == "：" else {
      self = .answer(text.hasPrefix("\\:") || text.hasPrefix("\\：") ? String(text.dropFirst()) : line)
      return
    }
    let words = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let word = words.first.map(String.init) ?? ""
    let argument = words.count > 1 ? String(words[1]) : ""
    if let command = InterviewCommand(word: word) {
      self = .command(command, argument: argument)
    } else {
      self = .unknownCommand(word, argument: argument)
    }
  }
}
