import FormModel
import FormRules
import Testing

/// The examples of every rule file, run as tests.
struct RuleExampleTests {
  @Test(arguments: RuleFolder.ids)
  func `every rule speaks on its flag examples and is silent on its pass examples`(id: String) throws {
    let rule = try #require(try RuleFolder.rules.get()[id])
    for example in try rule.examples() {
      let template = example.template ?? rule.usualTemplate
      let engine = try #require(RuleFolder.engines[template])
      let found = findings(of: example, by: engine, on: CleanForms.form(for: template))
      let expected = example.isFlagged ? Set([id] + example.also) : Set(example.also)
      #expect(
        Set(found.map(\.rule)) == expected,
        "\(id), line \(example.line): \(found.map { "\($0.rule) \($0.path) \($0.message)" })")
    }
  }

  @Test(arguments: RuleFolder.ids)
  func `no rule changes its mind about other spellings`(id: String) throws {
    let rule = try #require(try RuleFolder.rules.get()[id])
    for example in try rule.examples() {
      let template = example.template ?? rule.usualTemplate
      let engine = try #require(RuleFolder.engines[template])
      let clean = CleanForms.form(for: template)
      for amplification in Amplification.allCases where !isAbout(rule, amplification) {
        let found = findings(of: example, by: engine, on: clean) { amplification($0) }
        #expect(
          found.contains { $0.rule == id } == example.isFlagged,
          "\(id), line \(example.line), \(amplification)")
      }
    }
  }

  @Test(arguments: RuleFolder.ids)
  func `a rule file with CRLF says the same`(id: String) throws {
    let rule = try #require(try RuleFolder.rules.get()[id])
    let files = RuleFolder.files.map { RuleFile(path: $0.path, text: $0.text.replacing("\n", with: "\r\n")) }
    let other = try #require(try RuleSet(files: files)[id])
    #expect(other.message == rule.message)
    #expect(other.help == rule.help)
    #expect(try other.examples().count == rule.examples().count)
  }

  /// What is found in an example, after the form that is read before it where there is one.
  private func findings(
    of example: RuleExample, by engine: RuleEngine, on clean: Form, as changed: (Form) -> Form = { $0 }
  ) -> [Finding] {
    let form = LocatedForm(form: changed(example.form(from: clean)))
    let report = engine.check(form, asOf: example.asOf)
    guard let earlier = example.earlier?.form(from: clean) else { return report.findings }
    var seen = FormsSeen()
    _ = seen.add(FormTrace(earlier), named: "前一张.yaml")
    let likeness = seen.add(FormTrace(form.form), named: "这一张.yaml")
    return report.adding(engine.check(form, against: likeness)).findings
  }

  /// Rules about the spelling itself.
  private func isAbout(_ rule: Rule, _ amplification: Amplification) -> Bool {
    switch rule.id {
    case "stray-whitespace": amplification == .blanks
    case "sign-spelling": true
    default: false
    }
  }
}

extension Rule {
  /// The template that examples show the rule on unless they name another.
  fileprivate var usualTemplate: String {
    appliesTo.contains(.target) ? "shanghai-target" : "shanghai-self-evaluation"
  }
}
