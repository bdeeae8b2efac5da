import ChineseText
import FormModel

/// Text without tabs, as it is cut out of a PDF: one blank between cells, cells broken over lines.
struct FlowedTextReader: GridFormat {
  let name = Messages.flowedText
  let extensions = ["txt", "text"]

  /// Any text could be flowed text: only the words in it tell.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  /// Text without tabs that has a form's title over labels, or a row of column heads.
  func recognises(_ input: FormInput) -> Bool {
    let head = input.content.prefix(Self.searched)
    guard !head.contains(where: { $0 == 0 || $0 == 0x09 || $0 == 0x1B }),
      let words = try? input.spellings.words()
    else { return false }
    var file = GridFile(text: Array(head))
    var lines = FlowedLines(limit: Self.mostPieces)
    _ = lines.scan(file.text)
    file.grids = [Grid(layout: .flowed, source: .text, cells: lines.cells)]
    return Reflow(words: words).isForm(file.grids[0], in: file)
  }

  /// Bytes in which a form must begin.
  private static let searched = 16_384

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    _ = try input.text()
    var file = GridFile(text: try input.utf8())
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
