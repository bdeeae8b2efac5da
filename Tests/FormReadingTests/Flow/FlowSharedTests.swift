import BundledData
import FormModel
import FormTemplates
import Foundation
import TestSupport
import Testing

@testable import FormReading

@Suite(
  "Flowed text: published forms",
  .enabled(if: SharedFiles.arePresent, "no ../shared beside the repository"))
struct FlowSharedTests {
  @Test(
    "every indicator row stands in a row of its own, cell for cell",
    arguments: ["shanghai-2024-self-evaluation", "baoshan-2022-self-evaluation"])
  func rows(_ name: String) throws {
    let forms = try FlowedGrids(text: try Data(contentsOf: try url("forms/\(name).txt")))
    for (number, form) in try reference(name).enumerated() {
      let wanted = form.indicators.map(FlowedGrids.cells)
      #expect(try #require(forms.indicatorRows(of: number)) == wanted, "form \(number + 1)")
    }
  }

  @Test(
    "every value is read",
    arguments: ["shanghai-2024-self-evaluation", "baoshan-2022-self-evaluation"])
  func values(_ name: String) throws {
    let text = try String(contentsOf: try url("forms/\(name).txt"), encoding: .utf8)
    let read = try FlowedGrids.forms(in: text)
    let wanted = try reference(name)
    try #require(read.count == wanted.count)
    for (form, other) in zip(wanted, read) {
      for key in FieldKey.standard {
        #expect(other[key].map(FlowedGrids.bare) == form[key].map(FlowedGrids.bare), "\(key)")
      }
      #expect(other.budget.map(Self.text) == form.budget.map(Self.text))
      #expect(other.indicators.map(Self.text) == form.indicators.map(Self.text))
      #expect(other.emptyLevels == form.emptyLevels)
    }
  }

  private static func text(_ line: BudgetLine) -> String {
    line.line + BudgetLine.Column.allCases.map { "|" + (line[$0] ?? "") }.joined()
  }

  private static func text(_ row: Indicator) -> String {
    IndicatorColumn.allCases.map { FlowedGrids.bare(row[$0] ?? "") }.joined(separator: "|")
  }

  private func url(_ path: String) throws -> URL {
    URL(fileURLWithPath: try #require(SharedFiles.path(path)))
  }

  private func reference(_ name: String) throws -> [Form] {
    let folder = try url("forms/gold").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }
      .sorted()
    return try files.flatMap { file in
      try FormReader.read(Array(try Data(contentsOf: try url("forms/gold/\(file)"))), name: file).map(\.form)
    }
  }
}

/// Flowed text set again as tables, for looking at its rows.
struct FlowedGrids {
  private(set) var file: GridFile

  init(text: some Sequence<UInt8>) throws {
    let words = try Self.words()
    file = try FlowedTextReader().grids(FormInput(bytes: Array(text), name: "text.txt"))
    file.grids = file.grids.flatMap { Reflow(words: words).grids(from: $0, in: &file) }
  }

  /// The words of the templates in the executable.
  static func words() throws -> FormWords {
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
    return try Spellings(files: files, templates: TemplateLibrary(files)).words()
  }

  /// The forms that flowed text is read as.
  static func forms(in text: String) throws -> [Form] {
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
    let spellings = Spellings(files: files, templates: TemplateLibrary(files))
    return try FormReader.read(Array(text.utf8), name: "forms.txt", spellings: spellings).map(\.form)
  }

  /// Name, target, result, points and note of a row without white space, one beside the other.
  static func cells(_ row: Indicator) -> String {
    let columns: [IndicatorColumn] = [.level3, .explanation, .target, .actual, .weight, .score, .note]
    return columns.compactMap { row[$0] }.map(bare).joined(separator: "|")
  }

  static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The cells from the name's column on, of all rows between the heads and the sum that have a name.
  func indicatorRows(of number: Int) -> [String]? {
    indicatorCells(of: number)?.map { row in row.keys.sorted().compactMap { row[$0] }.joined(separator: "|") }
  }

  /// The same by column, counted from that of the name.
  func indicatorCells(of number: Int) -> [[Int: String]]? {
    guard file.grids.indices.contains(number) else { return nil }
    var rows: [Int32: [GridCell]] = [:]
    for cell in file.grids[number].cells { rows[cell.row, default: []].append(cell) }
    var name: Int32?
    var found: [[Int: String]] = []
    for row in rows.keys.sorted() {
      let cells = rows[row, default: []]
      if let head = cells.first(where: { Self.names.contains(text(of: $0)) }) {
        name = head.column
      } else if let name, cells.contains(where: { $0.column == name }), !cells.contains(where: isSum) {
        let row = cells.filter { $0.column >= name }.map { (Int($0.column - name), text(of: $0)) }
        found.append(Dictionary(row) { first, _ in first })
      }
    }
    return found
  }

  private static let names = ["三级指标", "指标名称"]

  private func isSum(_ cell: GridCell) -> Bool { ["总分", "合计"].contains(text(of: cell)) }

  func text(of cell: GridCell) -> String { Self.bare(file.string(of: cell)) }
}
