import CEditline
import Glibc

/// libedit's handle and what belongs to the line being edited. Keys are read in `EditSession+Keys`.
final class EditSession {
  let output: Int32
  let kind: TerminalKind
  let signals: CaughtSignals
  let style: Style
  var handle: OpaquePointer?
  var decoder = KeyDecoder()
  /// Keys for libedit that go before anything typed.
  var queue: [Int32] = []
  /// What to do when libedit has drawn the line with the cursor at its end.
  var intention: Intention?
  /// What the reading comes to when libedit is told to give the line up.
  var outcome: LineInput?
  var request = LineRequest(prompt: "")
  var prompt = PromptText("", columns: 80)
  var columns = 80
  /// Whether the rows on the screen may be wrong because the line is, or was, longer than one row.
  var needsRepaint = false
  var wasWrapped = false
  var hasStarted = false
  var lastKeyWasTab = false
  /// Bytes typed before the terminal was ours; Ctrl-D is a NUL among them.
  var earlyBytes: Int32 = 0
  private var promptBuffer = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 0)
  private var historyHandle: OpaquePointer?
  private var refusalCode: Int32 = 0

  /// A pause in editing.
  enum Intention {
    case list([String], cursorBack: Int32)
    case stop(cursorBack: Int32)
    case end(LineInput, farewell: String)
  }

  init?(output: Int32, kind: TerminalKind, signals: CaughtSignals, style: Style) {
    self.output = output
    self.kind = kind
    self.signals = signals
    self.style = style
    let client = Unmanaged.passUnretained(self).toOpaque()
    handle = cel_open(
      output == STDERR_FILENO, kind.substitute,
      { EditSession.of($0)?.nextKey(into: $1) ?? -1 }, { EditSession.of($0)?.promptBuffer.baseAddress },
      client)
    guard handle != nil else { return nil }
    earlyBytes = cel_waiting_bytes(STDIN_FILENO)
    setPrompt([0])
  }

  private static func of(_ handle: OpaquePointer?) -> EditSession? {
    guard let handle, let client = cel_client(handle) else { return nil }
    return Unmanaged<EditSession>.fromOpaque(client).takeUnretainedValue()
  }

  func readLine(_ request: LineRequest, former: [String]) -> LineInput {
    guard let handle else { return .failed(reason: Messages.editorUnavailable) }
    begin(request, former: former)
    var count: Int32 = 0
    let line = el_wgets(handle, &count)
    refusalCode = cel_errno()
    write("\u{1B}[?2004l")
    self.request = LineRequest(prompt: "")
    if let outcome { return outcome }
    guard let line, count > 0 else { return refusal() }
    let text = Self.string(
      UnsafeBufferPointer(start: line, count: Int(count)).prefix { $0 != 0x0A && $0 != 0x0D })
    return .line(enteredText(text))
  }

  /// What it means that libedit did not even ask for a key: as a rule the terminal is gone.
  private func refusal() -> LineInput {
    while let signal = signals.next() {
      if CaughtSignals.endsProgram(signal) { return .terminated(signal: signal) }
    }
    if isatty(STDIN_FILENO) != 1 { return .terminated(signal: SIGHUP) }
    return .failed(reason: Messages.cannotRead(String(cString: strerror(refusalCode))))
  }

  private func begin(_ request: LineRequest, former: [String]) {
    self.request = request
    columns = TerminalSize(of: STDIN_FILENO)?.columns ?? TerminalSize.usual.columns
    prompt = PromptText(request.prompt, columns: columns)
    setPrompt(prompt.editlineText(style))
    useHistory(former)
    (queue, intention, outcome) = ([], nil, nil)
    (needsRepaint, wasWrapped, hasStarted, lastKeyWasTab) = (false, false, false, false)
    write("\u{1B}[?2004h" + prompt.above.map { style(.prompt, $0) + "\r\n" }.joined())
  }

  private func setPrompt(_ text: [wchar_t]) {
    promptBuffer.deallocate()
    promptBuffer = .allocate(capacity: text.count)
    _ = promptBuffer.initialize(from: text)
  }

  private func useHistory(_ lines: [String]) {
    guard let handle, let fresh = history_winit() else { return }
    cel_history_size(fresh, Int32(HistoryStore.limit))
    for line in lines {
      (wideCharacters(editableText(line)) + [0]).withUnsafeBufferPointer {
        cel_history_add(fresh, $0.baseAddress)
      }
    }
    cel_use_history(handle, fresh)
    if let historyHandle { history_wend(historyHandle) }
    historyHandle = fresh
  }

  /// Makes the terminal fit for editing again after another program had it.
  func takeTerminalBack() {
    guard let handle else { return }
    decoder = KeyDecoder()
    cel_prepare_terminal(handle, true)
    cel_prepare_terminal(handle, false)
  }

  func write(_ text: String) {
    text.withCString { cel_write(output, $0, text.utf8.count) }
  }

  func close() {
    guard let handle else { return }
    self.handle = nil
    cel_close(handle)
    if let historyHandle { history_wend(historyHandle) }
    historyHandle = nil
  }

  deinit {
    close()
    promptBuffer.deallocate()
  }

  static func string(_ characters: some Sequence<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    for character in characters { text.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}") }
    return String(text)
  }
}
