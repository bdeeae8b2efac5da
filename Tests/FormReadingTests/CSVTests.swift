import BundledData
import FormModel
import FormTemplates
import TestSupport
import Testing

@testable import FormReading

/// The rows of the first grid as texts, blank cells and rows included.
func rows(_ file: GridFile, grid: Int = 0) -> [[String]] {
  guard file.grids.indices.contains(grid) else { return [] }
  var rows: [[String]] = []
  for cell in file.grids[grid].cells {
    while rows.count <= Int(cell.row) { rows.append([]) }
    while rows[Int(cell.row)].count < Int(cell.column) { rows[Int(cell.row)].append("") }
    rows[Int(cell.row)].append(file.string(of: cell))
  }
  return rows
}

func grid(_ text: String, named name: String = "a.csv") throws -> GridFile {
  let input = FormInput(bytes: Array(text.utf8), name: name)
  let format = try #require(FormReader.format(of: input) as? any GridFormat)
  return try format.grids(input)
}

struct CSVCase: CustomTestStringConvertible, Sendable {
  var text: String
  var rows: [[String]]
  var testDescription: String { text }

  init(_ text: String, _ rows: [[String]]) {
    self.text = text
    self.rows = rows
  }
}

@Suite("Separated values")
struct CSVTests {
  static let cases: [CSVCase] = [
    CSVCase("甲,乙\r\n丙,丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase("甲;乙;1,2\n丙;丁;3\n", [["甲", "乙", "1,2"], ["丙", "丁", "3"]]),
    CSVCase("甲，乙，丙\n丁，戊，己\n庚，辛，壬", [["甲", "乙", "丙"], ["丁", "戊", "己"], ["庚", "辛", "壬"]]),
    CSVCase("sep=;\r\n甲;乙,丙\r\n", [["甲", "乙,丙"]]), CSVCase("sep=，\n甲，乙,丙\n", [["甲", "乙,丙"]]),
    CSVCase("\u{FEFF}甲,乙,丙\n丁,戊,己\n", [["甲", "乙", "丙"], ["丁", "戊", "己"]]),
    CSVCase("甲,\"乙\n丙\",丁\n戊,己,庚\n", [["甲", "乙\n丙", "丁"], ["戊", "己", "庚"]]),
    CSVCase("\"甲\"\"乙\"\"\",丙\r丁,\"\"\r", [["甲\"乙\"", "丙"], ["丁"]]),
    CSVCase("甲,\"乙\"丙,丁\n1,2,3\n", [["甲", "\"乙\"丙", "丁"], ["1", "2", "3"]]),
    CSVCase("甲, \"乙,丙\" ,丁\n1,2,3\n", [["甲", "乙,丙", "丁"], ["1", "2", "3"]]),
    CSVCase("甲,\"乙\n丙,丁\n", [["甲", "\"乙"], ["丙", "丁"]]),
    CSVCase("甲,,\n,乙,\n,,丙\n", [["甲"], ["", "乙"], ["", "", "丙"]]),
    CSVCase("甲,乙\n\n丙\n,丁,戊,己", [["甲", "乙"], [], ["丙"], ["", "丁", "戊", "己"]]),
    CSVCase(" 甲 ,\u{3000}乙\u{3000}\n丙,\t丁\n", [["甲", "乙"], ["丙", "丁"]]),
    CSVCase(
      "'1-2,'3/4,'007\n''007,'12,'2027-09-30\n", [["1-2", "3/4", "007"], ["'007", "'12", "'2027-09-30"]]),
    CSVCase("'=100%,'-5%,'甲\n''=1,'＝2,'\n", [["=100%", "-5%", "'甲"], ["'=1", "＝2", "'"]]),
    CSVCase("甲,\"\"\"=1\"\"\"\n乙,\"'=a\"\"b\"\n", [["甲", "\"=1\""], ["乙", "=a\"b"]]),
    CSVCase("甲\u{0},\u{1B}[31m,乙\n1,2,3\n", [["甲\u{0}", "\u{1B}[31m", "乙"], ["1", "2", "3"]]),
    CSVCase("甲\n", [["甲"]]), CSVCase("甲\t\"乙\t丙\"\n丁\t戊\n", [["甲", "乙\t丙"], ["丁", "戊"]]),
  ]

  @Test("cells as they are meant", arguments: cases)
  func cells(example: CSVCase) throws { #expect(rows(try grid(example.text)) == example.rows) }

  @Test("the same in other encodings", arguments: cases, ["GB18030", "UTF-16LE", "UTF-16BE"])
  func encodings(example: CSVCase, encoding: String) throws {
    let text = example.text.unicodeScalars.filter { $0 != "\u{FEFF}" }.reduce(into: "") {
      $0.unicodeScalars.append($1)
    }
    guard text.utf8.count > 8 else { return }
    let input = try FormInput(bytes: encoded(text, encoding), name: "a.csv").decoded()
    #expect(rows(try CSVReader().grids(input)) == example.rows)
  }

  @Test(
    "known by structure, whatever the name",
    arguments: [
      ("甲,乙,丙\n丁,戊,己\n", true), ("甲;乙;丙\n丁;戊;己\n", true), ("sep=|\n甲|乙\n", true),
      ("甲\t\"乙\n丙\"\n丁\t戊\n己\t庚\n", true), ("甲\t乙\n丙\t丁\n", false), ("甲，乙\n丙，丁\n", false),
      ("项目资金 1,280,000.00 其中\n年度资金 0 其他 5,000\n完成 3 项\n", false), ("甲，乙，丙。\n丁，戊。\n己，庚，辛，壬。\n", false),
      ("一行,里面,有逗号\n", false), ("", false),
    ])
  func recognition(text: String, isCSV: Bool) {
    #expect(CSVReader().recognises(FormInput(bytes: Array(text.utf8), name: "a")) == isCSV)
  }

  @Test("the place of every cell")
  func places() throws {
    let file = try grid("甲,乙乙,丙\r\n\"一\n二\",\"引\"\"号\",三\r\n四,五,六\r\n")
    let places = file.grids[0].cells.map {
      "\(file.string(of: $0)) \(file.location(of: $0, in: file.grids[0]))"
    }
    #expect(
      places == [
        "甲 1:1", "乙乙 1:3", "丙 1:6", "一\n二 2:2", "引\"号 3:5", "三 3:11", "四 4:1", "五 4:3", "六 4:5",
      ])
  }

  @Test("hostile texts are read in one pass")
  func hostile() throws {
    let million = String(repeating: "甲,", count: 1_000_000)
    #expect(rows(try grid(million))[0].count == 1_000_000)
    let ragged = (0..<400).map { String(repeating: "甲,", count: $0 * 5) }.joined(separator: "\n")
    #expect(rows(try grid(ragged)).count == 400)
    let wide = String(repeating: ",", count: 100_000) + "甲\n乙"
    #expect(rows(try grid(wide)) == [Array(repeating: "", count: 100_000) + ["甲"], ["乙"]])
    let open = "甲,\"" + String(repeating: "乙\n", count: 1_000_000)
    #expect(rows(try grid(open)).count == 1_000_000)
    let quotes =
      String(repeating: ",\"甲", count: 300_000) + "\n" + String(repeating: "\"\",\"\"\"", count: 300_000)
    #expect(!(try grid(quotes)).grids[0].cells.isEmpty)
    let escapes = String(repeating: "\"a\"\"b\",", count: 200_000)
    #expect(rows(try grid(escapes))[0].count == 200_000)
  }
}
