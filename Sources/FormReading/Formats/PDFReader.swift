import FormModel

/// PDF, through the words and ruled lines that poppler takes from it.
///
/// The cells are what stands between the ruled lines of a table; without lines, blocks of text in rows and columns;
/// or else the file is read as running text. Where one reading leaves much over, the others are tried and the one that
/// gives most values a place holds.
struct PDFReader: FormFormat {
  let name = "PDF"
  let extensions = ["pdf"]
  /// Fewer cells between lines are no table.
  private static let fewestCells = 6

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: Array("%PDF-".utf8)) }

  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    let pages = try pages(of: input)
    let recogniser = try input.recogniser()
    let drawing = PDFDrawing(try part(.drawing, of: input))
    let strips = PageStrips(pages, lines: drawing.pages, recogniser.words)
    let stack = PageOverlaps(strips.pages, lines: strips.lines)
    let ruled = PDFGrid(pages: stack.pages, lines: strips.lines)
    var best = PDFReading()
    if ruled.ruledCells >= Self.fewestCells {
      best.take(recogniser.forms(in: ruled.file))
      if best.isGood { return best.forms }
    }
    let open = OpenTable(pages: stack.pages, shifts: stack.shifts, words: recogniser.words)
    best.take(recogniser.forms(in: open.file))
    if best.isGood { return best.forms }
    var text = input
    text.bytes = try part(.text, of: input)
    best.take(recogniser.forms(in: try FlowedTextReader().grids(text)))
    return best.forms
  }

  /// Plain text in reading order, pages apart by form feeds.
  func text(of input: FormInput) throws(ReadingError) -> String {
    let text = String(decoding: try part(.text, of: input), as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ReadingError(.pdf(.noText), in: input.name)
    }
    return text
  }

  private func pages(of input: FormInput) throws(ReadingError) -> [PDFPage] {
    guard let pages = PDFPage.pages(try part(.words, of: input), limit: input.limits.words) else {
      throw ReadingError(.tooManyWords(limit: input.limits.words), in: input.name)
    }
    guard pages.count <= input.limits.pages else {
      throw ReadingError(.tooManyPages(limit: input.limits.pages), in: input.name)
    }
    guard pages.contains(where: { !$0.words.isEmpty }) else {
      throw ReadingError(.pdf(.noText), in: input.name)
    }
    return pages
  }

  private func part(_ part: ReadingTools.PDFPart, of input: FormInput) throws(ReadingError) -> [UInt8] {
    guard let tool = input.tools.pdf else { throw ReadingError(.pdf(.tool(.missing)), in: input.name) }
    do throws(ReadingTools.Fault) {
      let output = try tool(part, input.bytes, input.limits)
      return part == .drawing ? output : RadicalLetters.replaced(in: output)
    } catch {
      throw ReadingError(.pdf(.tool(error)), in: input.name)
    }
  }
}

/// The best of several readings of a file.
private struct PDFReading {
  private(set) var forms: [LocatedForm] = []
  private var values = 0
  private var unplaced = 0

  /// Whether hardly anything was left over.
  var isGood: Bool {
    forms.contains { !$0.form.indicators.isEmpty } && 20 * unplaced <= values
  }

  /// Takes another reading where it gives clearly more values a place.
  mutating func take(_ other: [LocatedForm]) {
    let values = other.reduce(0) { $0 + $1.locations.reduce(0) { count, _ in count + 1 } }
    let unplaced = other.reduce(0) { $0 + $1.remarks.count { $0.kind == .unplaced } }
    let least = 21 * (self.values - 2 * self.unplaced) / 20
    guard !other.isEmpty, forms.isEmpty || values - 2 * unplaced > least else { return }
    (forms, self.values, self.unplaced) = (other, values, unplaced)
  }
}
