@_spi(_Unicode) import Swift

/// Stands in the line being edited for a line break in the text.
let lineBreakSign: Unicode.Scalar = "\u{23CE}"

/// The text meant by a line as it was typed or pasted: `⏎` is a line break, TAB a blank; zero-width
/// blanks and byte order marks are gone; composed (NFC).
public func enteredText(_ line: some StringProtocol) -> String {
  var text = String.UnicodeScalarView()
  for scalar in line.unicodeScalars {
    switch scalar {
    case lineBreakSign: text.append("\n")
    case "\t": text.append(" ")
    case "\u{200B}", "\u{FEFF}": continue
    default: text.append(scalar)
    }
  }
  return composed(text)
}

/// The one-line form of `text` in which it can be edited: line breaks as `⏎`, TAB as a blank, without
/// control characters and zero-width blanks. `\r\n` is one line break.
func editableText(_ text: some StringProtocol) -> String {
  var line = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": line.append(lineBreakSign)
    case "\t": line.append(" ")
    case "\u{200B}", "\u{FEFF}": break
    default: if scalar.properties.generalCategory != .control { line.append(scalar) }
    }
    previous = scalar
  }
  return composed(line)
}

private func composed(_ scalars: String.UnicodeScalarView) -> String {
  let text = String(scalars)
  if scalars.allSatisfy({ $0.value < 0x300 || (0x3000...0x3098).contains($0.value) || isHan($0) }) {
    return text
  }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: text._nfc)
  return String(result)
}

private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
