import FormComparison
import FormModel
import FormWriting
import Foundation
import OfficeFiles
import TestSupport
import Testing

@Suite("Comparisons for office programs")
struct OfficeComparisonTests {
  private static let setting = ReportSetting(rules: [], layouts: Samples.layouts)

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let part = try ZipArchive.open(bytes) { (archive) throws(OfficeFileError) in try archive.bytes(of: name) }
    return String(decoding: part, as: UTF8.self)
  }

  private func sheets(of bytes: [UInt8]) throws -> [String] {
    try part("xl/workbook.xml", of: bytes).matches(of: /<sheet name="([^"]+)"/).map { String($0.output.1) }
  }

  @Test("One pair is three sheets, several are a summary and three")
  func sheetNames() throws {
    let pair = ComparisonSections(try ComparisonSamples.pair())
    let reporter = XLSXComparison(Self.setting)
    #expect(try sheets(of: reporter.bytes(of: [pair], UnpairedForms())) == ["对照", "变动", "得分"])
    #expect(try sheets(of: reporter.bytes(of: [pair, pair], UnpairedForms())) == ["汇总", "对照", "变动", "得分"])
    let left = try reporter.bytes(of: [pair], UnpairedForms(approved: ["三.yaml"]))
    #expect(try sheets(of: left).first == "汇总")
    #expect(try part("xl/sharedStrings.xml", of: left).contains("三.yaml"))
  }

  @Test("Rows, changes and points stand in the sheets")
  func contents() throws {
    let bytes = try XLSXComparison(Self.setting).bytes(
      of: [ComparisonSections(try ComparisonSamples.pair())], UnpairedForms())
    let texts = try part("xl/sharedStrings.xml", of: bytes)
    for text in ["≥6台", "≥5台", "▼ 指标值", "放宽", "少 1台（16.67%）", "－ 没有自评", "小计", "总分"] {
      #expect(texts.contains(">\(text)<"), "\(text)")
    }
    #expect(texts.contains("5 ÷ 6 × 10 = 8.33"))
  }

  @Test(
    "Text of a form is never a formula, a link or markup",
    arguments: ["=1+1", "@SUM(A1)", "-5%", "<b>&", "http://a"])
  func hostile(text: String) throws {
    let pair = ComparisonSections(try ComparisonSamples.pair(project: text, target: text, note: text))
    let book = try XLSXComparison(Self.setting).bytes(of: [pair, pair], UnpairedForms())
    for number in 1...4 {
      let sheet = try part("xl/worksheets/sheet\(number).xml", of: book)
      #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
      #expect(!sheet.contains("<v>1+1") && sheet.contains("t=\"s\""))
    }
    let document = try part(
      "word/document.xml", of: try DOCXComparison(Self.setting).bytes(of: [pair], UnpairedForms()))
    #expect(
      !document.contains("<b>&") && !document.contains("w:hyperlink") && !document.contains("w:fldSimple"))
  }

  @Test("A document has a table for each part, its heads repeated, and the same bytes each time")
  func document() throws {
    let pair = ComparisonSections(try ComparisonSamples.pair())
    let reporter = DOCXComparison(Self.setting)
    let bytes = try reporter.bytes(of: [pair], UnpairedForms())
    #expect(try reporter.bytes(of: [pair], UnpairedForms()) == bytes)
    let document = try part("word/document.xml", of: bytes)
    #expect(document.components("<w:tbl>") == 3 && document.components("<w:tblHeader/>") == 6)
    #expect(document.contains("5 ÷ 6 × 10 = 8.33") && document.contains("w:orient=\"landscape\""))
    let many = try part("word/document.xml", of: try reporter.bytes(of: [pair, pair], UnpairedForms()))
    #expect(many.components("<w:tbl>") == 7)
  }
}

private let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first { path in
  FileManager.default.isExecutableFile(atPath: path)
}

@Suite(
  "LibreOffice opens comparisons",
  .enabled(if: office != nil, "no LibreOffice here"))
struct OfficeComparisonPeerTests {
  /// Saves a file of a folder in another format, and gives its text.
  private func text(of name: String, as ending: String, in folder: TemporaryFolder) throws -> String {
    let run = try CommandRun(
      office ?? "",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", ending,
        "--outdir",
        "out", name,
      ], environment: CommandRun.environment(home: folder.path), folder: folder.path, seconds: 300)
    try #require(run.status == 0, "\(run.errors)")
    let stem = name.prefix { $0 != "." }
    return folder.text("out/\(stem).\(ending.prefix { $0 != ":" })") ?? ""
  }

  @Test("What looks like a formula is shown as it is, and the rows stand there")
  func opens() throws {
    let setting = ReportSetting(rules: [], layouts: Samples.layouts)
    let folder = try TemporaryFolder()
    let pair = ComparisonSections(try ComparisonSamples.pair(target: "=1+1", note: "@SUM(A1)"))
    let book = Data(try XLSXComparison(setting).bytes(of: [pair], UnpairedForms()))
    try book.write(to: URL(fileURLWithPath: folder.path + "/对照.xlsx"))
    let document = Data(try DOCXComparison(setting).bytes(of: [pair], UnpairedForms()))
    try document.write(to: URL(fileURLWithPath: folder.path + "/文档.docx"))
    for text in [
      try text(of: "对照.xlsx", as: "csv:Text - txt - csv (StarCalc):44,34,76", in: folder),
      try text(of: "文档.docx", as: "txt:Text (encoded):UTF8", in: folder),
    ] {
      for cell in ["=1+1", "@SUM(A1)", "≥6台", "自助借还设备布设数量", "批复的指标值"] {
        #expect(text.contains(cell), "\(cell)")
      }
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
