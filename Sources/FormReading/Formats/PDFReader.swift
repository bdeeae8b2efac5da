import FormModel

/// PDF, through the words and ruled lines that poppler takes from it.
///
/// The cells are what stands between the ruled lines of a table; a table without lines is read as running text.
struct PDFReader: FormFormat {
  let name = "PDF"
  let extensions = ["pdf"]
  /// Fewer cells between lines are no table.
  private static let fewestCells = 6

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: Array("%PDF-".utf8)) }

  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    let words = try part(.words, of: input)
    let pages = PDFPage.pages(words)
    guard pages.count <= input.limits.pages else {
      throw ReadingError(.tooManyPages(limit: input.limits.pages), in: input.name)
    }
    guard pages.contains(where: { !$0.words.isEmpty }) else {
      throw ReadingError(.pdf(.noText), in: input.name)
    }
    let recogniser = try input.recogniser()
    let ruled = PDFGrid(pages: pages, drawing: PDFDrawing(try part(.drawing, of: input)))
    if ruled.ruledCells >= Self.fewestCells {
      let forms = recogniser.forms(in: ruled.file)
      if !forms.isEmpty { return forms }
    }
    return try formsWithoutLines(pages, of: input, recogniser)
  }

  /// Running text first; then words in rows, as a table without lines prints them.
  private func formsWithoutLines(_ pages: [PDFPage], of input: FormInput, _ recogniser: Recogniser)
    throws(ReadingError) -> [LocatedForm]
  {
    var text = input
    text.bytes = try part(.text, of: input)
    let forms = recogniser.forms(in: try FlowedTextReader().grids(text))
    if !forms.isEmpty { return forms }
    return recogniser.forms(in: PDFGrid(pages: pages, drawing: PDFDrawing([])).file)
  }

  private func part(_ part: ReadingTools.PDFPart, of input: FormInput) throws(ReadingError) -> [UInt8] {
    guard let tool = input.tools.pdf else { throw ReadingError(.pdf(.tool(.missing)), in: input.name) }
    do throws(ReadingTools.Fault) {
      let output = try tool(part, input.bytes, input.limits.pages + 1)
      return part == .drawing ? output : RadicalLetters.replaced(in: output)
    } catch {
      throw ReadingError(.pdf(.tool(error)), in: input.name)
    }
  }
}
