import ChineseText
import FormModel
import FormTemplates

/// Runs rules on forms of one template. Pure: the same form gives the same report.
public struct RuleEngine: Sendable {
  /// The profile whose forms are checked.
  public let template: Template
  /// The rules as the template wants them.
  public let rules: RuleSet
  private let levels: LevelNames
  private let order: FindingOrder
  private let labels: PathLabels

  /// - Throws: `RuleError` when the template changes a rule in a way it cannot be changed.
  public init(rules: RuleSet, template: Template) throws(RuleError) {
    self.template = template
    self.rules = try rules.adjusted(for: template)
    levels = LevelNames(template)
    order = FindingOrder(template)
    labels = PathLabels(template)
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
    report(on: located, by: rules.rules, beside: companions, today: today, asOf: asOf)
  }

  func report(
    on located: LocatedForm, by rules: [Rule], _ likeness: Likeness? = nil,
    beside companions: Companions = .none, today: CalendarDate?, asOf: CalendarDate? = nil
  ) -> Report {
    let context = FormContext(
      located.form, template: template, levels: levels, likeness: likeness,
      companions: companions, asOf: asOf)
    let verdicts = rules.map { verdict(of: $0, on: context) }
    let silencers = Silencers(rules, verdicts)
    var raw: [(rank: FindingOrder.Rank, finding: Finding)] = []
    var outcomes: [RuleOutcome] = []
    for (index, rule) in rules.enumerated() {
      let hits = verdicts[index].hits.filter { !silencers.silence(rule, at: $0.path) }
      for hit in hits {
        var finding = self.finding(hit, of: rule, in: context)
        finding.location = located.location(of: hit.path)
        raw.append((order.rank(of: hit.path, rule: index, levels: levels), finding))
      }
      outcomes.append(RuleOutcome(rule: rule.id, outcome: outcome(of: verdicts[index], left: hits.count)))
    }
    raw.sort { $0.rank < $1.rank }
    return divided(raw.map(\.finding), outcomes: outcomes, form: located.form, today: today)
  }

  /// Whether a rule means something before the form is complete.
  public func isLive(_ rule: String) -> Bool { rules[rule]?.isLive ?? false }

  private func verdict(of rule: Rule, on context: FormContext) -> Verdict {
    guard rule.appliesTo.contains(context.form.kind) else { return .notApplicable }
    switch rule.conditions.applies(to: context) {
    case .no: return .notApplicable
    case .unclear(let reason):
      var verdict = Verdict()
      verdict.cannotTell(reason)
      return verdict
    case .yes: return rule.check.evaluate(Scope(context: context, rows: rule.conditions.rows(in: context)))
    }
  }

  private func outcome(of verdict: Verdict, left: Int) -> RuleOutcome.Outcome {
    if left > 0 { return .findings(left) }
    if !verdict.hits.isEmpty { return .notApplicable }
    if let reason = verdict.unclear { return .cannotTell(reason) }
    return verdict.looked > 0 ? .pass : .notApplicable
  }

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
    return FormPath(text, in: form, labels: labels)
  }
}
