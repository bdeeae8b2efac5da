import FormModel
import FormRules
import TestSupport
import Testing

@Suite("Fixes that change nothing but spelling")
struct FixTests {
  static let examples: [(before: String, after: String)] = [
    ("不少于12场", "≥12场"), (">=98%", "≥98%"), ("98%以上", "≥98%"), (" ≥6台", "≥6台"), ("≥ 6台", "≥ 6台"),
  ]

  @Test("a target is spelled as the house spells it", arguments: examples)
  func target(before: String, after: String) throws {
    var form = CleanForms.shanghai
    form.indicators[0][.target] = before
    let fixed = try RuleFolder.engine().fixed(form)
    #expect(fixed.form.indicators[0][.target] == after)
    #expect(fixed.fixes.isEmpty == (before == after))
  }

  @Test("never adds a finding, changes no meaning, and a second run changes nothing", arguments: 0..<150)
  func law(seed: UInt64) throws {
    let engine = try RuleFolder.engine()
    var forms = GeneratedForms(seed: seed, templates: ["shanghai-target"])
    let form = forms.form()
    let before = engine.check(form).findings
    let fixed = engine.fixed(form)
    let after = engine.check(fixed.form).findings
    let known = Set(before.map { "\($0.rule) \($0.path)" })
    #expect(after.allSatisfy { known.contains("\($0.rule) \($0.path)") })
    #expect(after.count <= before.count - (fixed.fixes.isEmpty ? 0 : 1))
    #expect(engine.fixed(fixed.form).fixes.isEmpty)
    for (old, new) in zip(form.indicators, fixed.form.indicators) {
      let meanings = (old.target?.canonicalText, new.target?.canonicalText)
      #expect(meanings.0 == nil || meanings.0 == meanings.1)
      #expect(old.weight == new.weight)
    }
  }
}
