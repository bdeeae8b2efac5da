import ChineseText
import FormModel
import OfficeFiles

/// The text of a document as people read it, line by line: for documents that are no forms.
public enum RunningText {
  /// A line or paragraph that is not blank.
  public struct Line: Sendable, Hashable {
    /// As printed, without blanks at its ends.
    public var text: String
    /// Where it begins.
    public var location: SourceLocation

    public init(_ text: String, at location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// The lines of a Word document, a PDF file or a text file (Markdown too).
  ///
  /// - Returns: `nil` for a file that holds no running text: a workbook, a picture, a program.
  /// - Throws: `ReadingError` for one that is damaged, locked, or larger than the limits.
  public static func lines(of input: FormInput) throws(ReadingError) -> [Line]? {
    try FormReader.check(size: input.bytes.count, of: input.name, limits: input.limits)
    guard ForeignKind(input.bytes) == nil else { return nil }
    if input.bytes.starts(with: "%PDF-".utf8) { return pages(try PDFReader().text(of: input)) }
    switch OfficeKind(input.bytes) {
    case .document, .compound: return document(try DOCXReader().grids(input))
    case .workbook, .archive: return nil
    case nil: break
    }
    let decoded = try input.decoded()
    if decoded.isBinary { return nil }
    return lines(in: try decoded.text()) { .text(line: $0, column: 1) }
  }

  // MARK: Text

  private static func lines(in text: String, at place: (Int) -> SourceLocation) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
      let text = plainLine($1)
      return text.isEmpty ? nil : Line(text, at: place($0 + 1))
    }
  }

  /// Without blanks at its ends and the signs of a Markdown heading, list or quotation.
  private static func plainLine(_ line: Substring) -> String {
    var line = line.drop { $0.isWhitespace || "#>*-".contains($0) }
    while let last = line.last, last.isWhitespace || last == "*" { line.removeLast() }
    return String(line)
  }

  // MARK: PDF

  /// The text between form feeds is a page; a line as long as its page is wide goes on in the next one.
  private static func pages(_ text: String) -> [Line] {
    text.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated().flatMap { page, text in
      joined(lines(in: String(text)) { .page(page + 1, line: $0) })
    }
  }

  private static func joined(_ lines: [Line]) -> [Line] {
    let width = lines.map { displayWidth(of: $0.text) }.max() ?? 0
    var result: [Line] = []
    var goesOn = false
    for line in lines {
      if goesOn, !result.isEmpty { result[result.count - 1].text += line.text } else { result.append(line) }
      goesOn = 10 * displayWidth(of: line.text) >= 9 * width && !line.text.hasSuffix("\u{3002}")
    }
    return result
  }

  // MARK: Documents

  /// Paragraphs are lines; so are the rows of a table, a label and its value joined by a colon.
  private static func document(_ file: GridFile) -> [Line] {
    file.grids.flatMap { grid -> [Line] in
      var rows: [[GridCell]] = []
      for cell in grid.cells where !cell.isHidden {
        if rows.last?.first?.row == cell.row {
          rows[rows.count - 1].append(cell)
        } else {
          rows.append([cell])
        }
      }
      return rows.flatMap { cells -> [Line] in
        guard let first = cells.first else { return [] }
        let text = cells.map(file.string).joined(separator: cells.count == 2 ? ":" : " ")
        return lines(in: text) { _ in file.location(of: first, in: grid) }
      }
    }
  }
}
