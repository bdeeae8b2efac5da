import FormModel
import FormRules
import FormTemplates
import Testing

/// Outcomes, live findings, and laws over generated forms.
struct RuleEngineTests {
  @Test func `a rule ends in one of four ways`() throws {
    let engine = try RuleFolder.engine()
    var form = CleanForms.shanghai
    form[.end] = "2027年内"
    form[.totalGoal] = nil
    let report = engine.check(form)
    let outcome = { (id: String) in report.outcomes.first { $0.rule == id }?.outcome }
    #expect(outcome("missing-period") == .findings(1))
    #expect(outcome("missing-year") == .pass)
    #expect(outcome("missing-data-source") == .notApplicable)
    guard case .cannotTell? = outcome("missing-overall-goal") else {
      Issue.record("\(String(describing: outcome("missing-overall-goal")))")
      return
    }
    let counts = report.counts
    #expect(
      counts.withFindings + counts.passed + counts.notApplicable + counts.cannotTell
        == engine.rules.rules.count)
  }

  @Test func `rules that want a complete form stay silent while it is filled`() throws {
    let engine = try RuleFolder.engine()
    var form = Form(template: "shanghai-target")
    let before = engine.check(form)
    form[.year] = "27"
    let after = engine.check(form)
    let found = engine.findings(touching: .field(.year), in: after, before: before)
    #expect(found.map(\.rule) == ["missing-year"])
    form[.year] = "2027"
    let mended = engine.check(form)
    #expect(engine.findings(touching: .field(.year), in: mended, before: after).isEmpty)
    #expect(!engine.isLive("missing-annual-goal") && engine.isLive("missing-year"))
  }

  @Test func `an answer brings about the findings of its own place`() throws {
    let engine = try RuleFolder.engine()
    var form = CleanForms.shanghai
    form.indicators[0][.target] = "6"
    form.indicators[1][.target] = "8"
    let report = engine.check(form)
    let found = engine.findings(touching: .indicator(1, .target), in: report)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.path == .indicator(1, .target) })
    #expect(engine.findings(touching: .indicator(1, .level3), in: report).isEmpty)
    #expect(engine.findings(touching: .indicator(1, nil), in: report) == found)
  }

  @Test func `findings come in form order`() throws {
    let engine = try RuleFolder.engine()
    var form = CleanForms.shanghai
    form[.year] = nil
    form[.project] = nil
    form.indicators.removeAll { $0.level1 == "效益指标" }
    form.indicators[2][.target] = nil
    form.indicators[0][.target] = nil
    let paths = engine.check(form).findings.map(\.path)
    let expected: [FormPath] = [
      .field(.year), .field(.project), .level("效益指标", nil), .indicator(0, .target), .indicator(2, .target),
    ]
    #expect(paths.filter(expected.contains) == expected)
  }

  @Test(arguments: 1...40)
  func `checking never fails, is repeatable, and finds places that exist`(seed: UInt64) throws {
    var generator = RuleSeed(state: seed)
    let engine = try #require(
      RuleFolder.engines[seed.isMultiple(of: 2) ? "mof-2021-target" : "shanghai-target"])
    let labels = PathLabels(engine.template)
    for _ in 0..<25 {
      let form = generator.form()
      let report = engine.check(form)
      #expect(report == engine.check(form))
      for finding in report.findings {
        #expect(exists(finding.path, in: form))
        let text = finding.path.text(in: form, labels: labels)
        if case .indicator = finding.path {
          #expect(FormPath(text, in: form, labels: labels) == finding.path, "\(text)")
        }
        #expect(!finding.message.isEmpty && !finding.message.contains("{"))
      }
    }
  }

  @Test(arguments: 1...40)
  func `the order of rows does not change what is found`(seed: UInt64) throws {
    var generator = RuleSeed(state: seed &* 7919)
    let engine = try #require(RuleFolder.engines["shanghai-target"])
    for _ in 0..<15 {
      let form = generator.form()
      var other = form
      other.indicators.reverse()
      #expect(summary(engine.check(form)) == summary(engine.check(other)))
    }
  }

  /// How often each rule speaks; where two rows clash the finding may stand at either.
  private func summary(_ report: Report) -> [String: Int] {
    report.findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  private func exists(_ path: FormPath, in form: Form) -> Bool {
    switch path {
    case .indicator(let row, _): form.indicators.indices.contains(row)
    case .budget(let line, _): form.budget.indices.contains(line)
    default: true
    }
  }
}
