import CEditline
import ChineseText
import Glibc

/// Edits lines on a terminal with libedit, right with Chinese text, wrapped lines and pastes.
///
/// It reads standard input. A second one may be opened and closed between two lines of the first. It catches signals from its creation on; a program that
/// works long between two questions looks at ``signals``. The terminal gets its settings back in
/// ``close()``, at the latest when the process exits.
public final class EditlineEditor: LineEditor {
  /// Signals that came and were not yet answered by a ``LineInput``.
  public let signals: CaughtSignals
  private let session: EditSession
  private let history: HistoryStore
  private let style: Style
  private var isOpen = true

  /// Sets the process's character set to UTF-8 and the terminal up for editing.
  ///
  /// `nil` when standard input is no terminal, nothing to draw on is one, the terminal can do nothing
  /// (`TERM` unset or `dumb`), or libedit refuses.
  ///
  /// - Parameter environment: `TERM`, `TERMINFO` and what tells one terminal from another.
  public init?(style: Style, history: HistoryStore = HistoryStore(), environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, terminal != "dumb", !terminal.isEmpty else { return nil }
    guard let output = [STDOUT_FILENO, STDERR_FILENO].first(where: { isatty($0) == 1 }) else { return nil }
    guard cel_use_utf8_locale(), let signals = CaughtSignals() else { return nil }
    let kind = TerminalKind(environment: environment)
    guard let session = EditSession(output: output, kind: kind, signals: signals, style: style) else {
      return nil
    }
    self.session = session
    self.signals = signals
    self.history = history
    self.style = style
  }

  public func readLine(_ request: LineRequest) -> LineInput {
    guard isOpen else { return .failed(reason: Messages.editorUnavailable) }
    let former = request.history.map { history.lines(of: $0) } ?? []
    let input = session.readLine(request, former: former)
    if case .line(let text) = input, let list = request.history { history.add(text, to: list) }
    return input
  }

  /// Gives the terminal its usual settings while `body` runs another program on it.
  public func withOrdinaryTerminal<Result>(_ body: () throws -> Result) rethrows -> Result {
    cel_restore_terminal()
    defer {
      signals.discardKeyboardSignals()
      session.takeTerminalBack()
    }
    return try body()
  }

  /// Gives the terminal back for good; further lines cannot be read.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    session.close()
  }

  deinit { close() }
}
