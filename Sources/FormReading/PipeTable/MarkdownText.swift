/// What a cell of Markdown says: escapes and entities as the characters they stand for, `<br>` as a line break.
enum MarkdownText {
  /// Appends the text of a cell.
  ///
  /// - Returns: where it stands, without white space at its ends.
  static func append(_ cell: Slice<UnsafeBufferPointer<UInt8>>, to texts: inout [UInt8]) -> Range<Int> {
    let start = texts.count
    var index = cell.startIndex
    while index < cell.endIndex {
      let rest = cell[index...]
      if let (bytes, count) = meaning(of: rest) {
        texts.append(contentsOf: bytes)
        index += count
      } else {
        texts.append(cell[index])
        index += 1
      }
    }
    return texts.withUnsafeBufferPointer { trimmed($0, start..<$0.count) }
  }

  /// What the sign at the beginning stands for, and its length; `nil` where it stands for itself.
  private static func meaning(of rest: Slice<UnsafeBufferPointer<UInt8>>) -> ([UInt8], Int)? {
    switch rest.first {
    case UInt8(ascii: "\\"):
      guard let next = rest.dropFirst().first, isPunctuation(next) else { return nil }
      return ([next], 2)
    case UInt8(ascii: "&"):
      return entities.first { rest.starts(with: $0.name) }.map { ([$0.byte], $0.name.count) }
    case UInt8(ascii: "<"): return breaks.first { rest.starts(with: $0) }.map { ([0x0A], $0.count) }
    default: return nil
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
    ("&#124;", "|"),
  ].map { (name: Array($0.0.utf8), byte: $0.1.utf8.first ?? 0) }

  private static let breaks = ["<br>", "<br/>", "<br />", "<BR>"].map { Array($0.utf8) }
}
