import CEditline

/// Puts on the screen what libedit believes to be there.
///
/// libedit moves within a row by writing the characters it passes. After a move between rows that may
/// begin in the middle of a wide character, and all that follows stands one cell too far left. Its
/// idea of the screen stays right, so painting a line of several rows anew makes both agree.
extension EditSession {
  /// Paints a line longer than one row with relative movements only.
  func repaint() {
    let (characters, cursor) = line
    let place = place(before: cursor, columns: columns)
    let size = TerminalSize(of: STDIN_FILENO) ?? .usual
    guard let (text, end) = painted(characters), end.row < size.rows else {
      // More than fits on the screen: only libedit knows which rows show.
      queue.append(wchar_t(CEL_KEY_REDISPLAY))
      return
    }
    write(
      "\r" + movement(place.row, "A") + text + "\u{1B}[J\r" + movement(end.row - place.row, "A")
        + movement(place.column, "C"))
  }

  /// Prompt and line as they are written from the first cell on, and where that leads.
  private func painted(_ characters: UnsafeBufferPointer<wchar_t>) -> (text: String, end: LineLayout)? {
    var layout = LineLayout(columns: columns)
    let head = wideCharacters(prompt.inline)
    layout.advance(over: head)
    guard layout.row == 0 else { return nil }
    var text = prompt.colored(style)
    var tail = String.UnicodeScalarView()
    for character in shownCharacters(characters) {
      let gap = layout.advance(over: character)
      tail.append(contentsOf: repeatElement(" ", count: gap))
      tail.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
    }
    text += String(tail)
    // A full row: the cursor moves on only with the next character.
    if layout.column == 0, layout.row > 0 { text += " \r" }
    return (text, layout)
  }

  private func movement(_ count: Int, _ direction: String) -> String {
    count > 0 ? "\u{1B}[\(count)\(direction)" : ""
  }

  /// Draws prompt and line from the row the cursor is in.
  func redrawHere() {
    guard let handle else { return }
    cel_refresh(handle)
    needsRepaint = true
    wasWrapped = false
  }

  func resize() {
    guard let handle, let size = TerminalSize(of: STDIN_FILENO) else { return }
    let width = kind.rewrapsLines ? size.columns : columns
    let row = place(before: line.cursor, columns: width).row
    el_resize(handle)
    columns = size.columns
    write("\r" + movement(row, "A") + "\u{1B}[J")
    redrawHere()
  }
}
