import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

/// A blank form, what a person writes into it, and what must be read of it.
private struct FilledBlank {
  let template: Template
  let blank: Form
  private(set) var filled: Form
  /// Texts by their place: table (for documents), row and column of the grid.
  private(set) var texts: [(table: Int, row: Int, column: Int, text: String)] = []

  init(_ id: String, isDocument: Bool) throws {
    template = try Samples.template(id)
    blank = BlankForm.form(of: template)
    filled = blank
    for key in filled.fieldKeys where filled[key]?.allSatisfy(\.isWhitespace) ?? true { filled[key] = nil }
    filled[.year] = "2027"
    var number = 0
    for (table, part) in Self.parts(of: FormTable(blank, template: template), isDocument).enumerated() {
      for place in part.grid.cells {
        guard let path = place.cell.path, let text = text(for: path, number) else { continue }
        number += 1
        texts.append((table, place.row, place.column, text))
        filled[path] = text
      }
    }
    // Rows that nobody filled in are none; one of every level stays.
    filled.indicators = filled.indicators.filter { !$0.level3.isEmpty }
  }

  /// A document has a table of its own from the indicators on, and what is left of the side cell below the head.
  private static func parts(of table: FormTable, _ isDocument: Bool) -> [FormTable] {
    guard isDocument, let first = table.blocks.firstIndex(where: { $0.kind == .indicators }) else {
      return [table]
    }
    return [table.blocks[..<first], table.blocks[first...]].filter { !$0.isEmpty }.map {
      var part = table
      part.blocks = Array($0)
      return part
    }
  }

  private func text(for path: FormPath, _ number: Int) -> String? {
    switch path {
    case .field(.moneyUnit), .field(.year): nil
    case .field(let key):
      template.fields[key]?.type == .money
        ? "\(number),280.00" : template.fields[key]?.example ?? (key.group == "total" ? "100" : nil)
    case .indicator(let row, let column?): text(for: column, row)
    case .budget(_, .rate): "\(number).50%"
    case .budget: "\(number).00"
    default: nil
    }
  }

  private func text(for column: IndicatorColumn, _ row: Int) -> String? {
    // The second row of each level stays empty.
    let level = { (index: Int) in blank.indicators[index].level1 + (blank.indicators[index].level2 ?? "") }
    let place = blank.indicators[..<row].count { index in index.level1 + (index.level2 ?? "") == level(row) }
    guard place != 1 else { return nil }
    switch column {
    case .level3: return "第\(row)项工作完成数量"
    case .target, .actual: return ["=100%", "≥6台", "1-2", "≤8万元", "007"][row % 5]
    case .weight, .score: return "\(row % 9 + 1)"
    case .note: return "=说明\(row)"
    default: return nil
    }
  }

  /// For a script that fills the file in.
  func json() throws -> String {
    let list = texts.map {
      ["table": $0.table, "row": $0.row, "column": $0.column, "text": $0.text] as [String: Any]
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
  }
}

@Suite("Blank forms", .serialized)
struct BlankFormTests {
  static let ids = [
    "shanghai-target", "mof-2021-target", "shanghai-self-evaluation", "shanghai-self-evaluation-2024",
    "mof-2020-self-evaluation", "baoshan-self-evaluation", "shanghai-2019",
  ]

  private func bytes(_ id: String, _ ending: String) throws -> [UInt8] {
    let template = try Samples.template(id)
    var options = WritingOptions(layouts: Samples.layouts)
    options.showsHints = true
    let writer = try #require(FormWriters.writer(named: ending)).init(options: options)
    return try writer.bytes(of: BlankForm.form(of: template), template: template)
  }

  @Test("every template is tried")
  func all() throws {
    let library = TemplateLibrary(Samples.templateFiles)
    #expect(Set(library.ids) == Set(Self.ids))
  }

  @Test("a blank form holds nothing", arguments: ids, ["xlsx", "docx"])
  func nothing(id: String, ending: String) throws {
    let read = try #require(try PrintedSamples.read(bytes(id, ending), ending: ending).first).form
    let texts = read.fields.filter { ![.title, .moneyUnit].contains($0.key) }
    #expect(texts.isEmpty && read.indicators.isEmpty, "\(texts) \(read.indicators)")
    #expect(read.budget.allSatisfy { $0.cells.isEmpty })
  }

  @Test(
    "what is filled in with openpyxl reads back", .enabled(if: Peer.has(module: "openpyxl")), arguments: ids)
  func openpyxl(id: String) throws {
    try fill(
      id, "xlsx",
      """
      import openpyxl
      book = openpyxl.load_workbook('blank.xlsx')
      sheet = book.worksheets[0]
      sheet.cell(2, 1).value = '(2027年度)'
      for item in items:
          cell = sheet.cell(item['row'] + 3, item['column'] + 1)
          cell.value = item['text']
          cell.data_type = 's'
      book.save('filled.xlsx')
      """)
  }

  @Test(
    "what is filled in with python-docx reads back", .enabled(if: Peer.has(module: "docx")), arguments: ids)
  func pythonDocx(id: String) throws {
    try fill(
      id, "docx",
      """
      import docx
      document = docx.Document('blank.docx')
      document.paragraphs[1].runs[0].text = '(2027年度)'
      for item in items:
          document.tables[item['table']].cell(item['row'], item['column']).text = item['text']
      document.save('filled.docx')
      """)
  }

  private func fill(_ id: String, _ ending: String, _ script: String) throws {
    let folder = try TemporaryFolder()
    try Data(bytes(id, ending)).write(to: URL(fileURLWithPath: "\(folder.path)/blank.\(ending)"))
    let form = try FilledBlank(id, isDocument: ending == "docx")
    #expect(form.texts.count > 40)
    try form.json().write(toFile: "\(folder.path)/items.json", atomically: true, encoding: .utf8)
    let lines = "import json\nitems = json.load(open('items.json'))\n" + script
    let run = try CommandRun(
      Peer.python, ["python3", "-c", lines], environment: ProcessInfo.processInfo.environment,
      folder: folder.path, seconds: 120)
    try #require(run.status == 0, "\(run.errors)")
    try hold("filled.\(ending)", form, folder.path)
    guard Peer.office != nil else { return }
    try Peer.resave(["filled.\(ending)"], in: folder.path, as: ending)
    try hold("out/filled.\(ending)", form, folder.path)
  }

  private func hold(_ name: String, _ form: FilledBlank, _ folder: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    let ending = String(name.split(separator: ".").last ?? "")
    try PrintedSamples.hold(bytes, to: [form.filled], ending: ending, "\(form.template.id) \(name)")
  }
}
