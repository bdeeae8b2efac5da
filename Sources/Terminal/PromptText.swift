import CEditline
import ChineseText

/// A prompt taken apart for a terminal: lines printed above, and the part libedit draws.
struct PromptText: Equatable {
  /// Lines to print once before the line is edited, without colour.
  let above: [String]
  /// What stands before the line, without colour.
  let inline: String

  /// A prompt that would leave too little room for the line moves above it.
  init(_ prompt: String, columns: Int) {
    let lines = visible(prompt, keepsLineBreaks: true).split(
      separator: "\n", omittingEmptySubsequences: false)
    let last = String(lines.last ?? "")
    let head = lines.dropLast().map(String.init)
    if displayWidth(of: last) * 3 > columns * 2, columns > 4 {
      above = (head + [last]).flatMap { wrapped($0, width: columns - 1) }
      inline = "> "
    } else {
      above = head.flatMap { wrapped($0, width: columns - 1) }
      inline = last
    }
  }

  /// The part before the line as a terminal gets it.
  func colored(_ style: Style) -> String {
    guard let last = inline.last, inline.unicodeScalars.count > 1 else { return inline }
    return style(.prompt, String(inline.dropLast())) + String(last)
  }

  /// For `EL_PROMPT_ESC` with U+0001: the colour ends before the last character, because libedit
  /// ties an escape sequence to the character that follows it.
  func editlineText(_ style: Style) -> [wchar_t] {
    var text = inline
    if style.isColored, inline.unicodeScalars.count > 1, let last = inline.last {
      text = "\u{1}\(style.opening(.prompt))\u{1}\(inline.dropLast())\u{1}\(style.closing)\u{1}\(last)"
    }
    return wideCharacters(text) + [0]
  }
}

/// The code points of `text`, as libedit wants them.
func wideCharacters(_ text: some StringProtocol) -> [wchar_t] {
  text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
}
