import FormModel
import FormReading
import FormTemplates
import Testing
import YAMLText

@Suite("A native file is read in one go, and looked at whole where that fails")
struct NativeReaderTests {
  private func read(_ text: String) throws(YAMLError) -> NativeDocument? {
    try NativeDocument.read(text, layouts: NativeLayouts(library))
  }

  @Test func aTemplateMayBeNamedAnywhere() throws {
    let fields = ["表名: 甲", "承担单位: 乙", "绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 丙\n        指标值: ≥1台"]
    let first = try #require(try read((["模板: shanghai-target"] + fields).joined(separator: "\n")))
    #expect(first.form.template == "shanghai-target" && first.form[.implementingUnit] == "乙")
    for index in 1...fields.count {
      var lines = fields
      lines.insert("模板: shanghai-target", at: index)
      #expect(try read(lines.joined(separator: "\n"))?.form == first.form)
    }
    #expect(throws: YAMLError.self) { try read(fields.joined(separator: "\n")) }
  }

  @Test("what is wrong as YAML is said first, wherever it stands")
  func order() {
    let cases: [(text: String, line: Int)] = [
      ("年渡: 2027\n项目名称: \"甲\n", 3), ("年渡: 2027\n项目名称: 甲\n项目名称: 乙\n", 3),
      ("模板: nothing\n年度: 2027\n年度: 2028\n", 3), ("年渡: 2027\n项目名称: 甲\n", 1),
    ]
    for (text, line) in cases {
      #expect { try read(text) } throws: { ($0 as? YAMLError)?.mark.line == line }
    }
  }

  @Test(
    "a doubled key is refused in every part of a form",
    arguments: [
      "绩效指标:\n  产出指标: []\n  效益指标: []\n  产出指标: []\n", "表种: 绩效目标表\n年度: 2027\n家: 甲\n表种: 绩效目标表\n",
      "绩效指标:\n  产出指标:\n    数量指标: []\n    数量指标: []\n", "其他栏目:\n  a: 1\n  b: 2\n  a: 3\n",
      "预算执行情况:\n  年度资金总额: {}\n  其他资金: {}\n  年度资金总额: {}\n", "项目资金: {}\n年度: 2027\n表名: 甲\n项目资金: {}\n",
    ])
  func doubled(text: String) {
    #expect { try read(text) } throws: { error in
      guard let error = error as? YAMLError, case .duplicateKey(_, let first) = error.problem else {
        return false
      }
      return first < 4 && error.mark.line == 4
    }
  }

  @Test func budgetLinesMayBeAListOrNamed() throws {
    let named = try #require(try read("预算执行情况:\n  年度资金总额: {年初预算数: 1, 执行率: 2%}\n  其他资金:\n"))
    let listed = try #require(
      try read("预算执行情况:\n  - {年初预算数: 1, 名称: 年度资金总额, 执行率: 2%}\n  - 名称: 其他资金\n"))
    #expect(named.form == listed.form && named.form.budget[0][.rate] == "2%")
    #expect(named.locations[.budget(0, .rate)] == .text(line: 2, column: 27))
    #expect(listed.locations[.budget(0, .rate)] == .text(line: 2, column: 33))
  }
}
