import FormModel
import FormReading
import FormTemplates
import FormWriting
import Testing
import YAMLText

@Suite("The native file")
struct NativeFileTests {
  /// The example of the design.
  static let example = """
    模板: shanghai-target
    年度: 2027
    项目名称: 社区图书自助借还服务
    项目类别: 经常性项目
    主管部门: 某区文化和旅游局
    实施单位: 某区图书馆
    计划开始日期: 2027-01-01
    计划完成日期: 2027-12-31
    项目资金:
      单位: 元
      项目资金总额: {合计: 1280000.00, 财政资金: 1280000.00, 其他资金: 0}
      年度资金申请总额: {合计: 1280000.00, 当年财政拨款: 1280000.00, 上年结转资金: 0, 其他资金: 0}
    项目总目标: |
      第一段

      第二段：a: b # c
    年度总目标: |
      一行
    绩效指标:
      产出指标:
        数量指标:
          - 三级指标: 自助借还设备布设数量
            指标值: ≥6台
            权重: 10
            指标解释: 新布设
          - 三级指标: 借还册次
            指标值: ">=12万册"
            权重: 10
      满意度指标:
        服务对象满意度指标:
          - 三级指标: 读者满意度
            指标值: =95%
    免检: []

    """

  @Test("of the design is read and written unchanged")
  func example() throws {
    let located = try #require(try read(Self.example, named: "form.yaml").first)
    let form = located.form
    #expect(form.template == "shanghai-target" && form.kind == .target && form.year == 2027)
    #expect(form[.annualOther] == "0" && form[.totalGoal] == "第一段\n\n第二段：a: b # c")
    #expect(form.indicators.map(\.level3) == ["自助借还设备布设数量", "借还册次", "读者满意度"])
    #expect(form.indicators[0].weight?.value == 10 && form.indicators[0][.explanation] == "新布设")
    #expect(YAMLWriter.text(of: form, layouts: layouts) == Self.example)
  }

  @Test("gives every value its place")
  func places() throws {
    let located = try #require(try read(Self.example, named: "form.yaml").first)
    let expected: [(FormPath, Int, Int)] = [
      (.field(.year), 2, 5), (.field(.annualTotal), 12, 18), (.field(.totalGoal), 13, 8),
      (.level("产出指标", nil), 20, 3), (.level("产出指标", "数量指标"), 21, 5), (.indicator(0, nil), 22, 9),
      (.indicator(0, .target), 23, 14), (.indicator(1, .level3), 26, 15), (.indicator(1, .note), 26, 9),
    ]
    for (path, line, column) in expected {
      #expect(located.location(of: path) == .text(line: line, column: column), "\(path)")
    }
    #expect(located.location(of: .field(.grade)) == nil)
  }

