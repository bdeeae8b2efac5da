import OfficeFiles
import TestSupport
import Testing

@testable import FormReading

@Suite("Workbooks that want to do harm are refused, and why is said")
struct WorkbookHostileTests {
  static let cell = "<row><c><v>1</v></c></row>"

  @Test("each says what is wrong", arguments: HostileWorkbook.all)
  func refusal(file: HostileWorkbook) {
    do {
      _ = try FormReader.read(file.bytes, name: "表.xlsx", limits: file.limits)
      Issue.record("it is read")
    } catch {
      #expect(error.problem == file.problem)
      #expect(error.text.hasPrefix("表.xlsx: ") && error.text.utf8.count < 700, "\(error.text)")
      #expect(!error.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test("cut off anywhere it is refused")
  func truncation() {
    let bytes = WorkbookParts().bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: ReadingError.self) { try FormReader.read(Array(bytes[..<count]), name: "表.xlsx") }
    }
  }

  @Test("damaged anywhere it is an error, or the cells that were there")
  func damage() throws {
    var parts = WorkbookParts()
    parts.sheets = [("甲", "<row r='1'><c r='A1' t='s'><v>1</v></c></row>")]
    let bytes = parts.bytes
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      var damaged = bytes
      let bit = Int.random(in: 0..<(bytes.count * 8), using: &random)
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      if let file = try? grids(damaged) { #expect(described(file) == ["甲!A1 富文本"], "bit \(bit)") }
    }
  }

  @Test("absurd numbers of rows, columns and merged areas cost nothing")
  func absurd() throws {
    var parts = WorkbookParts()
    parts.sheets = [
      (
        "甲",
        (0..<500).map { "<row r='\($0 * 2000 + 1)'><c r='A\($0 * 2000 + 1)'><v>\($0)</v></c></row>" }.joined()
      )
    ]
    parts.head =
      "<cols>" + String(repeating: "<col min='1' max='2147483647' width='9'/>", count: 1000) + "</cols>"
    parts.tail =
      "<mergeCells>" + String(repeating: "<mergeCell ref='A1:XFD1048576'/>", count: 20_000) + "</mergeCells>"
    let cells = try #require(try grids(parts.bytes).grids.first).cells
    #expect(cells.count == 500)
    #expect(cells.first?.rowSpan == 998_001 && cells.first?.columnSpan == 1)
  }

  @Test("thousands of hidden columns cost a cell nothing")
  func hiddenColumns() throws {
    var parts = WorkbookParts()
    parts.head =
      "<cols>" + (2...16_000).map { "<col min='\($0)' max='\($0)' hidden='1'/>" }.joined() + "</cols>"
    parts.sheets = [("甲", (1...20_000).map { "<row r='\($0)'><c><v>1</v></c></row>" }.joined())]
    let cells = try #require(try grids(parts.bytes).grids.first).cells
    #expect(cells.count == 20_000 && cells.allSatisfy { !$0.isHidden })
  }

  @Test("hidden ranges: overlapping, backwards, before the first column and behind the last")
  func hiddenRanges() {
    var columns = HiddenColumns()
    columns.hide(1...2)
    columns.hide(2...4)
    columns.hide(16_383...Int(Int32.max))
    columns.hide(20_000...20_001)
    #expect((0..<20_010).filter(columns.contains) == [1, 2, 3, 4, 16_383])
    for _ in 0..<100_000 { columns.hide(0...16_383) }
    #expect(columns.contains(0) && !columns.contains(16_384))
  }

  @Test("attributes and namespaces that take libxml2 long to compare are refused early")
  func comparisons() {
    var parts = WorkbookParts()
    let names = (0..<120).map { "n\($0)" }
    let cell = names.prefix(60).map { "\($0):a='1'" }.joined(separator: " ")
    let spaces = names.map { "xmlns:\($0)='\($0)'" }.joined(separator: " ")
    let rows = String(repeating: "<row><c \(cell)><v>1</v></c></row>", count: 40_000)
    parts.replaced["xl/worksheets/sheet1.xml"] =
      "<worksheet \(spaces)><sheetData>\(rows)</sheetData></worksheet>"
    #expect(throws: ReadingError(.office(.tooManyAttributes(part: "xl/worksheets/sheet1.xml")), in: "表.xlsx"))
    {
      try FormReader.read(parts.bytes, name: "表.xlsx")
    }
  }

  @Test("a sheet is found by its relationship, however many there are")
  func manySheets() {
    let count = 20_000
    var parts = WorkbookParts()
    parts.replaced["xl/workbook.xml"] =
      "<workbook><sheets>" + String(repeating: "<sheet name='甲' id='last'/>", count: count)
      + "</sheets></workbook>"
    parts.replaced["xl/_rels/workbook.xml.rels"] =
      "<Relationships>"
      + (0..<count).map { "<Relationship Id='r\($0)' Type='a/chartsheet' Target='b'/>" }.joined()
      + "<Relationship Id='last' Type='a/chartsheet' Target='c'/></Relationships>"
    #expect(throws: ReadingError.self) { try FormReader.read(parts.bytes, name: "表.xlsx") }
  }
}

