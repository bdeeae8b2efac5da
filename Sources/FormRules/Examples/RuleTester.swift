import FormComparison
import FormModel
import FormTemplates

/// Runs the examples of rules: on a form that no rule speaks about, changed as the example says, and retyped as other
/// people would.
public struct RuleTester: Sendable {
  /// What examples are shown on.
  public struct Stage: Sendable {
    /// Checks by the rules as the template wants them.
    public let engine: RuleEngine
    /// A form of the template that no rule speaks about.
    public let clean: Form
  }

  /// The rules, as no template changes them.
  public let rules: RuleSet
  /// By the template's id.
  public let stages: [String: Stage]
  /// The first finding of each rule about a form that is as it should be, by rule.
  private let onClean: [String: RuleTestProblem]

  /// - Parameters:
  ///   - clean: a form that no rule speaks about, for each template that examples may be shown on.
  /// - Throws: `RuleError` where a template changes a rule in a way it cannot be changed.
  public init(rules: RuleSet, templates: [Template], clean: [String: Form]) throws(RuleError) {
    self.rules = try rules.complete()
    var stages: [String: Stage] = [:]
    for template in templates {
      guard let form = clean[template.id] else { continue }
      stages[template.id] = Stage(engine: try RuleEngine(rules: rules, template: template), clean: form)
    }
    self.stages = stages
    var onClean: [String: RuleTestProblem] = [:]
    for (id, stage) in stages.sorted(by: { $0.key < $1.key }) {
      for finding in stage.engine.check(stage.clean).findings where onClean[finding.rule] == nil {
        onClean[finding.rule] = .onCleanForm(finding, template: id)
      }
    }
    self.onClean = onClean
  }

  /// Tests one rule.
  ///
  /// - Parameter isStrict: whether no other rule may speak but those that an example names under `also`. Rules of one's
  ///   own need not know what the program's rules say of their examples.
  public func report(on rule: Rule, isStrict: Bool = true) -> RuleTestReport {
    var report = RuleTestReport(rule: rule.id, file: rule.file)
    report.problems = RuleTestProblem.faults(of: rule, in: rules) + [onClean[rule.id]].compactMap { $0 }
    do throws(RuleError) {
      for example in try rule.examples() { test(example, of: rule, isStrict: isStrict, &report) }
    } catch {
      report.problems.append(RuleTestProblem(line: error.cause.mark.line, expected: nil, found: error.text))
    }
    return report
  }

  /// The form of an example, and what is found in it.
  ///
  /// - Parameter changed: how it is retyped.
  /// - Returns: `nil` for a template that nothing is known of.
  public func findings(
    of example: RuleExample, of rule: Rule, as changed: (Form) -> Form = { $0 }
  ) -> (form: Form, findings: [Finding])? {
    guard let stage = stages[example.template ?? rule.usualTemplate] else { return nil }
    let form = changed(example.form(from: stage.clean))
    return (form, report(on: form, of: example, stage).findings)
  }

  /// The report on an example's form, after the form that is read before it where there is one.
  private func report(on form: Form, of example: RuleExample, _ stage: Stage) -> Report {
    let located = LocatedForm(form: form)
    var companions = example.companions(of: form, from: stage.clean, stages)
    companions.comparison = example.comparison(of: form, from: stage.clean, words: rules.matchingWords)
    let report = stage.engine.check(located, beside: companions, asOf: example.asOf)
    guard let likeness = example.likeness(of: form, from: stage.clean) else { return report }
    return report.adding(stage.engine.check(located, against: likeness))
  }

  private func test(
    _ example: RuleExample, of rule: Rule, isStrict: Bool, _ report: inout RuleTestReport
  ) {
    report.examples += 1
    let template = example.template ?? rule.usualTemplate
    guard let found = findings(of: example, of: rule)?.findings else {
      let known = stages.keys.sorted()
      return report.problems.append(.unknownTemplate(template, known: known, line: example.line))
    }
    report.runs += 1
    let expected = example.isFlagged ? Set([rule.id] + example.also) : Set(example.also)
    let spoke = Set(found.map(\.rule))
    report.others.formUnion(spoke.subtracting(expected + [rule.id]))
    if isStrict ? spoke != expected : spoke.intersection(expected + [rule.id]) != expected {
      report.problems.append(.other(found, expected: expected, line: example.line))
      return
    }
    // A rule about the spelling itself has every right to change its mind.
    guard rule.wording.fix == nil else { return }
    for amplification in Amplification.allCases {
      report.runs += 1
      let found = findings(of: example, of: rule) { amplification($0) }?.findings ?? []
      if found.contains(where: { $0.rule == rule.id }) != example.isFlagged {
        report.problems.append(.retyped(amplification, isFlagged: example.isFlagged, line: example.line))
      }
    }
  }
}

extension RuleExample {
  /// What became of the form that was approved; `nil` where there is none.
  func comparison(of form: Form, from clean: Form, words: @autoclosure () -> MatchingWords) -> Comparison? {
    approved.map { Comparison(approved: $0.form(from: clean), evaluated: form, words: words()) }
  }

  /// What the example's form has in common with the one that is read before it; `nil` where there is none.
  func likeness(of form: Form, from clean: Form) -> Likeness? {
    guard let earlier = earlier?.form(from: clean) else { return nil }
    var seen = FormsSeen()
    _ = seen.add(FormTrace(earlier), named: Messages.earlierForm)
    return seen.add(FormTrace(form), named: Messages.thisForm)
  }

  /// The documents beside the example's form.
  func companions(of form: Form, from clean: Form, _ stages: [String: RuleTester.Stage]) -> Companions {
    var companions = Companions()
    if !narrative.isEmpty {
      let lines = narrative.enumerated().map { Narrative.Line($1, at: .text(line: $0 + 1, column: 1)) }
      companions.narrative = Narrative(name: Messages.narrativeFile, lines: lines)
    }
    if let last = lastYearForm(from: { $0.flatMap { stages[$0]?.clean } ?? clean }) {
      companions.lastYear = LastYear(
        form: last, name: Messages.lastYearFile, pairs: Self.sameNames(last, form))
    }
    return companions
  }

  /// Rows of examples belong together by their names.
  private static func sameNames(_ last: Form, _ form: Form) -> [LastYear.Pair] {
    form.indicators.enumerated().compactMap { index, row in
      last.indicators.firstIndex { plain($0.level3) == plain(row.level3) }.map {
        LastYear.Pair(old: $0, new: index)
      }
    }
  }
}

extension Rule {
  /// The template that examples show the rule on unless they name another.
  public var usualTemplate: String {
    appliesTo.contains(.target) ? "shanghai-target" : "shanghai-self-evaluation"
  }

  /// The file that it was decoded from, for errors.
  public var file: String { source.file.path }
}
