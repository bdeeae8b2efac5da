import FormModel
import FormRules
import Testing

/// Rules for self-evaluations wait until one is read, so that the prompt need not wait for them.
struct PostponedRuleTests {
  @Test func rulesOfSelfEvaluationsAreDecodedWhenAskedFor() throws {
    let all = try RuleSet(files: RuleFolder.files)
    let waiting = try RuleSet(files: RuleFolder.files, readsWordsLater: true)
    #expect(waiting.rules.map(\.id) == all.rules.filter { $0.appliesTo.contains(.target) }.map(\.id))
    #expect(try waiting.complete().rules.map(\.id) == all.rules.map(\.id))
    let targets = try RuleEngine(rules: waiting, template: RuleFolder.templates.template("shanghai-target"))
    #expect(targets.rules["positive-score"] == nil)
    let scores = try RuleEngine(rules: waiting, template: RuleFolder.templates.template("shanghai-2019"))
    #expect(scores.rules["positive-score"] != nil)
    #expect(scores.rules.switchedOff.map(\.rule.id) == ["deduction-without-reason"])
  }

  /// A rule of the user's own folder takes the place of one that waits.
  @Test func ownRulesComeBeforeThoseThatWait() throws {
    let file = try #require(RuleFolder.files.first { $0.path.hasSuffix("grade-wrong.yaml") })
    let own = RuleFile(
      path: "own/grade-wrong.yaml", text: file.text.replacing("severity: error", with: "severity: info"))
    let waiting = try RuleSet(files: RuleFolder.files, readsWordsLater: true).adding(files: [own])
    #expect(try waiting.complete()["grade-wrong"]?.severity == .info)
  }
}
