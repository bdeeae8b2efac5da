/// The words of a cell put together again: what was wrapped is joined, paragraphs stay apart.
struct PDFCellText {
  private(set) var bytes: [UInt8] = []

  /// - Parameter width: of the cell.
  init(_ words: [PDFPage.Word], width: Int) {
    var previous: PDFPage.Word?
    let lines = textLines(words)
    let right = lines.compactMap { $0.last?.box.right }.max() ?? 0
    for line in lines {
      for (index, word) in line.enumerated() {
        if let previous { join(previous, word, isNewLine: index == 0, right: right, width: width) }
        bytes += word.text
        previous = word
      }
    }
  }

  /// Goes on with the text of another page.
  mutating func add(_ other: PDFCellText) { bytes += other.bytes }

  /// Puts between two words what stood there.
  private mutating func join(
    _ first: PDFPage.Word, _ second: PDFPage.Word, isNewLine: Bool, right: Int, width: Int
  ) {
    let size = max(first.size, Length.point)
    if isNewLine {
      // Only a wide cell has paragraphs; a line that ends early ends one of them.
      if width > 14 * size, first.box.right < right - 2 * size {
        bytes.append(UInt8(ascii: "\n"))
      } else if isLetter(first.text.last), isLetter(second.text.first) {
        bytes.append(0x20)
      }
    } else {
      bytes.append(0x20)
    }
  }

  private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
}
