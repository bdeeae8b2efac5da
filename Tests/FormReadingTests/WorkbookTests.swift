import FormModel
import TestSupport
import Testing

@testable import FormReading

@Suite("Workbooks as grids of printed cells")
struct WorkbookTests {
  @Test(
    "a cell",
    arguments: [
      ("<c r='A1' t='s'><v>0</v></c>", "甲"), ("<c r='A1' t='s'><v>1</v></c>", "富文本"),
      ("<c r='A1' t='s'><v>2</v></c>", "一\n二"), ("<c r='A1' t='s'><v>3</v></c>", "漢字"),
      ("<c r='A1' t='inlineStr'><is><t xml:space='preserve'> 乙 </t></is></c>", "乙"),
      (
        "<c r='A1' t='inlineStr'><is><r><t>丙</t></r><r><rPr><b/></rPr><t>丁</t></r><rPh><t>x</t></rPh></is></c>",
        "丙丁"
      ),
      ("<c r='A1' t='inlineStr'><is><t>_x000D_甲_x4E59__x005F_x</t></is></c>", "甲乙_x"),
      ("<c r='A1' t='str'><f>B1&amp;\"x\"</f><v>算出来</v></c>", "算出来"),
      ("<c r='A1'><f>1+1</f><v>2</v></c>", "2"), ("<c r='A1'><f>SUM(B1:B2)</f><v></v></c>", "=SUM(B1:B2)"),
      ("<c r='A1'><f>SUM(B1:B2)</f></c>", "=SUM(B1:B2)"), ("<c r='A1'><f t='shared' si='0'/></c>", "="),
      ("<c r='A1' t='b'><v>1</v></c>", "TRUE"), ("<c r='A1' t='e'><f>A0</f><v>#REF!</v></c>", "#REF!"),
      ("<c r='A1' t='d'><v>2027-01-01</v></c>", "2027-01-01"),
      ("<c r='A1'><v>0.30000000000000004</v></c>", "0.3"),
      ("<c r='A1' s='1'><v>0.95</v></c>", "95%"), ("<c r='A1' s='2'><v>43831</v></c>", "2020-01-01"),
      ("<c r='A1' s='3'><v>43831</v></c>", "2020年1月1日"), ("<c r='A1' s='4'><v>95</v></c>", "≥95"),
      ("<c r='A1' s='5' t='inlineStr'><is><t>长效</t></is></c>", "《长效》"),
      ("<c r='A1' s='99'><v>5</v></c>", "5"),
      ("<c r='A1'><v>x1</v></c>", "x1"), ("<x:c r='A1' t='inlineStr'><x:is><x:t>前缀</x:t></x:is></x:c>", "前缀"),
      ("<c r='A1' t='inlineStr'><is><t>　　缩进　</t></is></c>", "缩进"),
    ])
  func cell(xml: String, printed: String) throws {
    let file = try grids(workbook("<row r='1'>\(xml)</row>"))
    #expect(file.grids.count == 1)
    #expect(described(file) == ["表一!A1 \(printed)"])
  }

  @Test(
    "cells that show nothing",
    arguments: [
      "<c r='A1'/>", "<c r='A1' s='1' t='n'></c>", "<c r='A1' t='inlineStr'><is><t> \n　</t></is></c>",
      "<c r='A1' t='str'><f>IF(1,\"\")</f><v></v></c>", "<c r='A1' s='6'><v>0</v></c>", "",
    ])
  func blanks(xml: String) throws {
    #expect(try grids(workbook("<row r='1'>\(xml)</row>")).grids.isEmpty)
  }

  @Test("a number that its format hides is kept, and marked")
  func hiddenByFormat() throws {
    let file = try grids(workbook("<row r='1'><c r='A1' s='7'><v>5</v></c></row>"))
    #expect(described(file) == ["表一!A1 5 hidden"])
  }

  @Test("rows and cells without references, in any order, far apart")
  func sparseRows() throws {
    let cell = "<c><v>1</v></c>"
    let file = try grids(
      workbook("<row>\(cell)\(cell)</row><row r='5'><c r='C5'><v>2</v></c>\(cell)</row><row>\(cell)</row>"))
    #expect(described(file) == ["表一!A1 1", "表一!B1 1", "表一!C5 2", "表一!D5 1", "表一!A6 1"])
    let unsorted = try grids(
      workbook("<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c></row><row r='1'>\(cell)</row>"))
    #expect(described(unsorted) == ["表一!A1 1", "表一!A2 2", "表一!B2 1"])
    let far = try grids(
      workbook("<row r='1'>\(cell)</row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>"))
    #expect(described(far) == ["表一!A1 1", "表一!XFD1048576 2"])
  }

