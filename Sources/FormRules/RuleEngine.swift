import ChineseText
import FormModel
import FormTemplates

/// Runs rules on forms of one template. Pure: the same form gives the same report.
public struct RuleEngine: Sendable {
  /// The profile whose forms are checked.
  public var template: Template { profile.template }
  /// The rules as the template wants them.
  public let rules: RuleSet
  private let profile: Profile
  let plan: RulePlan
  /// The rules across forms, with those that silence them, by themselves.
  private let across: RulePlan
  private let asksAcross: RulePlan.Selection

  /// - Parameter forManyForms: finds the words of all rules in one pass; to be ready for it costs as much as a few
  ///   forms do without.
  /// - Throws: `RuleError` when the template changes a rule in a way it cannot be changed.
  public init(
    rules: RuleSet, template: Template, forManyForms: Bool = false
  ) throws(RuleError) {
    let own = try rules.adjusted(for: template)
    self.rules = own
    profile = Profile(template, words: forManyForms ? WordIndex(own.rules.flatMap(\.wordLists)) : nil)
    plan = RulePlan(own.rules, profile)
    let silencing = Set(own.rules.filter(\.isAcross).flatMap(\.unless))
    across = RulePlan(own.rules.filter { $0.isAcross || silencing.contains($0.id) }, profile)
    asksAcross = across.selection(where: \.isAcross)
  }

  /// Checks a form.
  ///
  /// - Parameters:
  ///   - companions: the documents that some rules hold the form against; these rules do not apply without theirs.
  ///   - today: the day for which 免检 with a last day are judged; without it they all hold.
  ///   - asOf: a day within the form's year on which the results were taken; rules about progress apply only then.
  public func check(
    _ form: Form, beside companions: Companions = .none, today: CalendarDate? = nil, asOf: CalendarDate? = nil
  ) -> Report {
    check(LocatedForm(form: form), beside: companions, today: today, asOf: asOf)
  }

  /// Checks a form that was read from a file: every finding carries its place in the file.
  ///
  /// - Parameter selection: the rules that are asked; all of them when left out.
  public func check(
    _ located: LocatedForm, asking selection: RuleSelection? = nil, beside companions: Companions = .none,
    today: CalendarDate? = nil, asOf: CalendarDate? = nil
  ) -> Report {
    let context = FormContext(located.form, profile: profile, companions: companions, asOf: asOf)
    return report(on: located, by: plan, selection?.plan ?? plan.all, context, today: today)
  }

  private func report(
    on located: LocatedForm, by plan: RulePlan, _ asked: RulePlan.Selection, _ context: FormContext,
    today: CalendarDate?
  ) -> Report {
    let verdicts = plan.verdicts(of: asked, on: context)
    var hits: [RankedHit] = []
    var ends = Array(repeating: RuleOutcome.Outcome.notApplicable, count: asked.places.count)
    for (number, place) in asked.places.enumerated() where verdicts[place].isWorthTelling {
      var left = 0
      for index in verdicts[place].hits.indices {
        let path = verdicts[place].hits[index].path
        if plan.silencers.silence(place, at: path, verdicts) { continue }
        left += 1
        let rank = profile.order.rank(of: path, rule: place, levels: profile.levels)
        hits.append(RankedHit(rank: rank, place: place, index: index))
      }
      ends[number] = verdicts[place].outcome(left: left)
    }
    if hits.count > 1 { hits.sort { $0.rank < $1.rank } }
    let findings = hits.map { entry in
      finding(verdicts[entry.place].hits[entry.index], of: plan.rules[entry.place], in: context, located)
    }
    let outcomes = RuleOutcomes(asked.ids, ends)
    return divided(findings, outcomes: outcomes, form: located.form, today: today)
  }

  /// Where a hit stands in the report, and among the verdicts.
  private struct RankedHit {
    var rank: FindingOrder.Rank
    var place: Int
    var index: Int
  }

  /// What the rules across forms say.
  func report(on located: LocatedForm, across likeness: Likeness, today: CalendarDate?) -> Report {
    let context = FormContext(located.form, profile: profile, likeness: likeness)
    return report(on: located, by: across, asksAcross, context, today: today)
  }

  /// What one rule says, whether it is one of the engine's or not.
  func report(
    on form: Form, byOnly rule: Rule, _ likeness: Likeness?, beside companions: Companions,
    asOf: CalendarDate?
  ) -> Report {
    let plan = RulePlan([rule], profile)
    let context = FormContext(
      form, profile: profile, likeness: likeness, companions: companions, asOf: asOf)
    return report(on: LocatedForm(form: form), by: plan, plan.all, context, today: nil)
  }

  /// Whether a rule means something before the form is complete.
  public func isLive(_ rule: String) -> Bool { rules[rule]?.isLive ?? false }

  private func finding(
    _ hit: Hit, of rule: Rule, in context: FormContext, _ located: LocatedForm
  ) -> Finding {
    let values = PlaceholderValues(hit, in: context)
    let fix = rule.wording.fix?.filled { values[$0] }
    let isSafe = fix.map { FormFix.isSafe(context.form[hit.path] ?? "", $0, at: hit.path) } ?? false
    return Finding(
      rule: rule.id, severity: min(rule.severity, hit.severity ?? rule.severity), path: hit.path,
      location: located.location(of: hit.path), message: rule.wording.message.filled { values[$0] },
      expected: rule.wording.expected?.filled { values[$0] } ?? hit.expected, found: hit.found,
      help: rule.wording.help.filled { values[$0] }, suggestion: rule.wording.suggestion?.filled(values),
      fix: isSafe ? fix : nil, basis: rule.basis)
  }

  private func divided(
    _ findings: [Finding], outcomes: RuleOutcomes, form: Form, today: CalendarDate?
  ) -> Report {
    if form.suppressions.isEmpty { return Report(findings: findings, suppressed: [], outcomes: outcomes) }
    var report = Report(findings: [], suppressed: [], outcomes: outcomes)
    let answered = form.suppressions.compactMap { suppression in
      place(of: suppression, in: form, today: today).map { (suppression: suppression, place: $0) }
    }
    for finding in findings {
      let match = answered.first { entry in
        entry.suppression.rule == finding.rule && entry.place.contains(finding.path)
      }
      if let match {
        report.suppressed.append(SuppressedFinding(finding: finding, suppression: match.suppression))
      } else {
        report.findings.append(finding)
      }
    }
    return report
  }

  /// The place that a suppression speaks about; `nil` when it no longer holds or the place is not there.
  private func place(of suppression: Suppression, in form: Form, today: CalendarDate?) -> FormPath? {
    if let today, let until = suppression.until {
      guard let last = CalendarDate(printed: until), today <= last else { return nil }
    }
    guard let text = suppression.path else { return .form }
    return FormPath(text, in: form, labels: profile.labels)
  }
}
