import ChineseText

/// A text of a list in one or more lines: `标签：值`, or a heading.
struct ListItem {
  let line: TextLine
  /// Blanks before it, those before the whole list left out.
  let indent: Int
  let hasLabel: Bool
  private var pieces: [Piece]

  /// A line of the text and what stood before it.
  private struct Piece {
    var text: Range<Int>
    /// Line breaks before it; 0 where only the width of the list broke the text.
    var breaks = 0
    /// Blanks that begin its paragraph.
    var blanks = 0
  }

  init(_ line: ListLine, indent: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.line = line.line
    self.indent = indent
    hasLabel = line.hasLabel(bytes)
    pieces = [Piece(text: line.text)]
  }

  /// Adds a line below.
  ///
  /// - Parameters:
  ///   - breaks: line breaks of the text itself before the line.
  ///   - blanks: blanks of the text itself at the beginning of the line.
  mutating func add(_ line: ListLine, breaks: Int, blanks: Int) {
    pieces.append(Piece(text: line.text, breaks: breaks, blanks: blanks))
  }

  /// Its last line.
  var lastText: Range<Int> { pieces[pieces.count - 1].text }

  /// The whole text, label included.
  ///
  /// - Parameter room: terminal columns that its lines may take.
  func joined(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) -> String {
    var result = ""
    var above = ""
    for piece in pieces {
      let text = String(decoding: bytes[piece.text], as: UTF8.self)
      if piece.breaks > 0 {
        while result.last?.isWhitespace ?? false { result.removeLast() }
        result += String(repeating: "\n", count: piece.breaks)
      } else if let last = above.last, let first = text.first, BoxText.isBlankLost(last, first),
        displayWidth(of: above) < room
      {
        result += " "
      }
      result += String(repeating: " ", count: piece.blanks) + text
      above = text
    }
    return result[...].trimmingBlanks
  }
}
