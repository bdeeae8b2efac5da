import FormModel
import FormReading
import Testing

@Suite("Recognition: tables")
struct RecognitionTests {
  static let head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注\n"

  /// Rows below the usual header, and how they are read.
  struct Rows: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rows: String
    var lines: [String]
    var layout = Grid.Layout.shifted

    init(_ name: String, _ rows: String, _ lines: [String], _ layout: Grid.Layout = .shifted) {
      testDescription = name
      self.rows = rows
      self.lines = lines
      self.layout = layout
    }
  }

  static let cases = [
    Rows(
      "levels are carried down",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      ||培训场次|≥3场|3场|10|9|场地不足
      |质量指标|合格率|100%|100%|5|5|
      """,
      [
        "产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "产出指标/数量指标/培训场次 ≥3场 3场 10 9 场地不足",
        "产出指标/质量指标/合格率 100% 100% 5 5 ·",
      ]),
    Rows(
      "a row without its level cells stands to the left",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      时效指标|响应及时性|及时|及时|5|5|
      |接入数|≥95个|95个|10|9|
      """,
      [
        "产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "产出指标/时效指标/响应及时性 及时 及时 5 5 ·",
        "产出指标/时效指标/接入数 ≥95个 95个 10 9 ·",
      ]),
    Rows(
      "a row may stand further right",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      |||服务次数|≥9次|9次|10|10
      """,
      ["产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "产出指标/数量指标/服务次数 ≥9次 9次 10 10 ·"]),
    Rows(
      "names cut by a page break are put together",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      效益指标|可持 续影|长效机制|健全|健全|10|10|

      |响指 标|||||
      |社会|办事效率|提高|提高|5|5|

      指标|效益指标||||||
      """,
      [
        "产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "效益指标/可持续影响指标/长效机制 健全 健全 10 10 ·",
        "效益指标/社会效益指标/办事效率 提高 提高 5 5 ·",
      ]),
    Rows(
      "cells cut by a page break are put together",
      """
      效益指标|社会效益指标|服务能力|提高管理和|达成|10|8|

      |||服务的水平||||
      """,
      ["效益指标/社会效益指标/服务能力 提高管理和服务的水平 达成 10 8 ·"]),
    Rows(
      "the first level is told by the second",
      """
      |数量指标|设备数|≥6台|7台|10|10|
      |社会效益指标|办事效率|提高|提高|5|5|
      """,
      ["产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "效益指标/社会效益指标/办事效率 提高 提高 5 5 ·"]),
    Rows(
      "a table is taken at its word",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      ^|社会效益指标|办事效率|提高|提高|5|5|
      """,
      ["产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "产出指标/社会效益指标/办事效率 提高 提高 5 5 ·"], .table),
    Rows(
      "a name may read like a level",
      "效益指标|生态效益指标|生态效益|100%|100%|5|5|",
      ["效益指标/生态效益指标/生态效益 100% 100% 5 5 ·"]),
    Rows(
      "levels that nobody knows are levels of their own",
      """
      综合治理|机构建设|制度数|≥2项|2项|5|5|
      ^|人才建设|培训人次|≥20人次|25人次|5|5|
      """,
      ["综合治理/机构建设/制度数 ≥2项 2项 5 5 ·", "综合治理/人才建设/培训人次 ≥20人次 25人次 5 5 ·"], .table),
    Rows(
      "a repeated header is no row",
      """
      产出指标|数量指标|设备数|≥6台|7台|10|10|
      一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注
      产出指标|数量指标|培训场次|≥3场|3场|10|9|
      """,
      ["产出指标/数量指标/设备数 ≥6台 7台 10 10 ·", "产出指标/数量指标/培训场次 ≥3场 3场 10 9 ·"]),
  ]

  @Test("rows", arguments: cases)
  func rows(_ rows: Rows) throws {
    let forms = try recognised(Self.head + rows.rows, layout: rows.layout)
    #expect(forms.map { $0.form.indicators.map(\.line) } == [rows.lines])
  }

  @Test("levels without rows are kept, in their order")
  func emptyLevels() throws {
    let form = try #require(
      try recognised(Self.head + "产出指标|数量指标|设备数|≥6台|7台|10|10|\n|质量指标\n|成本指标\n总分|||||10|10|", layout: .shifted)
        .first)
    #expect(form.form.emptyLevels == ["质量指标", "成本指标"])
    #expect(form.form[.totalWeight] == "10")
    #expect(form.form[.totalScore] == "10")
    #expect(form.remarks.isEmpty)
  }

  /// Headers, one row, and its reading.
  static let headers: [(String, String, String)] = [
    (
      "得分|三级指标|完成值|二级指标|指标值|一级指标|分值", "9|设备数|7台|数量指标|≥6台|产出指标|10",
      "产出指标/数量指标/设备数 ≥6台 7台 10 9 ·"
    ),
    (
      "序号|一级指标|二级指标|指标名称|计算符号|指标值|度量单位|权重", "1|产出指标|数量指标|设备数|≥|6|台|10",
      "产出指标/数量指标/设备数 ≥6台 · 10 · ·"
    ),
    (
      "一级指标|二级指标|三级指标|指标值|~\n^|^|^|实施周期指标值|年度指标值", "产出指标|数量指标|设备数|≥18台|≥6台",
      "产出指标/数量指标/设备数 ≥6台 · · · ·"
    ),
    (
      "绩效指标|一级指标|二级指标|三级指标|年度绩效指标值|全年完成值|标准分|自评得分|未完成原因分析",
      "^|产出指标|数量指标|设备数|≥6台|5台|10|8|缺货", "产出指标/数量指标/设备数 ≥6台 5台 10 8 缺货"
    ),
    ("一级指标|指标名称|指标解释|权重|自评分", "产出目标（34分）|完成率|按月统计|12|11", "产出目标/·/完成率 · · 12 11 ·"),
    ("一级指标|二级指标|指标值|备注", "产出指标|设备数|≥6台|", "产出指标/·/设备数 ≥6台 · · · ·"),
    (
      "绩效指标|~|~|指标值|分值\n一级指标|二级指标|三级指标", "产出指标|数量指标|设备数|≥6台|10", "产出指标/数量指标/设备数 ≥6台 · 10 · ·"
    ),
  ]

  @Test("headers in any order and naming", arguments: headers)
  func header(head: String, row: String, line: String) throws {
    let form = try #require(try recognised(head + "\n" + row).first)
    #expect(form.form.indicators.map(\.line) == [line])
  }

  @Test("the value of the whole period is listed, not lost")
  func period() throws {
    let rows = "一级指标|二级指标|三级指标|实施期指标值|年度指标值\n产出指标|数量指标|设备数|≥18台|≥6台"
    let form = try #require(try recognised(rows).first)
    #expect(form.remarks.map(\.text) == ["≥18台"])
    #expect(form.remarks.first?.path == .indicator(0, nil))
  }

  @Test("a column that nobody knows is listed with its cells")
  func unknownColumn() throws {
    let rows = "一级指标|二级指标|三级指标|责任科室|指标值\n产出指标|数量指标|设备数|借阅部|≥6台"
    let form = try #require(try recognised(rows).first)
    #expect(form.form.indicators.map(\.line) == ["产出指标/数量指标/设备数 ≥6台 · · · ·"])
    #expect(form.remarks(.unplaced) == ["责任科室", "借阅部"])
  }

  @Test("points in the level's cell are its weight")
  func levelPoints() throws {
    let rows = "一级指标|指标名称|权重|自评分\n产出目标 (34分)|完成率|12|11\n|及时率|22|20"
    let form = try #require(try recognised(rows).first)
    #expect(form.form.indicators.map { $0.level1Weight?.text } == ["34", "34"])
    #expect(form.form.indicators.map(\.level1) == ["产出目标", "产出目标"])
    #expect(form.form.kind == .selfEvaluation)
  }
}