/// A workbook that is refused.
struct HostileWorkbook: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]
  var problem: ReadingError.Problem
  var limits = FormInput.Limits()

  private init(
    _ name: String, _ bytes: [UInt8], _ problem: ReadingError.Problem,
    limits: (inout ArchiveLimits) -> Void = { _ in }
  ) {
    testDescription = name
    self.bytes = bytes
    self.problem = problem
    limits(&self.limits.archive)
  }

  private static let sheet = "xl/worksheets/sheet1.xml"

  static let all: [HostileWorkbook] = [
    HostileWorkbook(
      "compound file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504),
      .compoundFile),
    HostileWorkbook(
      "another archive", ZipFile(["a.txt": "甲"]).bytes, .foreign(.packed)),
    rows(
      "cell behind the last column", "<row><c r='XFE1'><v>1</v></c></row>",
      .invalid(part: sheet, what: "XFE1")),
    rows(
      "cell behind the last row", "<row><c r='A1048577'><v>1</v></c></row>",
      .invalid(part: sheet, what: "A1048577")),
    rows("row behind the last one", "<row r='1048577'/>", .invalid(part: sheet, what: "1048577")),
    rows("row 0", "<row r='0'/>", .invalid(part: sheet, what: "0")),
    rows(
      "rows run over", "<row r='1048576'/><row><c><v>1</v></c></row>",
      .invalid(part: sheet, what: "row 1048577")),
    rows("no reference", "<row><c r='甲1'/></row>", .invalid(part: sheet, what: "甲1")),
    rows(
      "huge reference", "<row><c r='A99999999999999999999'/></row>",
      .invalid(part: sheet, what: "A99999999999999999999")),
    rows(
      "shared text that is not there", "<row><c t='s'><v>4</v></c></row>",
      .invalid(part: sheet, what: "sharedStrings 4")),
    rows(
      "shared text below zero", "<row><c t='s'><v>-1</v></c></row>",
      .invalid(part: sheet, what: "sharedStrings -1")),
    rows(
      "cells without end", String(repeating: "<row><c><v>1</v></c></row>", count: 11),
      .tooManyCells(limit: 10)
    ) { $0.cells = 10 },
    rows(
      "one text in many cells", String(repeating: "<row><c t='s'><v>1</v></c></row>", count: 12),
      .tooMuchText(limit: 100)
    ) { $0.cellBytes = 100 },
    rows("deep", String(repeating: "<a>", count: 100_000), .tooDeep(part: sheet, limit: 256)),
    rows("cut XML", "<row>", .malformed(part: sheet, line: 1)),
    rows("escape sequence", "<row><c r='\u{9B}31m'/></row>", .invalid(part: sheet, what: "\u{9B}31m")),
    replaced(sheet, "<!DOCTYPE a [<!ENTITY b 'x'>]><worksheet>&b;</worksheet>", .doctype(part: sheet)),
    replaced(
      "xl/workbook.xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><workbook/>",
      .doctype(part: "xl/workbook.xml")),
    replaced("xl/sharedStrings.xml", "<sst>", .malformed(part: "xl/sharedStrings.xml", line: 1)),
    replaced("xl/styles.xml", "甲", .malformed(part: "xl/styles.xml", line: 1)),
    replaced(
      "xl/_rels/workbook.xml.rels", "<Relationships/>", .invalid(part: "xl/workbook.xml", what: "表一")),
    replaced(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='a/worksheet' Target='../../../etc/passwd'/></Relationships>",
      .invalid(part: "xl/_rels/workbook.xml.rels", what: "表一")),
    replaced(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='a/worksheet' Target='http://127.0.0.1/' TargetMode='External'/></Relationships>",
      .invalid(part: "xl/_rels/workbook.xml.rels", what: "表一")),
    replaced(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='a/worksheet' Target='nowhere.xml'/></Relationships>",
      .missingPart("xl/nowhere.xml")),
    merged("A1:XFE1"), merged("B2:A1"), merged("甲"), merged(":"),
    bomb("bomb of 20 MB", " ", 20 << 20, .ratio(part: sheet)),
    bomb("bomb of blanks", " ", 200 << 20, .tooLarge(part: sheet, limit: 64 << 20)),
    forgedBomb,
  ]

  private static func rows(
    _ name: String, _ rows: String, _ error: OfficeFileError, limits: (inout ArchiveLimits) -> Void = { _ in }
  ) -> HostileWorkbook {
    var parts = WorkbookParts()
    parts.sheets = [("表一", rows)]
    return HostileWorkbook(name, parts.bytes, .office(error), limits: limits)
  }

  private static func replaced(_ part: String, _ text: String, _ error: OfficeFileError) -> HostileWorkbook {
    var parts = WorkbookParts()
    parts.replaced[part] = text
    return HostileWorkbook("\(part) \(text.prefix(60))", parts.bytes, .office(error))
  }

  private static func merged(_ area: String) -> HostileWorkbook {
    var parts = WorkbookParts()
    parts.tail = "<mergeCells><mergeCell ref='\(area)'/></mergeCells>"
    return HostileWorkbook("merged \(area)", parts.bytes, .office(.invalid(part: sheet, what: area)))
  }

  /// A sheet that is small in the file and large when it is inflated.
  private static func packed(_ piece: String, _ count: Int) -> [ZipFile.Entry] {
    let byte = piece.utf8.first ?? 0x20
    return WorkbookParts().entries.map { entry in
      guard entry.name == Array(sheet.utf8) else { return entry }
      return ZipFile.Entry(sheet, deflated: [.text("<worksheet><sheetData>"), .repeated(byte, count: count)])
    }
  }

  private static func bomb(_ name: String, _ piece: String, _ count: Int, _ error: OfficeFileError)
    -> HostileWorkbook
  {
    HostileWorkbook(name, ZipFile(packed(piece, count)).bytes, .office(error))
  }

  private static var forgedBomb: HostileWorkbook {
    var entries = packed(" ", 50 << 20)
    for index in entries.indices where entries[index].method == 8 { entries[index].size = 10 }
    return HostileWorkbook(
      "claims 10 bytes, gives 50 MB", ZipFile(entries).bytes, .office(.ratio(part: sheet)))
  }
}
