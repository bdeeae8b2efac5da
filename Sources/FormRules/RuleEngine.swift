import ChineseText
import FormModel
import FormTemplates

/// Runs rules on forms of one template. Pure: the same form gives the same report.
public struct RuleEngine: Sendable {
  /// The profile whose forms are checked.
  public let template: Template
  /// The rules as the template wants them.
  public let rules: RuleSet
  private let profile: Profile
  private let plan: RulePlan

  /// - Parameter forManyForms: finds the words of all rules in one pass; to be ready for it costs as much as a few
  ///   forms do without.
  /// - Throws: `RuleError` when the template changes a rule in a way it cannot be changed.
  public init(
    rules: RuleSet, template: Template, forManyForms: Bool = false
  ) throws(RuleError) {
    self.template = template
    let own = try rules.adjusted(for: template)
    self.rules = own
    profile = Profile(template, words: forManyForms ? WordIndex(own.rules.flatMap(\.wordLists)) : nil)
    plan = RulePlan(own.rules, profile)
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
  public func check(
    _ located: LocatedForm, beside companions: Companions = .none, today: CalendarDate? = nil,
    asOf: CalendarDate? = nil
  ) -> Report {
    let context = FormContext(located.form, profile: profile, companions: companions, asOf: asOf)
    return report(on: located, by: plan, plan.all, context, today: today)
  }

  /// - Parameter places: of the rules that are asked, in their order.
  private func report(
    on located: LocatedForm, by plan: RulePlan, _ places: [Int], _ context: FormContext, today: CalendarDate?
  ) -> Report {
    let verdicts = plan.verdicts(of: places, on: context)
    var raw: [(rank: FindingOrder.Rank, finding: Finding)] = []
    var outcomes: [RuleOutcome] = []
    outcomes.reserveCapacity(places.count)
    for place in places {
      let rule = plan.rules[place]
      var left = 0
      for hit in verdicts[place].hits where !plan.silencers.silence(place, at: hit.path, verdicts) {
        left += 1
        var finding = self.finding(hit, of: rule, in: context)
        finding.location = located.location(of: hit.path)
        raw.append((profile.order.rank(of: hit.path, rule: place, levels: profile.levels), finding))
      }
      outcomes.append(RuleOutcome(rule: rule.id, outcome: verdicts[place].outcome(left: left)))
    }
    raw.sort { $0.rank < $1.rank }
    return divided(raw.map(\.finding), outcomes: outcomes, form: located.form, today: today)
  }

  /// What the rules across forms say.
  func report(on located: LocatedForm, across likeness: Likeness, today: CalendarDate?) -> Report {
    let context = FormContext(located.form, profile: profile, likeness: likeness)
    return report(on: located, by: plan, plan.across, context, today: today)
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

  private func finding(_ hit: Hit, of rule: Rule, in context: FormContext) -> Finding {
    let value = { (name: String) in Placeholders.value(name, of: hit, in: context) }
    let fix = rule.wording.fix?.filled(value)
    let isSafe = fix.map { FormFix.isSafe(context.form[hit.path] ?? "", $0, at: hit.path) } ?? false
    return Finding(
      rule: rule.id, severity: min(rule.severity, hit.severity ?? rule.severity), path: hit.path,
      message: rule.wording.message.filled(value),
      expected: rule.wording.expected?.filled(value) ?? hit.expected, found: hit.found,
      help: rule.wording.help.filled(value), suggestion: rule.wording.suggestion?.filled(value),
      fix: isSafe ? fix : nil, basis: rule.basis)
  }

  private func divided(
    _ findings: [Finding], outcomes: [RuleOutcome], form: Form, today: CalendarDate?
  ) -> Report {
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
