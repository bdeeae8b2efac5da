import FormReading
import OfficeFiles
import TestSupport
import Testing

@Suite("Hostile documents give errors, never a crash")
struct DocumentHostileTests {
  @Test(
    "what is wrong with the main part",
    arguments: [
      ("甲", .malformed(part: "word/document.xml", line: 1)),
      ("", .malformed(part: "word/document.xml", line: 1)),
      ("<document><body><p>", .malformed(part: "word/document.xml", line: 1)),
      ("<document><p>\u{0}</p></document>", .malformed(part: "word/document.xml", line: 1)),
      ("<document><p>\u{1B}[31m</p></document>", .malformed(part: "word/document.xml", line: 1)),
      ("<!DOCTYPE document><document/>", .doctype(part: "word/document.xml")),
      (
        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><document>&a;</document>",
        .doctype(part: "word/document.xml")
      ),
    ] as [(String, OfficeFileError)])
  func mainPart(text: String, error: OfficeFileError) {
    expectError(wordArchive(text), .office(error))
  }

  @Test(
    "nesting of 100,000", arguments: ["a", "tbl", "tc", "sdt", "r", "txbxContent", "AlternateContent"])
  func depth(name: String) {
    let text =
      String(repeating: "<\(name)>", count: 100_000) + String(repeating: "</\(name)>", count: 100_000)
    expectError(wordDocument(text), .office(.tooDeep(part: "word/document.xml", limit: 256)))
  }

  @Test("a page that adds to its style before every cell")
  func styles() throws {
    let page = "<table><tr>" + String(repeating: "<style>a{}</style><td>甲</td>", count: 16_000) + "</table>"
    #expect(throws: ReadingError.self) { try FormReader.read(Array(page.utf8), name: "表.html") }
  }

  @Test("nested tables as deep as they may be")
  func nestedTables() throws {
    let depth = 80
    let text =
      String(repeating: "<tbl><tr>\(String(repeating: cell("甲"), count: 4))<tc>", count: depth)
      + paragraph("乙")
      + String(repeating: "</tc></tr></tbl>", count: depth)
    let file = try gridFile(wordDocument(text), named: "a.docx")
    #expect(file.grids.map(\.cells.count) == [4 * depth + 1])
    #expect(file.grids[0].cells.last?.column == Int32(4 * depth))
  }

  @Test("a document without a main part, an old one, one with a password")
  func missingPart() {
    let archive = ZipFile(["a.xml": "<a/>"]).bytes
    expectError(archive, .office(.missingPart("word/document.xml")))
    expectError([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .compoundFile)
  }

  @Test("caps on text, cells and elements")
  func caps() {
    var limits = FormInput.Limits()
    limits.archive.cellBytes = 20
    let text = wordDocument(paragraph("七个汉字不止"))
    #expect(error(text, limits) == nil)
    #expect(error(wordDocument(paragraph("一共七个汉字了")), limits) == .office(.tooMuchText(limit: 20)))
    limits.archive.cellBytes = 1000
    limits.archive.cells = 2
    let three = "<tbl><tr>\(cell("甲"))\(cell("乙"))\(cell("丙"))</tr></tbl>"
    #expect(error(wordDocument(three), limits) == .office(.tooManyCells(limit: 2)))
    limits.archive.xml.elements = 10
    #expect(
      error(wordDocument(three), limits) == .office(.tooManyElements(part: "word/document.xml", limit: 10)))
  }

  @Test("a paragraph of 50 MB and a million empty ones")
  func size() throws {
    let long = String(repeating: "长", count: 17_000_000)
    let file = try gridFile(wordDocument(paragraph(long)), named: "a.docx")
    #expect(file.grids.map(\.cells.count) == [1])
    #expect(file.text.count == 51_000_000)
    let many = String(repeating: "<p/>", count: 1_000_000) + paragraph("甲")
    #expect(try picture(ofWord: many) == ["P: 0,0 甲"])
  }

  @Test("every truncation, many damaged bytes", arguments: Array(UInt64(1)...4))
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let whole = wordDocument(
      paragraph("题目") + "<tbl><tr>\(cell("甲", "<vMerge/>"))\(cell("乙", "<gridSpan val='2'/>"))</tr></tbl>")
    for _ in 0..<200 {
      var bytes = whole
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      _ = error(bytes)
      expectError(Array(whole.prefix(.random(in: 4..<(whole.count - 22), using: &random))), nil)
    }
  }

  /// The file is refused, with this error where one is given.
  private func expectError(_ bytes: [UInt8], _ problem: ReadingError.Problem?) {
    let found = error(bytes)
    #expect(found != nil)
    if let problem { #expect(found == problem) }
  }

  private func error(
    _ bytes: [UInt8], _ limits: FormInput.Limits = FormInput.Limits()
  ) -> ReadingError.Problem? {
    let input = FormInput(bytes: bytes, name: "a.docx", limits: limits)
    do throws(ReadingError) {
      _ = try (FormReader.format(of: input) as? any GridFormat)?.grids(input)
      return nil
    } catch { return error.problem }
  }
}
