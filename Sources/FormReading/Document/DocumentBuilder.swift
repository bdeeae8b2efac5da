import OfficeFiles

/// Collects the paragraphs and tables of a document in their order: what Word documents and HTML pages share.
///
/// Text goes to the innermost open container: the body, a cell, or a text box in a cell.
struct DocumentBuilder {
  private var file = GridFile()
  private var budget: CellBudget
  private let mostText: Int
  /// The paragraphs since the last table.
  private var paragraphs: [GridCell] = []
  private var paragraphCount = 0
  private var tableCount = 0
  /// The body, and one for each open cell and text box; those beyond `depth` are kept for their memory.
  private var levels = [Level()]
  private var depth = 1
  /// A text box that was just closed.
  private var box = Level()
  /// The open tables.
  private var tables: [TableBuilder] = []
  /// How many bytes of text have come so far.
  private(set) var textCount = 0

  private struct Level {
    var text: [UInt8] = []
    var hidden: [UInt8] = []
    var pieces: [DocumentTable.Piece] = []
    /// Whether a paragraph in it is a cell of its own.
    var isBody = false

    var hasText: Bool { !text.isEmpty || !hidden.isEmpty }

    mutating func add(_ other: Level) {
      text += other.text
      hidden += other.hidden
      pieces += other.pieces
    }
  }

  init(_ limits: ArchiveLimits) {
    budget = CellBudget(limits)
    mostText = limits.cellBytes
    levels[0].isBody = true
  }

  /// Whether text stands outside all tables.
  var isBody: Bool { levels[depth - 1].isBody }

  /// How the open cell is merged; nothing outside of tables.
  var shape: CellShape {
    get { tables.last?.shape ?? CellShape() }
    set { if !tables.isEmpty { tables[tables.count - 1].shape = newValue } }
  }

  // MARK: Text

  /// Adds text to the open cell or paragraph.
  mutating func append(_ bytes: some Collection<UInt8>, isHidden: Bool = false) throws(OfficeFileError) {
    textCount += bytes.count
    guard textCount <= mostText else { throw .tooMuchText(limit: mostText) }
    if isHidden {
      levels[depth - 1].hidden.append(contentsOf: bytes)
    } else {
      levels[depth - 1].text.append(contentsOf: bytes)
    }
  }

