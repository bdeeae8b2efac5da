import FormTemplates
import Testing
import YAMLText

@Suite struct TemplateErrorTests {
  /// A wrong line in a child of `least`, and what must be said about it.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var place: String
    var words: String
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "titel: 表\n", place: "2:1", words: "是不是“title”"),
    Case(text: "fields:\n  project:\n    lable: 名\n", place: "4:5", words: "是不是“label”"),
    Case(text: "fields:\n  grade: {label: 等级, meaning: 等级}\n", place: "3:10", words: "缺少“section”"),
    Case(text: "fields:\n  project:\n    type: tekst\n", place: "4:11", words: "是不是“text”"),
    Case(text: "fields:\n  project:\n    required: 也许\n", place: "4:15", words: "“required”不能是“也许”"),
    Case(text: "fields: 项目名称\n", place: "2:9", words: "应当是一组“键: 值”"),
    Case(text: "fields:\n  year: {parts: [projct]}\n", place: "3:18", words: "是不是“project”"),
    Case(text: "fields:\n  year: {label: 项目名称}\n", place: "3:3", words: "已经属于“项目名称”"),
    Case(text: "fields:\n  year: {label: 年, native: [项目名称]}\n", place: "3:3", words: "已经属于“项目名称”"),
    Case(text: "fields:\n  yaer: ~\n", place: "3:3", words: "是不是“year”"),
    Case(text: "fields:\n  order: [yaer]\n", place: "3:11", words: "是不是“year”"),
    Case(text: "fields:\n  order: year\n", place: "3:10", words: "应当是一个列表"),
    Case(text: "levels:\n  效益指标:\n    aliases: [产出指标]\n", place: "3:3", words: "已经属于“产出指标”"),
    Case(
      text: "levels:\n  产出指标:\n    levels:\n      质量指标: {aliases: [数量指标]}\n", place: "5:7",
      words: "已经属于“数量指标”"),
    Case(text: "levels: {产出指标: {levels: {数量指标: {levels: {}}}}}\n", place: "2:33", words: "不认识的键“levels”"),
    Case(text: "columns:\n  level4: {label: 四级, meaning: 名}\n", place: "3:3", words: "“columns”不能是“level4”"),
    Case(text: "kind: taget\n", place: "2:7", words: "是不是“target”"),
    Case(text: "basis: {certainty: memry}\n", place: "2:20", words: "是不是“memory”"),
    Case(text: "weights: {indicators: 九十}\n", place: "2:23", words: "应当是一个数"),
    Case(text: "weights: {decimals: 1.5}\n", place: "2:21", words: "应当是一个数"),
    Case(
      text: "weights: {indicators: 100}\n", place: "2:23",
      words: "“usual”的分值合计为 90"),
    Case(
      text: "weights:\n  first-level:\n    usual: {产出指标: 50}\n", place: "4:5",
      words: "“usual”的分值合计为 80"),
    Case(
      text: "weights:\n  first-level:\n    usual: {产出指针: 60}\n", place: "4:13", words: "是不是“产出指标”"),
    Case(text: "row-levels: {数量: 产出指标/数里指标}\n", place: "2:18", words: "是不是“产出指标/数量指标”"),
    Case(
      text: "project-kinds:\n  购置:\n    indicators:\n      数里: {x: ≥1台}\n", place: "5:7", words: "是不是“数量”"),
    Case(text: "rules:\n  weight-sum: {severity: eror}\n", place: "3:26", words: "是不是“error”"),
    Case(text: "rules:\n  weight-sum: {of: 不要}\n", place: "3:16", words: "是不是“off”"),
    Case(text: "title：表\n", place: "2:6", words: "全角冒号"),
    Case(text: "title: 甲\ntitle: 乙\n", place: "3:1", words: "写了两次"),
  ]

  @Test(arguments: cases)
  func saysFilePlaceAndCure(_ example: Case) {
    let files = library(["parent": least, "child": "extends: parent\n" + example.text])
    let error = #expect(throws: TemplateError.self) { try files.template("child") }
    let text = error?.text ?? ""
    #expect(text.contains("/template.yaml:\(example.place): "), "\(text)")
    #expect(text.contains(example.words), "\(text)")
    #expect(text.split(separator: "\n").count >= 4, "\(text)")
  }

  @Test func namesTheFileThatIsWrong() {
    let files = library(["parent": least + "\nextra: 1\n", "child": "extends: parent\n"])
    let error = #expect(throws: TemplateError.self) { try files.template("child") }
    #expect(error?.text.hasPrefix("Templates/parent/template.yaml:") == true, "\(error?.text ?? "")")
    #expect(throws: TemplateError.self) { try library(["a": ""]).template("a") }
    #expect(throws: TemplateError.self) { try library(["a": "- 1\n"]).template("a") }
  }

  @Test func unknownBaseAndCycle() {
    let unknown = library(["parent": least, "child": "title: 表\nextends: parnt\n"])
    let error = #expect(throws: TemplateError.self) { try unknown.template("child") }
    #expect(error?.text.hasPrefix("Templates/child/template.yaml:2:10: ") == true, "\(error?.text ?? "")")
    #expect(error?.text.contains("是不是“parent”") == true)

    let cycle = library(["a": "extends: b\n", "b": "extends: c\n", "c": "extends: a\n"])
    let round = #expect(throws: TemplateError.self) { try cycle.template("a") }
    #expect(round?.text.contains("a → b → c → a") == true, "\(round?.text ?? "")")
    #expect(round?.text.hasPrefix("Templates/c/template.yaml:1:10: ") == true)
    #expect(throws: TemplateError.self) { try library(["a": "extends: a\n"]).template("a") }
  }

  @Test func unknownAndAbstractIDs() {
    let error = #expect(throws: TemplateError.self) { try Shipped.library.template("shanghai-targt") }
    #expect(error?.text.contains("是不是“shanghai-target”") == true)
    #expect(error?.text.contains("target-base") == false)
    let abstract = #expect(throws: TemplateError.self) { try Shipped.library.template("target-base") }
    #expect(abstract?.text.contains("target-base/template.yaml:") == true)
  }

  /// A mark of an inherited value leads back to the file it stands in.
  @Test func errorsOfOthersFindTheirFile() throws {
    let files = library([
      "parent": least, "child": "extends: parent\nrules: {weight-sum: {parameters: {of: 1}}}\n",
    ])
    let parameters = try files.template("child").rules["weight-sum"]?.parameters ?? []
    let places = try parameters.map { entry in
      let cause = YAMLError(.unknownKey(entry.key, allowed: []), at: entry.keyMark)
      return String(try files.error(cause, in: "child").text.prefix { $0 != " " })
    }
    #expect(places == ["Templates/parent/template.yaml:23:46:", "Templates/child/template.yaml:2:35:"])
  }

  /// One broken template does not hide the others.
  @Test func brokenOnesAreListed() throws {
    let files = library(["good": least, "bad": "title：表\nx: [\n"])
    #expect(files.ids == ["good", "bad"])
    #expect(try files.template("good").id == "good")
    #expect(throws: TemplateError.self) { try files.summaries() }
  }
}
