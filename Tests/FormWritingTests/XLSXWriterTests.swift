import FormModel
import FormTemplates
import FormWriting
import OfficeFiles
import TestSupport
import Testing

@Suite("Workbooks")
struct XLSXWriterTests {
  private let writer = XLSXWriter(options: WritingOptions(layouts: Samples.layouts))

  @Test("The same form gives the same bytes")
  func reproducible() throws {
    let template = try Samples.template()
    let once = try writer.bytes(of: Samples.library, template: template)
    #expect(try writer.bytes(of: Samples.library, template: template) == once)
  }

  /// What a spreadsheet would take for a formula, a date or a number is a text of the shared strings.
  @Test(arguments: [
    "=100%", "-5%", "+3", "1-2", "3/4", "110101199003078888", "007", "@SUM(A1)", "=HYPERLINK(\"http://a\")",
    "_x0041_", "'=1", "<b>&", "2027-06-30前", "≥95%", "1e5",
  ])
  func textStaysText(target: String) throws {
    var form = Samples.library
    form.indicators[0].target = TargetValue(target)
    let bytes = try writer.bytes(of: form, template: try Samples.template())
    let parts = try ZipArchive.open(bytes) { (archive) throws(OfficeFileError) in
      (
        sheet: try archive.bytes(of: "xl/worksheets/sheet1.xml"), names: archive.names
      )
    }
    let sheet = String(decoding: parts.sheet, as: UTF8.self)
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    #expect(!parts.names.contains { $0.contains("rels/sheet") })
    let back = try #require(try PrintedSamples.read(bytes, ending: "xlsx").first)
    #expect(back.form.indicators[0].target?.text == target)
  }

  @Test("Many forms are sheets of one workbook, each with a name of its own")
  func manyForms() throws {
    let template = try Samples.template()
    let forms = Array(repeating: (form: Samples.library, template: template), count: 3)
    let bytes = try #require(try writer.bytes(of: forms))
    let back = try PrintedSamples.read(bytes, ending: "xlsx").map(\.form.indicators.count)
    #expect(back == Array(repeating: Samples.library.indicators.count, count: 3))
    let workbook = try ZipArchive.open(bytes) { (archive) throws(OfficeFileError) in
      try archive.bytes(of: "xl/workbook.xml")
    }
    let names = String(decoding: workbook, as: UTF8.self).matches(of: /<sheet name="([^"]+)"/).map(\.output.1)
    #expect(names.count == 3 && Set(names).count == 3)
  }

  @Test("A text longer than a cell can hold is told with its place")
  func tooLong() throws {
    var form = Samples.library
    form[.annualGoal] = String(repeating: "长", count: Workbook.longestText + 1)
    let error = #expect(throws: WritingError.self) {
      try writer.bytes(of: form, template: try Samples.template())
    }
    #expect(error?.description.contains("32768 字") == true)
  }

  @Test("A goal of thousands of signs gets as many rows as it needs")
  func longGoal() throws {
    var form = Samples.library
    form[.annualGoal] = String(repeating: "本年度完成设备布设并投入使用。", count: 300)
    let bytes = try writer.bytes(of: form, template: try Samples.template())
    let back = try #require(try PrintedSamples.read(bytes, ending: "xlsx").first)
    #expect(back.form[.annualGoal] == form[.annualGoal])
    #expect(back.form.indicators.count == form.indicators.count)
  }

  @Test(arguments: [
    ("fonts: {title: 黑体}", "body"), ("fonts: {title: 黑体, body: 宋体}\nsizes: {title: 900}", "title"),
    ("", "fonts"),
  ])
  func brokenLayout(text: String, word: String) throws {
    let writer = XLSXWriter(options: WritingOptions(layouts: [XLSXWriter.layoutName: text]))
    let error = #expect(throws: WritingError.self) {
      try writer.bytes(of: Samples.library, template: try Samples.template())
    }
    #expect(error?.description.contains(word) == true)
  }
}
