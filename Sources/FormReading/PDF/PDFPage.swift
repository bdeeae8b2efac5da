/// A page as `pdftotext -tsv` gives it: its words with their boxes.
struct PDFPage {
  /// A run of characters without a blank.
  struct Word {
    /// UTF-8.
    var text: ArraySlice<UInt8>
    var box: Box

    /// The size of its characters, nearly: a Han character is as wide as it is high.
    var size: Int {
      let count = text.count { $0 & 0xC0 != 0x80 }
      let wide = text.count { $0 >= 0xE0 }
      return 2 * box.width / max(1, count + wide)
    }
  }

  var words: [Word] = []

  /// The pages of a table of words: level, page, paragraph, block, line, word, left, top, width, height,
  /// confidence, text.
  static func pages(_ table: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count == 12, let level = cells[0].first else { continue }
      if level == UInt8(ascii: "1") { pages.append(PDFPage()) }
      guard level == UInt8(ascii: "5"), !pages.isEmpty, let word = word(cells) else { continue }
      pages[pages.count - 1].words.append(word)
    }
    return pages
  }

  private static func word(_ cells: [ArraySlice<UInt8>]) -> Word? {
    guard let left = Length.parse(cells[6]), let top = Length.parse(cells[7]),
      let width = Length.parse(cells[8]), let height = Length.parse(cells[9])
    else { return nil }
    let text = cells[11]
    guard text.contains(where: { !isBlank($0) }) else { return nil }
    return Word(text: text, box: Box(left: left, top: top, right: left + width, bottom: top + height))
  }
}
