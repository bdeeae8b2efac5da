import FormModel
import FormReading
import Testing

/// Lines of documents that are no forms.
struct RunningTextTests {
  private func lines(_ text: String, name: String) throws -> [RunningText.Line]? {
    try RunningText.lines(of: FormInput(bytes: Array(text.utf8), name: name))
  }

  @Test func textKeepsItsLineNumbers() throws {
    let found = try lines("# 六、年度预算安排\r\n\r\n - **128 万元**\n", name: "说明.md")
    #expect(
      found == [
        RunningText.Line("六、年度预算安排", at: .text(line: 1, column: 1)),
        RunningText.Line("128 万元", at: .text(line: 3, column: 1)),
      ])
  }

  @Test func pagesOfPDFAreJoinedWhereALineIsFull() throws {
    let text = "实施周期\n本项目自二〇二七年一月起实施，至十二月底完成，年度预算安排为\n128 万元。\n\u{0C}其他\n"
    let tools = ReadingTools { part, _, _ throws(ReadingTools.Fault) in
      part == .text ? Array(text.utf8) : []
    }
    let input = FormInput(bytes: Array("%PDF-1.7".utf8), name: "说明.pdf", tools: tools)
    let found = try #require(try RunningText.lines(of: input))
    #expect(found.map(\.text) == ["实施周期", "本项目自二〇二七年一月起实施，至十二月底完成，年度预算安排为128 万元。", "其他"])
    #expect(found.map(\.location) == [.page(1, line: 1), .page(1, line: 2), .page(2, line: 1)])
  }

  @Test func paragraphsAndRowsOfAWordDocument() throws {
    let body =
      paragraph("五、实施周期") + "<tbl><tr>" + cell("年度预算安排") + cell("128 万元") + "</tr><tr>" + cell("甲")
      + cell("乙")
      + cell("丙") + "</tr></tbl>"
    let input = FormInput(bytes: wordDocument(body), name: "说明.docx")
    let found = try #require(try RunningText.lines(of: input))
    #expect(found.map(\.text) == ["五、实施周期", "年度预算安排:128 万元", "甲 乙 丙"])
    #expect(found[0].location == .paragraph(1) && found[1].location == .table(1, row: 1, cell: 1))
  }

  @Test func aPDFWithoutTextAndABinaryAreNoText() throws {
    let tools = ReadingTools { _, _, _ throws(ReadingTools.Fault) in [0x0C] }
    let input = FormInput(bytes: Array("%PDF-1.7".utf8), name: "扫描.pdf", tools: tools)
    #expect(throws: ReadingError.self) { try RunningText.lines(of: input) }
    let binary = FormInput(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], name: "图.png")
    #expect(try RunningText.lines(of: binary) == nil)
  }
}
