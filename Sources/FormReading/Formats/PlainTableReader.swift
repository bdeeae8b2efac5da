import FormModel

/// Tables drawn with lines, as this program shows them on a terminal, and other programs with `+---+`; and the list
/// that this program shows where the terminal is too narrow for a table.
///
/// Lines beside the tables are rows of one cell. The text may be quoted in a mail.
struct PlainTableReader: GridFormat {
  let name = Messages.drawnTable
  /// Text without a drawn table has readers of its own.
  let extensions: [String] = []

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  /// The line above a table stands within the first lines.
  func recognises(_ input: FormInput) -> Bool {
    let signs = input.signs
    guard !signs.isDisjoint(with: [.drawing, .listTitle]) else { return false }
    return input.content.prefix(TextSigns.stretch).withUnsafeBufferPointer { text in
      signs.contains(.drawing) && Self.isDrawn(text)
        || signs.contains(.listTitle) && ListRows.recognises(Array(QuotedLines(text))[...], text)
    }
  }

  private static func isDrawn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    QuotedLines(text).contains { line in
      guard BoxRows.mayBegin(line, text) else { return false }
      return BoxLine(line, text)?.isRule ?? false
    }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    let content = try input.utf8()
    return content.withUnsafeBufferPointer { text in
      var rows = BoxRows(content, text)
      return rows.read()
    }
  }
}
