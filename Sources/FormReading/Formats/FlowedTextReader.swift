import ChineseText
import FormModel

/// Text without tabs, as it is cut out of a PDF: one blank between cells, cells broken over lines.
struct FlowedTextReader: GridFormat {
  let name = Messages.flowedText
  let extensions = ["txt", "text"]

  /// UTF-8 with Chinese in it and without what other text formats have.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var hasChinese = false
    for byte in head {
      if byte == 0 || byte == 0x09 || byte == 0x1B { return false }
      // Chinese characters begin with E3 to E9; the last bytes of the head may be half a character.
      if (0xE3...0xE9).contains(byte) { hasChinese = true }
    }
    return hasChinese && !head.prefix(64).contains { $0 >= 0xF8 }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    _ = try input.text()
    var file = GridFile(text: Array(input.content))
    var lines = FlowedLines(limit: Self.mostPieces)
    guard lines.scan(file.text) else {
      throw ReadingError(.tooManyPieces(limit: Self.mostPieces), in: input.name)
    }
    file.grids = [Grid(layout: .flowed, source: .text, cells: lines.cells)]
    return file
  }

  /// A file of 10,000 forms has about 2 million pieces.
  private static let mostPieces = 4_000_000
}

/// Cuts text into its lines and the pieces between blanks.
struct FlowedLines {
  private(set) var cells: [GridCell] = []
  private let limit: Int
  private var line = 0
  private var lineStart = 0
  private var column = 0

  init(limit: Int) { self.limit = limit }

  /// - Returns: `false` when there are more pieces than the limit allows.
  mutating func scan(_ text: [UInt8]) -> Bool {
    var start: Int?
    var index = 0
    while index < text.count {
      let blank = Self.blank(in: text, at: index)
      if blank == 0 {
        if start == nil { start = index }
        index += 1
        continue
      }
      if let begin = start {
        guard add(begin..<index) else { return false }
        start = nil
      }
      if text[index] == 0x0A { breakLine(at: index + 1) }
      if text[index] == 0x0D, index + 1 >= text.count || text[index + 1] != 0x0A { breakLine(at: index + 1) }
      index += blank
    }
    return start.map { add($0..<text.count) } ?? true
  }

  private mutating func breakLine(at index: Int) {
    line += 1
    lineStart = index
    column = 0
  }

  private mutating func add(_ range: Range<Int>) -> Bool {
    guard cells.count < limit else { return false }
    cells.append(
      GridCell(range, row: line, column: column, place: GridCell.Place(line + 1, lineStart)))
    column += 1
    return true
  }

  /// How many bytes of blank begin here: control characters, blanks of any width.
  static func blank(in text: [UInt8], at index: Int) -> Int {
    switch text[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < text.count, text[index + 1] == 0x80 else { return 0 }
      return (0x80...0x8B).contains(text[index + 2]) || text[index + 2] == 0xAF ? 3 : 0
    case 0xE3: return index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
