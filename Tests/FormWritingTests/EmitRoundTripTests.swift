import FormModel
import FormTemplates
import FormWriting
import TestSupport
import Testing

/// Workbooks and documents of every template: written, read back, the same.
@Suite("Office files of every template are read as they were written")
struct EmitRoundTripTests {
  /// 2,000 with `JIXIAO_SOAK=1`.
  static let count: UInt64 = PrintedSamples.isSoak ? 2_000 : 70
  static let endings = ["xlsx", "docx"]

  private func templates() throws -> [Template] {
    let library = TemplateLibrary(Samples.templateFiles)
    return try library.ids.map { try library.template($0) }
  }

  /// Each form in the layout of a template of its kind, in turn.
  @Test("generated forms", arguments: endings)
  func generated(ending: String) throws {
    let templates = try templates()
    let writer = try #require(FormWriters.writer(named: ending)).init(
      options: WritingOptions(layouts: Samples.layouts))
    var tried: [String: Int] = [:]
    for seed in 0..<Self.count {
      let form = PrintedSamples.plausible(10_000 + seed)
      let own = templates.filter { $0.kind == form.kind }
      let template = own[Int(seed) % own.count]
      tried[template.id, default: 0] += 1
      let bytes = try writer.bytes(of: form, template: template)
      try PrintedSamples.hold(bytes, to: [form], ending: ending, "\(seed) as \(template.id).\(ending)")
    }
    #expect(tried.count == templates.count, "\(tried)")
  }

  @Test("many forms in one workbook")
  func oneWorkbook() throws {
    let template = try Samples.template()
    let forms = (0..<40 as Range<UInt64>).map { PrintedSamples.plausible(20_000 + $0) }
    let writer = XLSXWriter(options: WritingOptions(layouts: Samples.layouts))
    let bytes = try #require(try writer.bytes(of: forms.map { ($0, template) }))
    try PrintedSamples.hold(bytes, to: forms, ending: "xlsx", "40 sheets")
    let book = try PlaceSamples.text(of: "xl/workbook.xml", in: bytes)
    let names = book.matches(of: /<sheet name="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(names.map { $0.lowercased() }).count == 40 && names.allSatisfy { $0.utf16.count <= 37 })
  }

  @Test("title, unit and year stand in the properties, nobody's name and no hour", arguments: endings)
  func properties(ending: String) throws {
    let writer = try #require(FormWriters.writer(named: ending)).init(
      options: WritingOptions(layouts: Samples.layouts))
    let bytes = try writer.bytes(of: Samples.library, template: try Samples.template())
    let core = try PlaceSamples.text(of: "docProps/core.xml", in: bytes)
    let app = ending == "xlsx" ? try PlaceSamples.text(of: "docProps/app.xml", in: bytes) : ""
    for text in ["财政项目支出绩效目标申报表", "社区图书自助借还服务", "2027"] { #expect(core.contains(text)) }
    #expect((core + app).contains("某区图书馆"))
    #expect(!core.contains("lastModifiedBy>") || core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>"))
    #expect(core.contains("2000-01-01T00:00:00Z"))
    // The first day that zip archives know, in every part.
    let days = Set(Self.days(of: bytes))
    #expect(days == [0x0021], "\(days)")
  }

  /// The day of every entry, from the headers in front of the parts.
  private static func days(of bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast(30).filter { bytes[$0...].starts(with: [0x50, 0x4B, 0x03, 0x04]) }.map {
      Int(bytes[$0 + 12]) | Int(bytes[$0 + 13]) << 8
    }
  }
}