  @Test("merged areas span from their first cell and hide the others")
  func merged() throws {
    let rows = (1...3).map { row in
      "<row r='\(row)'>" + "ABC".map { "<c r='\($0)\(row)'><v>\(row)\($0 == "C" ? 1 : 0)</v></c>" }.joined()
        + "</row>"
    }
    let file = try grids(
      workbook(
        rows.joined(), tail: "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1:C1048576'/></mergeCells>"
      ))
    #expect(
      described(file) == [
        "表一!A1 10 2×2", "表一!C1 11 3×1", "表一!A2 20 hidden", "表一!B2 20 hidden", "表一!C2 21 hidden",
        "表一!A3 30", "表一!B3 30", "表一!C3 31 hidden",
      ])
  }

  @Test("a merged area stands where it is first shown, under the name of its first cell")
  func mergedOverHidden() throws {
    func row(_ number: Int, _ attributes: String = "") -> String {
      "<row r='\(number)' \(attributes)><c r='A\(number)'><v>\(number)0</v></c><c r='C\(number)'><v>\(number)1</v></c></row>"
    }
    let rows = row(1, "hidden='1'") + row(2, "hidden='1'") + row(3) + row(4)
    let file = try grids(workbook(rows, tail: "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>"))
    #expect(
      described(file) == [
        "表一!C1 11 hidden", "表一!A2 20 hidden", "表一!C2 21 hidden", "表一!A1 10", "表一!A3 30 hidden", "表一!C3 31",
        "表一!A4 40", "表一!C4 41",
      ])
    let columns = "<cols><col min='1' max='1' hidden='1'/></cols>"
    let wide = try grids(
      workbook(row(1), head: columns, tail: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"))
    #expect(described(wide) == ["表一!A1 10", "表一!C1 11"])
    #expect(wide.grids[0].cells.map(\.column) == [1, 2])
    let whole = try grids(
      workbook(row(1, "hidden='1'"), tail: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"))
    #expect(described(whole) == ["表一!A1 10 1×2 hidden", "表一!C1 11 hidden"])
  }

  @Test(
    "a formula that says something else than its text",
    arguments: [
      ("<c><f>SUM(B1:B2)</f></c>", GridCell.Formula.uncounted), ("<c><f>100%</f><v>1</v></c>", .number),
      ("<c><f>5</f><v>5</v></c>", .number), ("<c><f>100%</f></c>", .none),
      ("<c><f>B1*2</f><v>5</v></c>", .none),
      ("<c><f>5+5</f><v>10</v></c>", .none), ("<c><v>5</v></c>", .none),
    ])
  func formulas(xml: String, formula: GridCell.Formula) throws {
    #expect(try grids(workbook("<row>\(xml)</row>")).grids[0].cells[0].formula == formula)
  }

  @Test("what other threads read at the same time makes no difference")
  func threads() async throws {
    let bytes = workbook("<row><c t='s'><v>1</v></c><c s='1'><v>0.95</v></c></row>")
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<64 { group.addTask { described(try grids(bytes)) } }
      for try await cells in group { #expect(cells == ["表一!A1 富文本", "表一!B1 95%"]) }
    }
  }

  @Test("hidden rows, columns and sheets")
  func hidden() throws {
    let cells = "<c r='A1'><v>1</v></c><c r='B1'><v>2</v></c>"
    let columns = "<cols><col min='2' max='3' hidden='1'/><col min='5' max='5'/></cols>"
    #expect(
      described(try grids(workbook("<row r='1'>\(cells)</row>", head: columns))) == [
        "表一!A1 1", "表一!B1 2 hidden",
      ])
    #expect(
      described(try grids(workbook("<row r='1' hidden='1'><c><v>1</v></c></row><row><c><v>2</v></c></row>")))
        == ["表一!A1 1 hidden", "表一!A2 2"])
    #expect(
      described(try grids(workbook("<row><c><v>1</v></c></row>", head: "<sheetFormatPr zeroHeight='1'/>")))
        == ["表一!A1 1 hidden"])
    #expect(
      described(try grids(workbook("<row><c><v>1</v></c></row>", state: "veryHidden"))) == ["表一!A1 1 hidden"])
  }

  @Test("sheets in the order of the workbook, whatever their parts are called")
  func order() throws {
    var parts = WorkbookParts()
    parts.sheets = [("二", "<row><c><v>2</v></c></row>"), ("一", "<row><c><v>1</v></c></row>"), ("空", "")]
    #expect(described(try grids(parts.bytes)) == ["二!A1 2", "一!A1 1"])
  }

  @Test("days counted from 1904")
  func from1904() throws {
    var parts = WorkbookParts()
    parts.is1904 = true
    parts.sheets = [("甲", "<row><c s='2'><v>42369</v></c></row>")]
    #expect(described(try grids(parts.bytes)) == ["甲!A1 2020-01-01"])
  }

  @Test("a dimension of 17 billion cells costs nothing")
  func dimension() throws {
    let file = try grids(workbook("<row><c><v>1</v></c></row>", head: "<dimension ref='A1:XFD1048576'/>"))
    #expect(described(file) == ["表一!A1 1"])
  }

  private func workbook(_ rows: String, head: String = "", tail: String = "", state: String = "visible")
    -> [UInt8]
  {
    var parts = WorkbookParts()
    parts.sheets = [("表一", rows)]
    parts.head = head
    parts.tail = tail
    parts.state = state
    return parts.bytes
  }
}

/// The cells of a workbook.
func grids(_ bytes: [UInt8], limits: FormInput.Limits = FormInput.Limits()) throws -> GridFile {
  try XLSXReader().grids(FormInput(bytes: bytes, name: "表.xlsx", limits: limits))
}

/// `表一!A1 text 2×1 hidden`: the span where there is one.
func described(_ file: GridFile) -> [String] {
  file.grids.flatMap { grid in
    grid.cells.map { cell in
      "\(file.location(of: cell, in: grid)) \(file.string(of: cell))"
        + (cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)×\(cell.columnSpan)" : "")
        + (cell.isHidden ? " hidden" : "")
    }
  }
}
