import FormModel
import FormReading
import Testing

@Suite("Recognition: what is neither lost nor guessed")
struct RecognitionDoubtTests {
  static let head = "一级指标|二级指标|三级指标|指标值|分值\n"

  /// A form, and remarks that its reading must have: kind and text.
  static let cases: [(String, [String])] = [
    // A label's bracket.
    (
      "项目名称|甲\n主管部门（代码：101）|某局\n项目总目标（2025年—2027年）|三年\n" + head + "产出指标|数量指标|设备数|≥6台|10",
      ["note 主管部门（代码：101）", "note 项目总目标（2025年—2027年）"]
    ),
    ("项目名称|甲\n主管部门（盖章）|某局\n" + head + "产出指标|数量指标|设备数|≥6台|10", []),
    // Another unit of money.
    (
      "项目名称|甲\n项目资金（万元）|项目资金总额（元）|100\n" + head + "产出指标|数量指标|设备数|≥6台|10",
      ["doubtful 项目资金总额（元）"]
    ),
    // A title over the title.
    (
      "某区2027年项目支出绩效目标表\n项目支出绩效目标申报表\n项目名称|甲\n" + head + "产出指标|数量指标|设备数|≥6台|10",
      ["note 某区2027年项目支出绩效目标表"]
    ),
    // A second value in a cell that has another value too.
    (
      "项目名称：甲　主管部门：某局\n项目名称：乙　实施单位：某馆\n" + head + "产出指标|数量指标|设备数|≥6台|10",
      ["unplaced 项目名称：乙　实施单位：某馆"]
    ),
    // More than a unit in the cell of the unit.
    ("项目名称|甲\n科室编制（单位：万元）\n" + head + "产出指标|数量指标|设备数|≥6台|10", ["unplaced 科室编制（单位：万元）"]),
    // Points of a second level.
    ("项目名称|甲\n" + head + "产出指标（50分）|数量指标（20分）|设备数|≥6台|10", ["note 数量指标（20分）"]),
    // A row without points among rows with points.
    (
      "项目名称|甲\n" + head
        + "产出指标|数量指标|设备数|≥6台|10\n||网点数|≥6个|10\n||册数|≥6册|10\n其他需要说明的问题||没有|",
      ["doubtful 没有"]
    ),
    // A value over two rows.
    ("项目名称|甲\n" + head + "产出指标|数量指标|设备数|≥6台|10\n||网点数|^|5", ["doubtful ≥6台"]),
    // A value over two columns.
    (
      "项目名称|甲\n一级指标|二级指标|三级指标|指标值|完成值|分值\n产出指标|数量指标|设备数|未开展|~|10",
      ["doubtful 未开展"]
    ),
    // A row without a name, and sums of a level.
    ("项目名称|甲\n" + head + "产出指标|数量指标|设备数|≥6台|10\n|||≥3|5", ["doubtful ≥3"]),
    (
      "项目名称|甲\n" + head + "产出指标|数量指标|设备数|≥6台|10\n产出指标小计||||10",
      ["unplaced 产出指标小计", "unplaced 10"]
    ),
    // A note.
    ("项目名称|甲\n" + head + "产出指标|数量指标|设备数|≥6台|10\n说明：略", ["note 说明：略"]),
  ]

  @Test("is listed", arguments: cases)
  func listed(rows: String, remarks: [String]) throws {
    let forms = try recognised(rows)
    #expect(forms.count == 1)
    #expect(forms.flatMap(\.remarks).map { "\($0.kind) \($0.text)" } == remarks)
  }

  @Test("a dash for a sign is no part of the value")
  func dashForSign() throws {
    let rows = "项目名称|甲\n一级指标|二级指标|三级指标|符号|指标值|计量单位\n产出指标|质量指标|合格率|—|95|%"
    let form = try #require(try recognised(rows).first)
    #expect(form.form.indicators.first?.target?.text == "95%")
    #expect(form.remarks(.unplaced) == ["—"])
  }

