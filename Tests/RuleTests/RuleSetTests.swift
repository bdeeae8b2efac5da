import ChineseText
import FormModel
import FormRules
import FormTemplates
import Testing
import YAMLText

/// Rules added, overridden, and changed by templates; findings silenced and answered for.
struct RuleSetTests {
  private static func file(
    _ id: String, group: String = "local", message: String = "“{name}”太虚", more: String = ""
  ) -> RuleFile {
    RuleFile(
      path: "Rules/\(group)/\(id).yaml",
      text: """
        id: \(id)
        title: 样例
        severity: warning
        applies-to: [target]
        check: {words: {at: name, reject: vocabulary/sample}}
        message: \(message)
        help: 改
        basis: {document: 样例, certainty: own}
        \(more)
        """)
  }

  private static let words = RuleFile(path: "Rules/vocabulary/sample.yaml", text: "- 台\n- 空话\n")

  private func form(_ names: String...) -> Form {
    Form(indicators: names.map { Indicator(level1: "产出指标", level2: "数量指标", level3: $0) })
  }

  private func engine(_ rules: RuleSet, _ change: (inout Template) -> Void = { _ in }) throws -> RuleEngine {
    var template = try RuleFolder.templates.template("shanghai-target")
    template.rules = [:]
    change(&template)
    return try RuleEngine(rules: rules, template: template)
  }

