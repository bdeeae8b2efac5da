import FormModel
import FormRules
import Testing

@Suite("Forms with something in common")
struct FormsSeenTests {
  @Test("the first of a kind is like nothing, and the order of the files decides which is first")
  func order() throws {
    let engine = try RuleFolder.engine()
    let forms = ["甲", "乙", "丙"].map { name in
      var form = CleanForms.shanghai
      form[.project] = name + "社区书屋"
      return form
    }
    var seen = FormsSeen()
    let found = forms.map { form in
      let likeness = seen.add(FormTrace(form), named: (form[.project] ?? "") + ".yaml")
      return engine.check(LocatedForm(form: form), against: likeness).findings.map(\.message)
    }
    #expect(found[0].isEmpty)
    #expect(found[1].count == 2 && found[1].allSatisfy { $0.contains("（甲社区书屋.yaml）") })
    #expect(found[2].count == 2 && found[2].allSatisfy { $0.contains("（甲社区书屋.yaml）") })
  }

  @Test("a target form and the self-evaluation of its project are not compared")
  func kinds() throws {
    var evaluation = CleanForms.shanghai
    evaluation.kind = .selfEvaluation
    var seen = FormsSeen()
    _ = seen.add(FormTrace(CleanForms.shanghai), named: "目标.yaml")
    #expect(seen.add(FormTrace(evaluation), named: "自评.yaml").isEmpty)
  }

  @Test("without other forms the rules across forms do not apply")
  func alone() throws {
    let engine = try RuleFolder.engine()
    let report = engine.check(CleanForms.shanghai)
    #expect(report.outcomes.first { $0.rule == "same-project-twice" }?.outcome == .notApplicable)
    var seen = FormsSeen()
    let first = seen.add(FormTrace(CleanForms.shanghai), named: "一.yaml")
    let both = report.adding(engine.check(LocatedForm(form: CleanForms.shanghai), against: first))
    #expect(both.outcomes.first { $0.rule == "same-project-twice" }?.outcome == .pass)
    #expect(both.outcomes.count == report.outcomes.count)
  }

  @Test("what somebody has answered for in 免检 is not said")
  func suppressed() throws {
    var form = CleanForms.shanghai
    form.suppressions = [Suppression(rule: "same-project-twice", path: nil, reason: "分两期上报")]
    var seen = FormsSeen()
    _ = seen.add(FormTrace(CleanForms.shanghai), named: "一.yaml")
    let likeness = seen.add(FormTrace(form), named: "二.yaml")
    let report = try RuleFolder.engine().check(LocatedForm(form: form), against: likeness)
    #expect(report.findings.isEmpty && report.suppressed.count == 1)
  }

  @Test("what stands in very many forms is looked for in the first few alone")
  func many() {
    var seen = FormsSeen()
    for number in 0..<2_000 {
      var form = CleanForms.shanghai
      form[.project] = "书屋\(number)"
      let likeness = seen.add(FormTrace(form), named: "\(number)")
      #expect(likeness.isEmpty == (number == 0))
    }
  }
}