  mutating func append(_ text: StaticString, isHidden: Bool = false) throws(OfficeFileError) {
    try append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), isHidden: isHidden)
  }

  /// The last byte of the open cell or paragraph.
  var lastByte: UInt8? { levels[depth - 1].text.last }

  /// A line break in the open cell or paragraph.
  mutating func breakLine() {
    if !levels[depth - 1].text.isEmpty { levels[depth - 1].text.append(0x0A) }
  }

  /// Ends a paragraph: outside of tables it is a cell, in them a line.
  mutating func endParagraph() throws(OfficeFileError) {
    guard isBody else {
      breakLine()
      if !levels[depth - 1].hidden.isEmpty { levels[depth - 1].hidden.append(0x0A) }
      return
    }
    paragraphCount += 1
    let (text, hidden) = (takeText(), takeHidden())
    try addParagraph(text, isHidden: false)
    try addParagraph(hidden, isHidden: true)
  }

  private mutating func addParagraph(_ text: Range<Int32>, isHidden: Bool) throws(OfficeFileError) {
    guard !text.isEmpty else { return }
    try budget.spend(bytes: text.count)
    var cell = GridCell(
      Int(text.lowerBound)..<Int(text.upperBound), row: paragraphs.count, column: 0,
      place: GridCell.Place(paragraphCount, 1))
    cell.isHidden = isHidden
    paragraphs.append(cell)
  }

  private mutating func endStretch() {
    guard !paragraphs.isEmpty else { return }
    file.grids.append(Grid(layout: .table, source: .paragraphs, cells: paragraphs))
    paragraphs = []
  }

  // MARK: Containers

  private mutating func push(isBody: Bool) {
    if depth == levels.count { levels.append(Level()) }
    levels[depth].isBody = isBody
    depth += 1
  }

  /// A text box: outside of tables its paragraphs are those of the body, in a cell it is a part of the cell.
  mutating func beginBox() { push(isBody: isBody) }

  mutating func endBox() throws(OfficeFileError) {
    guard depth > 1 else { return }
    guard !isBody else { return try closeBody() }
    swap(&box, &levels[depth - 1])
    depth -= 1
    breakLine()
    levels[depth - 1].add(box)
    box = Level()
  }

  /// Ends a container whose paragraphs are those of the body.
  private mutating func closeBody() throws(OfficeFileError) {
    if levels[depth - 1].hasText { try endParagraph() }
    depth -= 1
  }

  mutating func beginTable() throws(OfficeFileError) {
    if isBody {
      if levels[depth - 1].hasText { try endParagraph() }
      if tables.isEmpty { endStretch() }
    } else {
      levels[depth - 1].pieces.append(.text(takeText()))
    }
    tables.append(TableBuilder())
  }

  mutating func endTable() {
    guard var builder = tables.popLast() else { return }
    let table = builder.finished()
    guard tables.isEmpty else {
      if !table.isBlank { levels[depth - 1].pieces.append(.table(table)) }
      return
    }
    var grids = TableGrids(after: tableCount)
    grids.add(table)
    tableCount = grids.lastNumber
    file.grids += grids.grids
  }

  /// Begins a row of the innermost table.
  mutating func beginRow() {
    if !tables.isEmpty { tables[tables.count - 1].beginRow() }
  }

  /// Columns that the open row leaves out at its beginning.
  mutating func skip(columns: Int32) {
    if !tables.isEmpty { tables[tables.count - 1].skip(columns: columns) }
  }

  /// The file hides the open row.
  mutating func hideRow() {
    if !tables.isEmpty { tables[tables.count - 1].isRowHidden = true }
  }

  mutating func beginCell() { push(isBody: tables.isEmpty) }

  mutating func endCell() throws(OfficeFileError) {
    guard depth > 1 else { return }
    guard !isBody, !tables.isEmpty else { return try closeBody() }
    let content = takeContent()
    depth -= 1
    if !content.isBlank { try budget.spend(bytes: content.text.count + content.hidden.count) }
    let text = file.text
    tables[tables.count - 1].endCell(content) { first, second in
      text[Int(first.lowerBound)..<Int(first.upperBound)]
        .elementsEqual(text[Int(second.lowerBound)..<Int(second.upperBound)])
    }
  }

  /// Ends the document.
  mutating func finished() throws(OfficeFileError) -> GridFile {
    if levels[0].hasText { try endParagraph() }
    endStretch()
    return file
  }

  // MARK: The buffer of the file

  private mutating func takeContent() -> TableBuilder.Content {
    var content = TableBuilder.Content()
    content.text = takeText()
    content.hidden = takeHidden()
    guard !levels[depth - 1].pieces.isEmpty else { return content }
    let pieces = levels[depth - 1].pieces + [.text(content.text)]
    levels[depth - 1].pieces = []
    let texts = pieces.compactMap(\.text)
    if texts.count == pieces.count {
      content.text = joined(texts)
    } else {
      content.text = 0..<0
      content.pieces = pieces
    }
    return content
  }

  /// Texts of a cell as the lines of one.
  private mutating func joined(_ texts: [Range<Int32>]) -> Range<Int32> {
    let lines = texts.filter { !$0.isEmpty }
    guard lines.count > 1 else { return lines.first ?? 0..<0 }
    let start = file.text.count
    for (index, line) in lines.enumerated() {
      if index > 0 { file.text.append(0x0A) }
      file.text += Array(file.text[Int(line.lowerBound)..<Int(line.upperBound)])
    }
    return Int32(start)..<Int32(file.text.count)
  }

  /// Moves the text of the open container to the file, without blanks at its ends.
  private mutating func takeText() -> Range<Int32> { Self.move(&levels[depth - 1].text, to: &file.text) }

  /// See `takeText`.
  private mutating func takeHidden() -> Range<Int32> { Self.move(&levels[depth - 1].hidden, to: &file.text) }

  private static func move(_ scratch: inout [UInt8], to text: inout [UInt8]) -> Range<Int32> {
    guard !scratch.isEmpty else { return 0..<0 }
    let kept = trimmed(scratch, 0..<scratch.count)
    defer { scratch.removeAll(keepingCapacity: scratch.count < 1 << 16) }
    guard !kept.isEmpty else { return 0..<0 }
    let start = Int32(text.count)
    text.append(contentsOf: scratch[kept])
    return start..<Int32(text.count)
  }
}
