import FormModel
import FormTemplates
import Testing

/// The least a template can be, for tests of what children change.
let least = """
  title: 目标表
  summary: 最小的一份
  kind: target
  basis: {document: 测试, certainty: own}
  fields:
    project: {label: 项目名称, section: 基本信息, meaning: 全称, aliases: [名称]}
    year: {label: 年度, section: 基本信息, type: year, meaning: 四位年份}
  levels:
    产出指标:
      meaning: 做出来的
      levels:
        数量指标: {meaning: 多少, examples: {设备数量: ≥6台}}
        质量指标: {meaning: 好坏}
    效益指标: {meaning: 变化}
  columns:
    level3: {label: 三级指标, meaning: 名称}
  weights: {indicators: 90, execution: 10, decimals: 2, first-level: {usual: {产出指标: 60, 效益指标: 30}}}
  parameters: {satisfaction-floor: 80}
  row-levels: {数量: 产出指标/数量指标}
  project-kinds:
    购置: {words: [采购], indicators: {数量: {购置数量: ≥__台}}}
  rules:
    weight-sum: {severity: error, parameters: {sum: 90}}
  """

@Suite struct MergeTests {
  private func child(_ text: String) throws(TemplateError) -> Template {
    try library(["parent": least, "child": "extends: parent\n" + text]).template("child")
  }

  @Test func childWithoutChangesIsItsParent() throws {
    for extends in Shipped.ids {
      let files = Shipped.files + [TemplateFile(path: "x/own/template.yaml", text: "extends: \(extends)\n")]
      var own = try TemplateLibrary(files).template("own")
      own.id = extends
      #expect(try own == Shipped.library.template(extends))
    }
  }

  @Test func oneLineChangesOneThing() throws {
    var parent = try library(["parent": least]).template("parent")
    var own = try child("parameters: {satisfaction-floor: 85}\n")
    #expect(own.parameters == ["satisfaction-floor": ["85"]])
    #expect(own.rules.mapValues(\.severity) == parent.rules.mapValues(\.severity))
    own.parameters = parent.parameters
    own.rules = parent.rules
    parent.id = "child"
    #expect(own == parent)
  }

  @Test func nothingTakesAway() throws {
    let own = try child(
      """
      fields: {project: {aliases: ~}, year: ~}
      levels: {产出指标: {levels: {质量指标: ~}}}
      project-kinds: {购置: ~}
      rules: {weight-sum: ~}
      """)
    #expect(own.fields.keys == ["project"])
    #expect(own.fields["project"]?.aliases == [])
    #expect(own.levels[0].levels.map(\.name) == ["数量指标"])
    #expect(own.projectKinds.isEmpty && own.rules.isEmpty)
  }

  @Test func newEntriesFollowInheritedOnes() throws {
    let own = try child(
      """
      fields:
        grade: {label: 等级, section: 基本信息, meaning: 等级}
        year: {label: 预算年度}
      levels:
        产出指标: {levels: {时效指标: {meaning: 快慢}, 数量指标: {meaning: 几个}}}
      """)
    #expect(own.fields.keys == ["project", "year", "grade"])
    #expect(own.fields["year"]?.label == "预算年度" && own.fields["year"]?.type == .year)
    #expect(own.levels[0].levels.map(\.name) == ["数量指标", "质量指标", "时效指标"])
    #expect(own.levels[0].levels[0].meaning == "几个")
  }

  @Test func orderPutsTheListedFirst() throws {
    let own = try child(
      """
      fields: {order: [year]}
      levels:
        order: [效益指标, 产出指标]
        产出指标: {levels: {时效指标: {meaning: 快慢}, order: [时效指标]}}
      """)
    #expect(own.fields.keys == ["year", "project"])
    #expect(own.levels.map(\.name) == ["效益指标", "产出指标"])
    #expect(own.levels[1].levels.map(\.name) == ["时效指标", "数量指标", "质量指标"])
  }

  @Test func listsAreReplaced() throws {
    #expect(try child("fields: {project: {aliases: [全称]}}\n").fields["project"]?.aliases == ["全称"])
    #expect(try child("fields: {project: {aliases: []}}\n").fields["project"]?.aliases == [])
  }

  @Test func grandchildrenInheritThroughTheChain() throws {
    let texts: KeyValuePairs = [
      "parent": "abstract: true\n" + least, "child": "extends: parent\ntitle: 子表\nfields: {order: [year]}\n",
      "grandchild": "extends: child\nsummary: 孙表\n",
    ]
    let own = try library(texts).template("grandchild")
    #expect(own.title == "子表" && own.summary == "孙表")
    #expect(own.fields.keys == ["year", "project"])
    #expect(library(texts).ids == ["child", "grandchild"])
    #expect(try library(texts).summaries().map(\.extends) == ["parent", "child"])
  }

  @Test func rowsFollowTheTree() throws {
    let moved = try child("row-levels: {数量: 产出指标/质量指标}\n")
    #expect(moved.projectKinds[0].indicators.map(\.level2) == ["质量指标"])
    #expect(try child("row-levels: {数量: none}\n").projectKinds[0].indicators.isEmpty)
  }

  @Test func laterFilesReplaceEarlierOnes() throws {
    let texts: KeyValuePairs = ["a": least, "b": least, "a ": least]
    #expect(library(texts).ids == ["a", "b", "a "])
    let twice = library(["a": least, "a": least.replacing("目标表", with: "新表")])
    #expect(twice.ids == ["a"])
    #expect(try twice.template("a").title == "新表")
  }

  @Test func rulesAndParameters() throws {
    let own = try child("rules: {too-few: {off: 本地不要求}, weight-sum: {severity: warning}}\n")
    #expect(own.rules["too-few"]?.offReason == "本地不要求")
    #expect(own.rules["weight-sum"]?.severity == .warning)
    #expect(own.rules["weight-sum"]?.parameters.map(\.key) == ["sum"])
  }
}
