import FormModel

/// Tables of text lines whose cells stand between bars: Markdown, org, and lines with `｜` or `│`.
///
/// Lines beside the tables are rows of one cell.
struct PipeTableReader: GridFormat {
  let name = "Markdown"
  let extensions = ["md", "markdown", "org"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  /// A table begins within the first lines.
  func recognises(_ input: FormInput) -> Bool {
    guard input.signs.contains(.bar) else { return false }
    return input.content.prefix(TextSigns.stretch).withUnsafeBufferPointer { bytes in
      PipeBlocks(bytes).contains { $0.isTable }
    }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    let content = try input.utf8()
    var rows = PipeRows()
    content.withUnsafeBufferPointer { rows.read($0) }
    return rows.file(of: content)
  }
}

/// A line of text between its line ends.
struct TextLine {
  /// Without white space at its ends.
  var range: Range<Int>
  /// Its first byte.
  var start: Int
  /// From 1.
  var number: Int
}

/// The lines of a text, with the line ends of every system.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var number = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> TextLine? {
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let end = index
    if index < bytes.count {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
    }
    number += 1
    return TextLine(range: trimmed(bytes, start..<end), start: start, number: number)
  }
}
