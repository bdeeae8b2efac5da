import Foundation
import TestSupport
import Testing

@testable import FormReading

@Suite("Workbooks that other programs wrote")
struct WorkbookFixtureTests {
  private static let folder = "Tests/Fixtures/workbooks"

  /// Beside each workbook stands what it shows, cell by cell, checked by eye.
  @Test(arguments: ["openpyxl", "xlsxwriter", "date1904"])
  func everyCell(name: String) throws {
    let path = "\(PackageFolder.path)/\(Self.folder)/\(name)"
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(path).xlsx")))
    let cells = described(try grids(bytes)).map { $0.replacing("\n", with: "\\n") }
    let expected = try PackageFolder.text("\(Self.folder)/\(name).txt").split(separator: "\n").map(
      String.init)
    #expect(cells == expected)
  }

  /// The published forms as `.xlsx`: every sheet has cells, none is lost.
  @Test(.enabled(if: !publishedWorkbooks.isEmpty), arguments: publishedWorkbooks)
  func published(path: String) throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let file = try grids(bytes)
    #expect(!file.grids.isEmpty)
    for grid in file.grids {
      #expect(grid.cells.count > 40)
      #expect(grid.cells.allSatisfy { !$0.isHidden && $0.start < $0.end })
      #expect(
        zip(grid.cells, grid.cells.dropFirst()).allSatisfy { ($0.row, $0.column) < ($1.row, $1.column) })
    }
  }
}

private let publishedWorkbooks: [String] = {
  guard let folder = SharedFiles.path("forms/office") else { return [] }
  let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return files.filter { $0.hasSuffix(".xlsx") }.sorted().map { "\(folder)/\($0)" }
}()
