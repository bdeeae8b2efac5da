import FormReading
import TestSupport

/// A Word document with this body; `w:` is left out of the names of elements and attributes.
func wordDocument(_ body: String, isStrict: Bool = false) -> [UInt8] {
  let space =
    isStrict
    ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
    : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  return wordArchive("<document xmlns=\"\(space)\"><body>\(body)</body></document>")
}

/// A Word document whose main part is this text.
func wordArchive(_ part: String) -> [UInt8] {
  ZipFile(["[Content_Types].xml": "<Types/>", "word/document.xml": part]).bytes
}

/// A paragraph of one run.
func paragraph(_ text: String) -> String { "<p><r><t>\(text)</t></r></p>" }

/// A cell with properties and one paragraph.
func cell(_ text: String, _ properties: String = "") -> String {
  "<tc><tcPr>\(properties)</tcPr>\(paragraph(text))</tc>"
}

/// The grids of a file, read by the format that recognises it.
func gridFile(_ bytes: [UInt8], named name: String) throws -> GridFile {
  let input = FormInput(bytes: bytes, name: name)
  guard let format = FormReader.format(of: input) as? any GridFormat else { return GridFile() }
  return try format.grids(input)
}

/// What stands where: one line for each grid, `row,column[+rows×columns]@place text` for each cell.
func picture(_ file: GridFile) -> [String] {
  file.grids.map { grid in
    let cells = grid.cells.map { cell in
      let span = cell.rowSpan > 1 || cell.columnSpan > 1 ? "+\(cell.rowSpan)×\(cell.columnSpan)" : ""
      let hidden = cell.isHidden ? "!" : ""
      let text = file.string(of: cell).replacing("\n", with: "⏎").replacing("\t", with: "→")
      return "\(cell.row),\(cell.column)\(span)\(hidden) \(text)"
    }
    let name = if case .table(let number) = grid.source { "T\(number)" } else { "P" }
    return "\(name): \(cells.joined(separator: " | "))"
  }
}

/// See `picture`.
func picture(ofWord body: String) throws -> [String] {
  picture(try gridFile(wordDocument(body), named: "a.docx"))
}
