import ChineseText
import FormModel

extension RuleEngine {
  /// What the forms read before say about a form: the outcome of the rules across forms alone.
  ///
  /// Traces are taken and forms checked on any thread; `FormsSeen.add` wants the order of the files.
  ///
  /// - Parameter likeness: what `FormsSeen.add` gave for the form.
  public func check(
    _ located: LocatedForm, against likeness: Likeness, today: CalendarDate? = nil
  ) -> Report {
    report(on: located, across: likeness, today: today)
  }
}

extension Report {
  /// Both reports on one form; where both speak about a rule, the other counts.
  public func adding(_ other: Report) -> Report {
    guard !other.outcomes.isEmpty else { return self }
    let replaced = Set(other.outcomes.map(\.rule))
    return Report(
      findings: findings + other.findings, suppressed: suppressed + other.suppressed,
      outcomes: RuleOutcomes(outcomes.filter { !replaced.contains($0.rule) } + Array(other.outcomes)))
  }
}
