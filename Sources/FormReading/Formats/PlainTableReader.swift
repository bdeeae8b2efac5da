import FormModel

/// Tables drawn with lines, as this program shows them on a terminal, and other programs with `+---+`.
///
/// Lines beside the tables are rows of one cell.
struct PlainTableReader: GridFormat {
  let name = Messages.drawnTable
  /// Text without a drawn table has readers of its own.
  let extensions: [String] = []

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  /// The line above a table stands within the first lines.
  func recognises(_ input: FormInput) -> Bool {
    input.content.prefix(64 << 10).withUnsafeBufferPointer { text in
      TextLines(text).contains { line in
        guard BoxRows.mayBegin(line, text) else { return false }
        return BoxLine(line, text)?.isRule ?? false
      }
    }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    let content = Array(input.content)
    var rows = BoxRows()
    content.withUnsafeBufferPointer { rows.read($0) }
    return rows.file(of: content)
  }
}
