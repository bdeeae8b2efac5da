/// The lines of a text that may be quoted in a mail: `>` at the beginning of a line counts as blank.
struct QuotedLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var lines: TextLines

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines = TextLines(bytes)
  }

  mutating func next() -> TextLine? {
    guard var line = lines.next() else { return nil }
    let start = line.start
    guard start < line.range.upperBound, bytes[start] == UInt8(ascii: ">") else { return line }
    var end = start
    // >>, or > > where a mail was answered twice.
    while end < line.range.upperBound, bytes[end] == UInt8(ascii: ">") {
      end += 1
      if end + 1 < line.range.upperBound, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: ">") { end += 1 }
    }
    line.range = trimmed(bytes, end..<line.range.upperBound)
    return line
  }
}