  @Test("a number far from the names is no certain name")
  func valueForName() throws {
    let rows = "项目名称\t甲\n一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\n产出指标\t数量指标\t\t≥3\t3\t10\n"
    let forms = try FormReader.read(Array(rows.utf8), name: "a.txt", spellings: spellings)
    #expect(forms.first?.remarks(.doubtful) == ["≥3"])
  }

  @Test("the same level with other points is another level")
  func levelAgain() throws {
    let rows = "项目名称|甲\n" + Self.head + "产出指标（50分）|数量指标|设备数|≥6台|10\n产出指标（40分）|质量指标|合格率|≥95%|30"
    let form = try #require(try recognised(rows).first).form
    #expect(form.indicators.map { $0[.level1Weight] } == ["50", "40"])
  }

  @Test("closing lines with label and value in one cell")
  func closingLines() throws {
    let rows = "项目名称|甲\n" + Self.head + "产出指标|数量指标|设备数|≥6台|10\n自评等级：优\n存在问题：无\n"
    let form = try #require(try recognised(rows).first)
    #expect(form.form[.grade] == "优" && form.form.indicators.count == 1 && form.remarks.isEmpty)
    #expect(form.form[FieldKey(rawValue: "narrative.problems")] == "无")
  }

  @Test("a list of labels without a value is no form")
  func listOfLabels() throws {
    #expect(try recognised("项目类别\n经常性项目\n\n项目名称\n主管部门\n实施单位").isEmpty)
    #expect(try recognised("代码|说明\n01|说明\n02|说明\n03|说明").isEmpty)
  }
}

@Suite("Recognition: forms over and beside one another")
struct RecognitionSheetTests {
  private static let front = "项目支出绩效目标申报表\n项目名称|甲\n主管部门|某局\n年度总目标|六台。"
  private static let table = "一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|设备数|≥6台"

  private func forms(_ sheets: [String]) throws -> [LocatedForm] {
    var file = GridFile()
    for (number, rows) in sheets.enumerated() {
      let sheet = drawn(rows, source: .sheet("表\(number + 1)"))
      var grid = sheet.grids[0]
      grid.cells = grid.cells.map { cell in
        var moved = cell
        let range = file.append(sheet.bytes(of: cell))
        moved.start = Int32(range.lowerBound)
        moved.end = Int32(range.upperBound)
        return moved
      }
      file.grids.append(grid)
    }
    return try Recogniser(spellings: spellings).forms(in: file)
  }

  @Test("the indicators of a form stand on the next sheet")
  func overSheets() throws {
    let forms = try forms([Self.front, Self.table])
    #expect(forms.map { $0.form[.project] } == ["甲"])
    #expect(forms.first?.form.indicators.map(\.line) == ["产出指标/数量指标/设备数 ≥6台 · · · ·"])
    #expect(forms.first?.locations[.indicator(0, .level3)] == .sheet(name: "表2", row: 2, column: 3))
  }

  @Test("a sheet of its own stays one", arguments: [front + "\n" + table, "项目名称|乙\n" + table])
  func ownSheet(second: String) throws {
    #expect(try forms([Self.front, second]).count == 2)
    #expect(try forms([Self.front + "\n" + Self.table, Self.table]).count == 2)
  }

  @Test("two forms side by side")
  func sideBySide() throws {
    let left = (Self.front + "\n" + Self.table).split(separator: "\n").map(String.init)
    let rows = left.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      let padded = cells.map(String.init) + Array(repeating: "", count: 5 - cells.count)
      return (padded + padded.map { $0 == "甲" ? "乙" : $0 }).joined(separator: "|")
    }
    let forms = try recognised(rows.joined(separator: "\n"))
    #expect(forms.map { $0.form[.project] } == ["甲", "乙"])
    #expect(forms.allSatisfy { $0.remarks.isEmpty && $0.form.indicators.count == 1 })
    #expect(forms.last?.locations[.field(.project)] == .sheet(name: "表", row: 2, column: 7))
  }
}