  @Test("takes other spellings of labels, any order, flow and CRLF, and writes the usual ones")
  func spellings() throws {
    let text = """
      绩效指标: {产出指标: {数量指标: [{目标值: ≥6台, 三级指标: 设备, 分值: 10}]}}
      承担单位: 某区图书馆
      模板: shanghai-target
      """
    let form = try #require(try read(text.replacing("\n", with: "\r\n"), named: "form.yaml").first).form
    #expect(form[.implementingUnit] == "某区图书馆")
    #expect(
      YAMLWriter.text(of: form, layouts: layouts) == """
        模板: shanghai-target
        实施单位: 某区图书馆
        绩效指标:
          产出指标:
            数量指标:
              - 三级指标: 设备
                指标值: ≥6台
                权重: 10
        免检: []

        """)
  }

  @Test("keeps the order of rows whose levels are mixed, by naming the levels in the row")
  func mixedLevels() throws {
    var form = Form(indicators: [
      Indicator(level1: "产出指标", level2: "数量指标", level3: "一"),
      Indicator(level1: "效益指标", level2: "社会效益指标", level3: "二"),
      Indicator(level1: "产出指标", level2: "数量指标", level3: "三"),
    ])
    let text = YAMLWriter.text(of: form, layouts: .standard)
    #expect(text.contains("绩效指标:\n  - 一级指标: 产出指标\n    二级指标: 数量指标\n    三级指标: 一\n"))
    #expect(try read(text, named: "a.yaml").first?.form == form)
    form.indicators.remove(at: 1)
    #expect(YAMLWriter.text(of: form, layouts: .standard).contains("  产出指标:\n    数量指标:\n"))
  }

  @Test("reads levels that no template knows, and levels without rows")
  func levels() throws {
    let text = "绩效指标:\n  产出指标:\n    数量指标:\n    怪指标: []\n  投入与管理:\n    - 三级指标: 合规性\n  空:\n"
    let form = try #require(try read(text, named: "a.yaml").first).form
    #expect(form.indicators == [Indicator(level1: "投入与管理", level3: "合规性")])
  }

  @Test("of answers may hold any part of a form")
  func answers() throws {
    let layout = try layouts.layout(of: "shanghai-target")
    let text = "项目资金: {项目资金总额: {合计: 5}}\n绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 甲\n"
    let answers = try #require(try readAnswers(text, layout: layout))
    #expect(answers.form[.projectTotal] == "5" && answers.form.indicators.count == 1)
    #expect(answers.location(of: .field(.projectTotal)) == .text(line: 1, column: 21))
    #expect(try readAnswers("# 无\n", layout: layout) == nil)
    #expect(
      throws: YAMLError(
        .unknownValue("mof-2021-target", key: "模板", allowed: ["shanghai-target"]),
        at: YAMLMark(line: 1, column: 5))
    ) {
      try readAnswers("模板: mof-2021-target\n", layout: layout)
    }
    #expect(throws: YAMLError.self) { try readAnswers("项目名秤: 甲\n", layout: layout) }
  }

  @Test("is known by its content, whatever its name")
  func detection() throws {
    let cases: [(String, String, String?)] = [
      ("年度: 2027\n", "a.txt", "YAML"), ("# 注\n\n项目名称：甲\n", "-", "YAML"), ("{\"kind\":1}", "a.yaml", "JSON"),
      (" [\n {\"kind\":1}]", "-", "JSON"), ("[]", "-", "JSON"), ("随便", "a.YML", "YAML"),
      ("随便", "a.jsonl", "JSON"),
      ("随便", "a.doc", "Word"), ("随便: 1", "-", nil), ("[甲]", "-", nil),
    ]
    for (text, name, format) in cases {
      let found = FormReader.format(of: FormInput(bytes: Array(text.utf8), name: name))
      #expect(found?.name == format, "\(text) \(name)")
    }
    let marked = [0xEF, 0xBB, 0xBF] + Array("年度: 2027\n".utf8)
    #expect(try FormReader.read(marked, name: "a.yaml").first?.form.year == 2027)
  }

  @Test("quotes what YAML would read as something else, and nothing more")
  func quoting() {
    let plain = [
      "甲", "≥6台", "=100%", "-5%", "2027-01-01", "1280000.00", "0", "0.5", "-5", "<4小时", "a#b", "键：值", "a:b",
      "“引”", "—",
      "1、甲", "3.5万", "7*24小时",
    ]
    let quoted = [
      "yes", "No", "null", "~", "010", "12:30", "1e3", "0x1F", "+5", ">=90%", "- 甲", "-", "#甲", "甲: 乙",
      "甲 #乙", "甲:",
      " 甲", "甲 ", "\u{3000}甲", "[甲]", "{甲}", "*甲", "&甲", "!甲", "%甲", "@甲", "`甲`", "\"甲\"", "'甲'", "|", "?",
      "甲\t乙",
      "178,705,000.00",
    ]
    func written(_ text: String) -> String {
      var form = Form()
      form[.projectTotal] = text
      return YAMLWriter.text(of: form, layouts: .standard)
    }
    for text in plain { #expect(written(text).contains("{合计: \(text)}") || text.contains(":"), "\(text)") }
    for text in quoted { #expect(written(text).contains("{合计: \""), "\(text)") }
  }

  @Test("writes the whole form of every target and result when asked for meanings")
  func meanings() {
    let row = Indicator(
      level1: "产出指标", level3: "设备", target: TargetValue("≥6台"), actual: TargetValue("80%~90%"))
    let form = LocatedForm(
      form: Form(indicators: [row]), locations: [.indicator(0, .target): .text(line: 3, column: 7)])
    let line = JSONWriter.line(of: form, options: JSONWriter.Options(meanings: true, locations: true))
    #expect(
      line.contains(#""targetValue": {"kind": "quantity", "comparator": "≥", "value": "6", "unit": "台""#))
    #expect(line.contains(#""actualValue": {"kind": "range", "lower": "80", "upper": "90", "unit": "%""#))
    #expect(line.contains(#""locations": {"indicators[0].target": "3:7"}"#))
  }
}
