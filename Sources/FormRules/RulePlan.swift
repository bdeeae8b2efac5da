import FormModel

/// The rules of an engine in the order in which they are asked, with what is known before any form is.
final class RulePlan: Sendable {
  let rules: [Rule]
  let silencers: Silencers
  /// All rules.
  let all: Selection
  private let entries: [Entry]
  private let profile: Profile

  /// Some of the rules.
  struct Selection: Sendable {
    /// In ``RulePlan/rules``.
    let places: [Int]
    let ids: RuleIDs
    /// The places of those that can speak about a form of a kind, and of those that may silence them.
    fileprivate let speaking: [FormKind: [Int]]

    fileprivate init(_ places: [Int], among rules: [Rule], _ silencers: Silencers, _ profile: Profile) {
      self.places = places
      ids = RuleIDs(places.map { rules[$0].id })
      let asked = Set(places + places.flatMap(silencers.silencing)).sorted()
      speaking = Dictionary(
        uniqueKeysWithValues: FormKind.allCases.map { kind in
          (kind, asked.filter { rules[$0].speaks(of: kind, in: profile) })
        })
    }
  }

  /// A rule as it is asked.
  fileprivate final class Entry: Sendable {
    let check: any Check
    let conditions: Conditions
    let needsRows: Bool
    /// Whether it looks at the form's rows at all.
    let asksRows: Bool

    init(_ rule: Rule, _ profile: Profile) {
      check = rule.check.resolved(profile.levels)
      conditions = rule.conditions.resolved(profile.levels)
      needsRows = rule.check.needsRows
      asksRows = rule.check.asksRows
    }
  }

  init(_ rules: [Rule], _ profile: Profile) {
    self.rules = rules
    silencers = Silencers(rules)
    entries = rules.map { Entry($0, profile) }
    self.profile = profile
    all = Selection(Array(rules.indices), among: rules, silencers, profile)
  }

  /// The rules that are wanted.
  func selection(where isWanted: (Rule) -> Bool) -> Selection {
    Selection(rules.indices.filter { isWanted(rules[$0]) }, among: rules, silencers, profile)
  }

  /// - Returns: one for each rule; those that are not asked do not apply.
  func verdicts(of selection: Selection, on context: FormContext) -> [Verdict] {
    var verdicts = Array(repeating: Verdict.notApplicable, count: rules.count)
    for place in selection.speaking[context.form.kind] ?? [] {
      verdicts[place] = entries[place].verdict(on: context)
    }
    return verdicts
  }
}

extension Rule {
  /// Whether it holds a form against the forms before it.
  var isAcross: Bool { check is AcrossCheck }

  /// Whether forms of a kind and template can have what the rule speaks about.
  fileprivate func speaks(of kind: FormKind, in profile: Profile) -> Bool {
    appliesTo.contains(kind) && conditions.fits(profile.levels)
  }
}

extension RulePlan.Entry {
  fileprivate func verdict(on context: FormContext) -> Verdict {
    switch conditions.applies(to: context) {
    case .no: return .notApplicable
    case .unclear(let reason):
      var verdict = Verdict()
      verdict.cannotTell(reason)
      return verdict
    case .yes:
      let rows = asksRows ? conditions.rows(in: context) : RowSet()
      return needsRows && rows.isEmpty ? .notApplicable : check.evaluate(Scope(context: context, rows: rows))
    }
  }
}

extension Verdict {
  /// Whether the rule looked at something, or could not.
  var isWorthTelling: Bool { looked > 0 || unclear != nil || !hits.isEmpty }

  /// How the rule ended, when so many of its hits are not silenced.
  func outcome(left: Int) -> RuleOutcome.Outcome {
    if left > 0 { return .findings(left) }
    if !hits.isEmpty { return .notApplicable }
    if let unclear { return .cannotTell(unclear) }
    return looked > 0 ? .pass : .notApplicable
  }
}
