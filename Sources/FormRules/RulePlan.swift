import FormModel

/// The rules of an engine in the order in which they are asked, with what is known before any form is.
final class RulePlan: Sendable {
  let rules: [Rule]
  let silencers: Silencers
  /// The places of all rules in ``rules``.
  let all: [Int]
  /// The places of those that hold a form against the forms before it.
  let across: [Int]
  private let entries: [Entry]

  /// A rule as it is asked.
  fileprivate final class Entry: Sendable {
    let check: any Check
    let conditions: Conditions
    let appliesTo: [FormKind]
    /// Whether forms of the template can have what the rule speaks about.
    let fits: Bool

    init(_ rule: Rule, _ profile: Profile) {
      check = rule.check
      conditions = rule.conditions.resolved(profile.levels)
      appliesTo = rule.appliesTo
      fits = rule.conditions.fits(profile.levels)
    }
  }

  init(_ rules: [Rule], _ profile: Profile) {
    self.rules = rules
    silencers = Silencers(rules)
    all = Array(rules.indices)
    across = rules.indices.filter { rules[$0].check is AcrossCheck }
    entries = rules.map { Entry($0, profile) }
  }

  /// - Returns: one for each rule; those that are not asked do not apply.
  func verdicts(of places: [Int], on context: FormContext) -> [Verdict] {
    var verdicts = Array(repeating: Verdict.notApplicable, count: rules.count)
    for place in places { verdicts[place] = entries[place].verdict(on: context) }
    return verdicts
  }
}

extension RulePlan.Entry {
  fileprivate func verdict(on context: FormContext) -> Verdict {
    guard fits, appliesTo.contains(context.form.kind) else { return .notApplicable }
    switch conditions.applies(to: context) {
    case .no: return .notApplicable
    case .unclear(let reason):
      var verdict = Verdict()
      verdict.cannotTell(reason)
      return verdict
    case .yes: return check.evaluate(Scope(context: context, rows: conditions.rows(in: context)))
    }
  }
}

extension Verdict {
  /// How the rule ended, when so many of its hits are not silenced.
  func outcome(left: Int) -> RuleOutcome.Outcome {
    if left > 0 { return .findings(left) }
    if !hits.isEmpty { return .notApplicable }
    if let unclear { return .cannotTell(unclear) }
    return looked > 0 ? .pass : .notApplicable
  }
}
