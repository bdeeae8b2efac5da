import CEditline
import Glibc

/// Reads keys for libedit.
extension EditSession {
  /// Gives libedit its next key: 1 and the key, or -1 to give the line up.
  func nextKey(into key: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    guard let key, let next = nextKey() else {
      cel_set_errno(EINTR)
      return -1
    }
    key.pointee = next
    return 1
  }

  private func nextKey() -> wchar_t? {
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if let intention { if carryOut(intention) { continue } else { return nil } }
      if !hasStarted {
        hasStarted = true
        guard !request.initialText.isEmpty else { continue }
        insert(editableText(request.initialText))
        noteChange()
        return Key.refresh
      }
      if needsRepaint, !isInputWaiting {
        repaintWhereNeeded()
        if !queue.isEmpty { continue }
      }
      take(wait())
    }
  }

  private enum Event {
    case signal(Int32)
    case byte(UInt8)
    case hangUp
    case failure(Int32)
  }

  private var isInputWaiting: Bool {
    if cel_has_kept_input() { return true }
    var wanted = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
    return poll(&wanted, 1, 0) > 0
  }

  /// Waits until something comes. Signals go first: Ctrl-C must reach past a long paste.
  private func wait() -> Event {
    if let signal = signals.next() { return .signal(signal) }
    if let kept = UInt8(exactly: cel_take_kept_input()) { return .byte(kept) }
    var wanted = [STDIN_FILENO, signals.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
      let count = poll(&wanted, nfds_t(wanted.count), -1)
      if let signal = signals.next() { return .signal(signal) }
      guard count > 0, wanted[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let size = read(STDIN_FILENO, &byte, 1)
      if size == 1 { return .byte(byte) }
      if size == 0 { return .hangUp }
      let code = cel_errno()
      if code == EIO { return .hangUp }
      if code != EINTR, code != EAGAIN { return .failure(code) }
    }
  }

  private func take(_ event: Event) {
    switch event {
    case .signal(let signal): answer(signal)
    // The signal that comes with a hang-up may be a moment late.
    case .hangUp: end(.terminated(signal: SIGHUP))
    case .failure(let code): end(.failed(reason: Messages.cannotRead(String(cString: strerror(code)))))
    case .byte(let byte):
      let isEarly = earlyBytes > 0
      if isEarly { earlyBytes -= 1 }
      for key in decoder.feed(isEarly && byte == 0 ? 0x04 : byte) { press(key) }
    }
  }

  // MARK: Keys

  private enum Key {
    static let refresh = wchar_t(CEL_KEY_REFRESH)
    static let beep = wchar_t(CEL_KEY_BEEP)
    static let enter: wchar_t = 0x0A
  }

  private func press(_ key: KeyDecoder.Key) {
    let isTab = key == .control(0x09)
    defer { lastKeyWasTab = isTab }
    switch key {
    case .character(let scalar):
      // Zero-width blanks would only make the line hard to edit.
      if scalar != "\u{200B}", scalar != "\u{FEFF}" { send(wchar_t(bitPattern: scalar.value)) }
    case .paste(let bytes):
      var text = editableText(String(decoding: bytes, as: UTF8.self))
      while text.unicodeScalars.last == lineBreakSign { text.unicodeScalars.removeLast() }
      insert(text)
      send(Key.refresh)
    case .lineBreak: send(wchar_t(bitPattern: lineBreakSign.value))
    case .control(let code): control(code)
    default: if let code = key.editlineKey { send(wchar_t(code)) }
    }
  }

  private func control(_ code: UInt8) {
    switch code {
    case 0x03: end(.interrupted)
    case 0x04 where line.characters.isEmpty: end(.endOfInput)
    case 0x04: send(wchar_t(CEL_KEY_DELETE))
    case 0x08, 0x7F: send(wchar_t(CEL_KEY_ERASE))
    case 0x09: complete()
    case 0x0A, 0x0D:
      // libedit must know the true row before it moves below the line.
      repaintWhereNeeded()
      queue.append(Key.enter)
    case 0x17: send(wchar_t(CEL_KEY_ERASE_WORD))
    // Begin, back, end, forward, kill, clear, next, previous, transpose, kill all, yank.
    case 0x01, 0x02, 0x05, 0x06, 0x0B, 0x0C, 0x0E, 0x10, 0x14, 0x15, 0x19: send(wchar_t(code))
    default: break
    }
  }

  private func send(_ key: wchar_t) {
    noteChange()
    queue.append(key)
  }

  /// A key will change the line: what is, or was, longer than one row is painted anew afterwards.
  private func noteChange() {
    needsRepaint = true
    wasWrapped = wasWrapped || isWrapped
  }

  // MARK: Completion

  private func complete() {
    let (characters, cursor) = line
    let whole = Self.string(characters)
    let before = Self.string(characters[..<cursor])
    let completion = request.complete?(enteredText(before), enteredText(whole)) ?? .none
    switch completion.step(in: whole) {
    case .nothing: queue.append(Key.beep)
    case .replace(let text):
      replace(completion.range, with: editableText(text))
      send(Key.refresh)
    case .list where lastKeyWasTab:
      let size = TerminalSize(of: STDIN_FILENO) ?? .usual
      let lines = candidateList(
        completion.candidates, columns: size.columns, maximumLines: size.rows - 3, style: style)
      pause(.list(lines, cursorBack: moveToEnd()))
    case .list: queue.append(Key.beep)
    }
  }

  // MARK: Pauses

  private func pause(_ intention: Intention) {
    self.intention = intention
    queue.append(Key.refresh)
  }

  private func end(_ input: LineInput) {
    _ = moveToEnd()
    decoder = KeyDecoder()
    pause(.end(input, farewell: input == .interrupted ? "^C\r\n" : "\r\n"))
  }

  private func answer(_ signal: Int32) {
    switch signal {
    case SIGINT: end(.interrupted)
    case SIGTSTP: pause(.stop(cursorBack: moveToEnd()))
    case SIGCONT: resume(afterStop: false)
    case SIGWINCH: resize()
    default: end(.terminated(signal: signal))
    }
  }

  /// Paints the line anew when a key may have left it wrong on the screen.
  private func repaintWhereNeeded() {
    if needsRepaint, isWrapped || wasWrapped { repaint() }
    (needsRepaint, wasWrapped) = (false, false)
  }

  /// Does what waited for the cursor to be at the end; false when the line is over.
  private func carryOut(_ intention: Intention) -> Bool {
    self.intention = nil
    if isWrapped { repaint() }
    switch intention {
    case .list(let lines, let back):
      write("\r\n" + lines.map { $0 + "\r\n" }.joined())
      moveCursor(by: -back)
      redrawHere()
    case .stop(let back):
      stop()
      moveCursor(by: -back)
      resume(afterStop: true)
    case .end(let input, let farewell):
      write(farewell)
      outcome = input
      return false
    }
    return true
  }

  private func stop() {
    guard let handle else { return }
    write("\u{1B}[?2004l\r\n")
    cel_prepare_terminal(handle, false)
    cel_restore_terminal()
    cel_stop_process()
  }

  private func resume(afterStop: Bool) {
    guard let handle else { return }
    if afterStop { signals.discardKeyboardSignals() }
    cel_prepare_terminal(handle, false)
    cel_prepare_terminal(handle, true)
    write("\u{1B}[?2004h")
    el_resize(handle)
    columns = TerminalSize(of: STDIN_FILENO)?.columns ?? columns
    redrawHere()
  }
}

extension KeyDecoder.Key {
  /// The code under which libedit knows a cursor key.
  fileprivate var editlineKey: Int? {
    switch self {
    case .left: CEL_KEY_LEFT
    case .right: CEL_KEY_RIGHT
    case .up: CEL_KEY_UP
    case .down: CEL_KEY_DOWN
    case .home: CEL_KEY_HOME
    case .end: CEL_KEY_END
    case .delete: CEL_KEY_DELETE
    case .wordLeft: CEL_KEY_WORD_LEFT
    case .wordRight: CEL_KEY_WORD_RIGHT
    case .deleteWord: CEL_KEY_DELETE_WORD
    case .character, .control, .lineBreak, .paste: nil
    }
  }
}
