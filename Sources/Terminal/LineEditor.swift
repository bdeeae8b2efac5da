/// Reads answers from a person, a pipe or a script, one line at a time.
public protocol LineEditor: AnyObject {
  /// Asks and waits for one line.
  func readLine(_ request: LineRequest) -> LineInput
}

/// One question to a ``LineEditor``.
public struct LineRequest {
  /// What stands before the line: plain text, the editor colours it. Only its last line is the
  /// prompt proper; what stands above it is printed once.
  public var prompt: String
  /// Text that stands in the line from the start and can be edited.
  public var initialText: String
  /// The list of former answers that ↑ leafs through and the answer is added to; `nil`: none.
  public var history: String?
  /// What Tab offers. Gets the text before the cursor and the whole line; `nil`: Tab rings the bell.
  public var complete: ((_ textBeforeCursor: String, _ wholeLine: String) -> Completion)?

  public init(
    prompt: String, initialText: String = "", history: String? = nil,
    complete: ((_ textBeforeCursor: String, _ wholeLine: String) -> Completion)? = nil
  ) {
    self.prompt = prompt
    self.initialText = initialText
    self.history = history
    self.complete = complete
  }
}

/// What came of a ``LineRequest``.
public enum LineInput: Equatable, Sendable {
  /// A finished line without its line end; may hold `\n` from a paste. See ``enteredText(_:)``.
  case line(String)
  /// Ctrl-C: the line is abandoned, the program goes on.
  case interrupted
  /// Ctrl-D on an empty line, or no more input.
  case endOfInput
  /// A signal (SIGTERM, SIGHUP, SIGQUIT) asks the program to save and end.
  case terminated(signal: Int32)
  /// This line cannot be read; the reason is in Chinese. Asking again reads the next one.
  case failed(reason: String)
}
