import FormModel

/// How the tests of one rule ended.
public struct RuleTestReport: Sendable, Hashable {
  /// The rule's id.
  public var rule: String
  /// Its file.
  public var file: String
  /// Examples that were run.
  public var examples = 0
  /// Forms that were checked for them: each example as it is, and retyped.
  public var runs = 0
  /// Other rules that spoke about examples without being named there.
  public var others: Set<String> = []
  /// What is wrong with the rule, its examples, or both; none when it passes.
  public var problems: [RuleTestProblem] = []
}

/// One thing that is wrong with a rule or one of its examples, in Chinese.
public struct RuleTestProblem: Sendable, Hashable {
  /// The line of the rule's file; `nil` for the rule as a whole.
  public var line: Int?
  /// What should be; `nil` where only what is can be told.
  public var expected: String?
  /// What is.
  public var found: String
}

extension RuleTestProblem {
  private static let leastExamples = 2
  private static let longestTitle = 24

  static func unknownTemplate(_ id: String, known: [String], line: Int) -> RuleTestProblem {
    RuleTestProblem(
      line: line, expected: Messages.oneOf(known), found: Messages.noExampleForm(template: id))
  }

  /// Other rules spoke than should.
  static func other(_ findings: [Finding], expected: Set<String>, line: Int) -> RuleTestProblem {
    let found = findings.map { Messages.spoke($0.rule, $0.message) }
    return RuleTestProblem(
      line: line, expected: Messages.onlySpeak(expected.sorted()), found: Messages.list(found))
  }

  static func retyped(_ amplification: Amplification, isFlagged: Bool, line: Int) -> RuleTestProblem {
    RuleTestProblem(
      line: line, expected: Messages.sameWhenRetyped,
      found: Messages.retyped(amplification, isFlagged: isFlagged))
  }

  static func onCleanForm(_ finding: Finding, template: String) -> RuleTestProblem {
    RuleTestProblem(
      line: nil, expected: Messages.silentOnClean(template),
      found: Messages.spoke(finding.rule, finding.message))
  }

  /// What every rule must have.
  static func faults(of rule: Rule, in rules: RuleSet) -> [RuleTestProblem] {
    var problems: [RuleTestProblem] = []
    func demand(_ holds: Bool, _ expected: String, _ found: String) {
      if !holds { problems.append(RuleTestProblem(line: nil, expected: expected, found: found)) }
    }
    let examples = (try? rule.examples()) ?? []
    let flagged = examples.count(where: \.isFlagged)
    demand(flagged >= leastExamples, Messages.atLeast(leastExamples, of: "flag"), "\(flagged)")
    let passed = examples.count - flagged
    demand(passed >= leastExamples, Messages.atLeast(leastExamples, of: "pass"), "\(passed)")
    demand(
      rule.title.count <= longestTitle, Messages.shortTitle(longestTitle),
      Messages.characters(rule.title.count))
    for (key, text) in [
      ("title", rule.title), ("message", rule.message), ("help", rule.help),
      ("basis.document", rule.basis.document),
    ] { demand(!text.isEmpty, Messages.filled(key), Messages.blankText) }
    if let circle = circle(from: rule, in: rules) {
      problems.append(
        RuleTestProblem(line: nil, expected: Messages.noCircle, found: circle.joined(separator: " → ")))
    }
    return problems
  }

  /// Rules that silence one another would both be silent.
  private static func circle(from rule: Rule, in rules: RuleSet) -> [String]? {
    var reached: Set<String> = []
    var open = rule.unless.map { [rule.id, $0] }
    while let way = open.popLast() {
      guard let last = way.last else { continue }
      if last == rule.id { return way }
      if reached.insert(last).inserted { open += (rules[last]?.unless ?? []).map { way + [$0] } }
    }
    return nil
  }
}
