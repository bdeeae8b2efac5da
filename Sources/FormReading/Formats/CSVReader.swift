import ChineseText
import FormModel

/// Separated values as Excel, WPS and this program write them: a grid of the cells that are not blank.
struct CSVReader: GridFormat {
  let name = "CSV"
  let extensions = ["csv"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  func recognises(_ input: FormInput) -> Bool {
    input.content.withUnsafeBufferPointer { bytes in
      CSVDialect.recognised(bytes, input.look) != nil
        || input.name.hasSuffix(".csv") && CSVDialect.isLikely(bytes)
    }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    let content = try input.utf8()
    var rows = CSVRows()
    content.withUnsafeBufferPointer { bytes in
      rows.read(bytes, dialect: CSVDialect.likeliest(bytes, input.look))
    }
    return rows.file(of: content)
  }
}

/// Cells of separated values; texts with doubled quotes are written anew, all others stay where they are.
private struct CSVRows {
  private var cells: [GridCell] = []
  /// What has to be written anew; its ranges are moved behind the file's own text at the end.
  private var texts: [UInt8] = []
  private var rewritten: [Int] = []
  private var columns = TextColumn()

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect) {
    let line = dialect.start == 0 ? 1 : 2
    var scanner = CSVScanner(bytes, from: dialect.start, line: line, separator: dialect.separator)
    var row = 0
    var column = 0
    while let field = scanner.next() {
      add(field, bytes, row, column)
      column += 1
      if field.endsRecord { (row, column) = (row + 1, 0) }
    }
  }

  @inline(__always)
  private mutating func add(_ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>, _ row: Int, _ column: Int)
  {
    var range = trimmed(bytes, field.range)
    if range.isEmpty { return }
    if bytes[range.lowerBound] == UInt8(ascii: "'"), isGuard(bytes, range) {
      range = range.lowerBound + 1..<range.upperBound
    }
    var place = GridCell.Place(field.line, field.lineStart)
    if field.hasEscapes {
      rewritten.append(cells.count)
      place = GridCell.Place(field.line, -columns.column(of: range.lowerBound, bytes, field.lineStart))
      range = unescaped(bytes, range)
    }
    cells.append(GridCell(range, row: row, column: column, place: place))
  }

  private mutating func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = texts.count
    var index = range.lowerBound
    while index < range.upperBound {
      texts.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return start..<texts.count
  }

  func file(of content: [UInt8]) -> GridFile {
    var cells = cells
    for index in rewritten {
      cells[index].start += Int32(clamping: content.count)
      cells[index].end += Int32(clamping: content.count)
    }
    return GridFile(
      text: texts.isEmpty ? content : content + texts,
      grids: [Grid(layout: .table, source: .text, cells: cells)])
  }
}

/// Whether the apostrophe a cell begins with only keeps spreadsheets from taking the text for a formula, or for a date
/// or number that it is not.
private func isGuard(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound, bytes[index] == UInt8(ascii: "'") || isBlank(bytes[index]) { index += 1 }
  let rest = bytes[index..<range.upperBound]
  guard let first = rest.first else { return false }
  if isMisreadBySpreadsheets(rest) { return true }
  return "=+-@".utf8.contains(first) || ["＝", "＋", "－", "＠"].contains { rest.starts(with: $0.utf8) }
}
