import FormModel
import FormReading
import TestSupport
import Testing

@Suite("Files that hold no form that can be read")
struct ForeignKindTests {
  static let office = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>"

  static let files: [(String, [UInt8], ForeignKind)] = [
    ("a.zip", ZipFile(["甲.xlsx": "x", "乙.docx": "y"]).bytes, .packed),
    ("a.rar", Array("Rar!\u{1A}\u{7}".utf8) + [0, 1, 2], .packed),
    ("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], .packed),
    ("a.tar.gz", [0x1F, 0x8B, 8, 0, 0], .packed),
    ("a.ofd", ZipFile(["OFD.xml": "<OFD/>", "Doc_0/Document.xml": ""]).bytes, .ofd),
    ("a.ods", ZipFile(["mimetype": "application/vnd.oasis", "content.xml": "<a/>"]).bytes, .openDocument),
    (
      "a.pptx", ZipFile(["[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"]).bytes, .presentation
    ),
    ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .picture),
    ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture),
    ("a.rtf", Array("{\\rtf1\\ansi 甲}".utf8), .richText),
    (
      "a.mht", Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x".utf8),
      .webArchive
    ),
    ("a.xls", Array(office.utf8), .officeXML),
    ("a.bin", [0x01, 0xC3, 0x28, 0x00, 0xFF, 0xFE, 0x02], .binary),
  ]

  @Test("are told by their beginning", arguments: files)
  func kinds(name: String, bytes: [UInt8], kind: ForeignKind) {
    let error = #expect(throws: ReadingError.self) { try FormReader.read(bytes, name: name) }
    #expect(error?.problem == .foreign(kind))
    #expect(error.map { $0.text.hasPrefix(name + ": ") && !$0.help.isEmpty } == true)
  }

  @Test("the list of formats names no ending that is refused")
  func formats() {
    let error = #expect(throws: ReadingError.self) {
      try FormReader.read(Array("garbage".utf8), name: "a.xyz")
    }
    #expect(error?.help.contains(".xlsx") == true)
    #expect(error?.help.contains(".doc、") == false && error?.help.contains(".et") == false)
  }
}

@Suite("Text from mails and tables that begin like YAML")
struct PastedTextTests {
  private static let rows = """
    项目支出绩效目标申报表
    项目名称\t甲\t主管部门\t某局
    一级指标\t二级指标\t三级指标\t指标值
    产出指标\t数量指标\t设备数\t≥6台
    \t质量指标\t合格率\t>95%
    """

  private func read(_ text: String, name: String = "a.txt") throws -> [LocatedForm] {
    try FormReader.read(Array(text.utf8), name: name, spellings: spellings)
  }

  @Test("signs of quoting are no text", arguments: ["> ", ">", ">> ", "> > "])
  func quoted(sign: String) throws {
    let lines = Self.rows.split(separator: "\n")
    let text = "你好：\n" + lines.map { (sign == ">" ? "> " : sign) + $0 }.joined(separator: "\n") + "\n>\n"
    let form = try #require(try read(text).first)
    #expect(form.form[.title] == "项目支出绩效目标申报表" && form.form[.project] == "甲")
    #expect(form.form.indicators.map { $0.target?.text } == ["≥6台", ">95%"])
    #expect(form.remarks.map(\.text) == ["你好："])
  }

  @Test("a line that begins with > in a text that is not quoted stays")
  func unquoted() throws {
    let form = try #require(try read(Self.rows + "\n> 95\n").first)
    #expect(form.remarks.contains { $0.text.contains("> 95") })
  }

  @Test("a quoted table of a wiki")
  func quotedPipes() throws {
    let lines = Self.rows.replacing("\t", with: " | ").split(separator: "\n").map { "> | \($0) |" }
    let form = try #require(try read(lines.joined(separator: "\n")).first)
    #expect(form.form[.project] == "甲" && form.form.indicators.count == 2)
  }

  @Test("a label with a colon in the first cell", arguments: [",", ";", "\t"])
  func colon(separator: String) throws {
    let text = Self.rows.split(separator: "\n").dropFirst().joined(separator: "\n")
      .replacing("项目名称", with: "项目名称：").replacing("\t", with: separator)
    let form = try #require(try read(text, name: separator == "\t" ? "a.txt" : "a.csv").first)
    #expect(form.form[.project] == "甲")
  }
}
