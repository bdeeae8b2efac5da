import FormModel
import FormReading
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

/// What LibreOffice prints of the examples of all templates: as many pages as expected, nothing cut off.
@Suite(
  "Printed pages", .serialized,
  .enabled(if: Peer.office != nil && Peer.isThere("/usr/bin/pdftotext"), "no LibreOffice or no poppler here"))
struct PrintedPageTests {
  /// Pages of the example as a workbook and as a document.
  static let pages: [(id: String, xlsx: Int, docx: Int)] = [
    ("shanghai-target", 1, 1), ("mof-2021-target", 2, 3), ("shanghai-self-evaluation", 1, 1),
    ("shanghai-self-evaluation-2024", 1, 1), ("mof-2020-self-evaluation", 1, 1),
    ("baoshan-self-evaluation", 1, 1), ("shanghai-2019", 1, 1),
  ]

  @Test("examples of all templates", arguments: ["xlsx", "docx"])
  func examples(ending: String) throws {
    let folder = try TemporaryFolder()
    let library = TemplateLibrary(Samples.templateFiles)
    var tables: [FormTable] = []
    let writer = try #require(FormWriters.writer(named: ending)).init(
      options: WritingOptions(layouts: Samples.layouts))
    for item in Self.pages {
      let template = try library.template(item.id)
      let usual = template.kind == .target ? "shanghai-target" : "shanghai-self-evaluation"
      var form = try #require(try library.exampleForm(of: item.id, else: usual))
      form.indicators[0].target = TargetValue("=100%")
      tables.append(FormTable(form, template: template))
      let bytes = try writer.bytes(of: form, template: template)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(item.id).\(ending)"))
    }
    try Peer.resave(Self.pages.map { "\($0.id).\(ending)" }, in: folder.path, as: "pdf")
    for (item, table) in zip(Self.pages, tables) {
      let printed = try PrintedPages("\(folder.path)/out/\(item.id).pdf")
      #expect(printed.pages == (ending == "xlsx" ? item.xlsx : item.docx), "\(item.id).\(ending)")
      let missing = printed.missing(of: table)
      #expect(missing.isEmpty, "\(item.id).\(ending): \(missing)")
      #expect(printed.overlaps.isEmpty, "\(item.id).\(ending): \(printed.overlaps.prefix(5))")
      #expect(printed.beyond.isEmpty, "\(item.id).\(ending): \(printed.beyond)")
    }
  }

  @Test("long texts and many rows go on over pages, the head on each", arguments: ["xlsx", "docx"])
  func longForms(ending: String) throws {
    let folder = try TemporaryFolder()
    var form = Samples.library
    form[.annualGoal] = String(repeating: "本年度完成设备布设并投入使用，居民步行可达。", count: 60)
    let rows = form.indicators
    form.indicators = (0..<12).flatMap { _ in rows }.sorted {
      ($0.level1, $0.level2 ?? "") < ($1.level1, $1.level2 ?? "")
    }
    let template = try Samples.template()
    let bytes = try #require(FormWriters.writer(named: ending)).init(
      options: WritingOptions(layouts: Samples.layouts)
    ).bytes(of: form, template: template)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/long.\(ending)"))
    try Peer.resave(["long.\(ending)"], in: folder.path, as: "pdf")
    let printed = try PrintedPages("\(folder.path)/out/long.pdf")
    #expect(printed.missing(of: FormTable(form, template: template)).isEmpty)
    #expect(printed.overlaps.isEmpty && printed.beyond.isEmpty, "\(printed.overlaps.prefix(5))")
    #expect(printed.pages > 2)
    #expect(printed.words.filter { $0.text.contains("三级指标") }.count >= printed.pages - 1)
  }
}

/// The words of a PDF with their places.
private struct PrintedPages {
  struct Word {
    var page: Int
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var text: String
  }

  private(set) var pages = 0
  private(set) var words: [Word] = []
  private var width = 0.0
  /// Words that stand beside the paper; a cell that goes on over pages is drawn whole on each, above and below it.
  private(set) var beyond: [String] = []

  init(_ path: String) throws {
    let run = try CommandRun(
      "/usr/bin/pdftotext", ["-bbox", path, "-"], environment: CommandRun.environment(home: "/tmp"))
    try #require(run.status == 0, "\(run.errors)")
    for line in run.output.split(separator: "\n") {
      if let page = line.firstMatch(of: /<page width="([0-9.]+)" height=/) {
        pages += 1
        width = Double(page.output.1) ?? 0
      } else if let word = line.firstMatch(
        of: /xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)<\/word>/)
      {
        let numbers = [word.output.1, word.output.2, word.output.3, word.output.4].map { Double($0) ?? 0 }
        let text = Self.plain(String(word.output.5))
        let found = Word(
          page: pages, left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3], text: text)
        words.append(found)
        if found.left < 0 || found.right > width {
          beyond.append(text)
        }
      }
    }
  }

  /// Signs that the table has more often than the paper.
  func missing(of table: FormTable) -> [Character: Int] {
    var counts: [Character: Int] = [:]
    let texts = table.blocks.flatMap { $0.rows.flatMap { $0 } }.map(\.text) + [table.title, table.yearLine]
    for sign in texts.joined() where !sign.isWhitespace { counts[sign, default: 0] += 1 }
    for sign in words.map(\.text).joined() { counts[sign, default: 0] -= 1 }
    return counts.filter { $0.value > 0 }
  }

  /// Words that are printed over each other: a row that is too low.
  var overlaps: [String] {
    var list: [String] = []
    for (index, one) in words.enumerated() {
      for other in words[(index + 1)...] where other.page == one.page {
        let width = min(one.right, other.right) - max(one.left, other.left)
        let height = min(one.bottom, other.bottom) - max(one.top, other.top)
        if width > 1, height > 0.35 * min(one.bottom - one.top, other.bottom - other.top) {
          list.append("\(one.text) / \(other.text)")
        }
      }
    }
    return list
  }

  private static func plain(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