  @Test func `a rule added later takes the place of one with the same id`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a"), Self.file("b")])
    let more = try rules.adding(files: [Self.file("a", group: "own", message: "改了“{word}”")])
    #expect(more.rules.map(\.id) == ["a", "b"])
    #expect(more["a"]?.group == "own")
    let found = try engine(more).check(form("空话连篇")).findings
    #expect(found.map(\.message) == ["改了“空话”", "“空话连篇”太虚"])
  }

  @Test func `a word list added later is read by the rules there are`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a")])
    let more = try rules.adding(files: [RuleFile(path: "Rules/vocabulary/sample.yaml", text: "- 大话\n")])
    let names = form("空话连篇", "大话连篇")
    #expect(try engine(rules).check(names).findings.map(\.path) == [.indicator(0, .level3)])
    #expect(try engine(more).check(names).findings.map(\.path) == [.indicator(1, .level3)])
  }

  @Test func `a word list of the same name can add words and take some away`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a")])
    let change = RuleFile(
      path: "own/vocabulary/sample.yaml", text: "add: [大话, {word: 套话, value: 少}]\nremove: [空话]\n")
    let found = try engine(try rules.adding(files: [change])).check(form("空话", "大话", "套话", "一台")).findings
    #expect(found.map(\.path) == [1, 2, 3].map { .indicator($0, .level3) })
    for text in ["remove: [没有的]", "add: 大话\nplus: [空]"] {
      let wrong = RuleFile(path: "own/vocabulary/sample.yaml", text: text)
      #expect(throws: RuleError.self) { try rules.adding(files: [wrong]) }
    }
    let unknown = RuleFile(path: "own/vocabulary/other.yaml", text: "add: [大话]")
    #expect(throws: RuleError.self) { try rules.adding(files: [unknown]) }
  }

  @Test func `a template changes severity and parameters and switches off`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a"), Self.file("b"), Self.file("c")])
    let words = YAMLNode(.sequence([YAMLNode(.scalar("大话", quoted: false), at: Self.mark)]), at: Self.mark)
    let engine = try engine(rules) { template in
      template.rules["a"] = RuleAdjustment(severity: .info)
      template.rules["b"] = RuleAdjustment(
        parameters: [YAMLEntry(key: "reject", keyMark: Self.mark, value: words)])
      template.rules["c"] = RuleAdjustment(offReason: "本地不适用")
    }
    let found = engine.check(form("空话连篇", "大话连篇")).findings
    #expect(found.map(\.rule) == ["a", "b"])
    #expect(found.map(\.severity) == [.info, .warning])
    #expect(engine.rules.switchedOff.map(\.reason) == ["本地不适用"])
    #expect(engine.check(form("空话")).outcomes.map(\.rule) == ["a", "b"])
  }

  @Test func `a template that changes an unknown rule or parameter is refused`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a")])
    #expect(throws: RuleError.self) {
      try engine(rules) { $0.rules["nobody"] = RuleAdjustment(severity: .info) }
    }
    let entry = YAMLEntry(
      key: "nothing", keyMark: Self.mark, value: YAMLNode(.scalar("1", quoted: false), at: Self.mark))
    #expect(throws: RuleError.self) {
      try engine(rules) { $0.rules["a"] = RuleAdjustment(parameters: [entry]) }
    }
  }

  @Test func `profile values come from the template`() throws {
    let rules = try RuleFolder.rules.get()
    var template = try RuleFolder.templates.template("shanghai-target")
    template.parameters["maximum-indicators"] = ["2"]
    let report = try RuleEngine(rules: rules, template: template).check(CleanForms.shanghai)
    #expect(report.findings.map(\.rule) == ["too-many-indicators"])
    #expect(report.findings.first?.message.contains("多于 2 条") == true)
  }

  @Test func `unless silences findings of the same row and place only`() throws {
    let silenced = Self.file("b", more: "unless: [a]")
    let narrow = RuleFile(path: "Rules/vocabulary/sample.yaml", text: "- 空话\n")
    let other = RuleFile(
      path: "Rules/local/a.yaml", text: Self.file("a").text.replacing("vocabulary/sample", with: "[空话]"))
    let both = try RuleSet(files: [Self.words, other, silenced])
    let report = try engine(both).check(form("空话连篇", "设备台数"))
    #expect(report.findings.map(\.rule) == ["a", "b"])
    #expect(report.findings.map(\.path) == [.indicator(0, .level3), .indicator(1, .level3)])
    let all = try RuleSet(files: [narrow, other, silenced])
    let outcomes = try engine(all).check(form("空话连篇")).outcomes
    #expect(outcomes.map(\.outcome) == [.findings(1), .notApplicable])
  }

  @Test func `only rules that are wanted are asked, and those that silence them`() throws {
    let silenced = Self.file("b", more: "unless: [a]")
    let rules = try RuleSet(files: [Self.words, Self.file("a"), silenced, Self.file("c")])
    let engine = try engine(rules)
    let located = LocatedForm(form: form("空话连篇"))
    #expect(engine.check(located).findings.map(\.rule) == ["a", "c"])
    let only = { (id: String) in engine.check(located, asking: engine.selection { $0 == id }) }
    #expect(only("b").findings.isEmpty)
    #expect(only("b").outcomes.map(\.outcome) == [.notApplicable])
    #expect(only("c").findings.map(\.rule) == ["c"])
    #expect(only("c").outcomes.map(\.rule) == ["c"])
    #expect(engine.check(located, asking: engine.selection { _ in false }).outcomes.isEmpty)
  }

  @Test(
    arguments: [
      (nil, nil, true), ("绩效指标/产出指标/数量指标/1/三级指标", nil, true), ("绩效指标/产出指标/数量指标/1", nil, true),
      ("产出指标/数量指标/１", nil, true), ("绩效指标/产出指标/数量指标/2", nil, false), ("项目名称", nil, false),
      ("nowhere", nil, false), (nil, "2027-12-31", true), (nil, "2027-06-30", true),
      (nil, "2027-06-29", false),
      (nil, "long", false),
    ] as [(String?, String?, Bool)])
  func `a suppression removes the findings it names until its last day`(
    path: String?, until: String?, holds: Bool
  ) throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a")])
    var form = form("空话连篇", "读者人数")
    form.suppressions = [Suppression(rule: "a", path: path, reason: "已说明", until: until)]
    let today = CalendarDate(year: 2027, month: 6, day: 30)
    let report = try engine(rules).check(form, today: today)
    #expect(report.findings.isEmpty == holds)
    #expect(report.suppressed.count == (holds ? 1 : 0))
    #expect(report.outcomes.map(\.outcome) == [.findings(1)])
  }

  @Test func `findings carry the place in the file`() throws {
    let rules = try RuleSet(files: [Self.words, Self.file("a")])
    let place = SourceLocation.text(line: 7, column: 3)
    let located = LocatedForm(form: form("空话连篇"), locations: [.indicator(0, nil): place])
    #expect(try engine(rules).check(located).findings.first?.location == place)
  }

  private static let mark = YAMLMark(line: 1, column: 1)
}
