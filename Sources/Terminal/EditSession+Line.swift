import CEditline

/// The line in libedit's buffer.
extension EditSession {
  /// The whole line, and the number of code points before the cursor.
  var line: (characters: UnsafeBufferPointer<wchar_t>, cursor: Int) {
    guard let handle, let info = el_wline(handle)?.pointee, let start = info.buffer, let end = info.lastchar,
      let cursor = info.cursor
    else { return (UnsafeBufferPointer(start: nil, count: 0), 0) }
    return (UnsafeBufferPointer(start: start, count: end - start), cursor - start)
  }

  /// Whether the line, or the cursor behind it, takes more than one row.
  var isWrapped: Bool { place(before: line.characters.count, columns: columns).row > 0 }

  /// Where the cursor stands before the character at `index` of the line.
  func place(before index: Int, columns: Int) -> LineLayout {
    let characters = line.characters
    var layout = LineLayout(columns: columns)
    layout.advance(over: wideCharacters(prompt.inline))
    layout.advance(over: shownCharacters(characters[..<index]))
    return layout.before(index < characters.count ? shownCharacters(characters[index...index]).first : nil)
  }

  /// Puts text in at the cursor.
  func insert(_ text: String) {
    guard let handle, !text.isEmpty else { return }
    _ = (wideCharacters(text) + [0]).withUnsafeBufferPointer { el_winsertstr(handle, $0.baseAddress) }
  }

  /// Moves the cursor to the end of the line; gives the way back.
  func moveToEnd() -> Int32 {
    let (characters, cursor) = line
    let distance = Int32(characters.count - cursor)
    moveCursor(by: distance)
    return distance
  }

  func moveCursor(by distance: Int32) {
    if let handle, distance != 0 { _ = el_cursor(handle, distance) }
  }

  /// Puts `text` in place of a range of Characters.
  func replace(_ range: Range<Int>, with text: String) {
    guard let handle else { return }
    let (characters, cursor) = line
    let whole = Array(Self.string(characters))
    let range = range.clamped(to: 0..<whole.count)
    let before = whole[..<range.lowerBound].reduce(0) { $0 + $1.unicodeScalars.count }
    let replaced = whole[range].reduce(0) { $0 + $1.unicodeScalars.count }
    moveCursor(by: Int32(before + replaced - cursor))
    if replaced > 0 { el_deletestr(handle, Int32(replaced)) }
    insert(text)
  }
}
