import ChineseText
import FormModel

extension RuleEngine {
  /// Makes every fix that is safe: the rule that asked for it is content afterwards, and no rule has found anything
  /// new.
  ///
  /// So the number of findings falls with every fix, and a fixed form has none left to make.
  public func fixed(_ form: Form, today: CalendarDate? = nil) -> FixedForm {
    var result = FixedForm(form: form, fixes: [])
    var findings = check(form, today: today).findings
    while let next = nextFix(of: result.form, findings, today) {
      result.form[next.fix.path] = next.fix.after
      result.fixes.append(next.fix)
      findings = next.left
    }
    return result
  }

  private func nextFix(
    of form: Form, _ findings: [Finding], _ today: CalendarDate?
  ) -> (fix: FormFix, left: [Finding])? {
    for finding in findings {
      guard let after = finding.fix, let before = form[finding.path] else { continue }
      var changed = form
      changed[finding.path] = after
      let left = check(changed, today: today).findings
      guard isBetter(left, than: findings) else { continue }
      return (FormFix(rule: finding.rule, path: finding.path, before: before, after: after), left)
    }
    return nil
  }

  /// Whether something is gone and nothing has come.
  private func isBetter(_ left: [Finding], than before: [Finding]) -> Bool {
    struct Place: Hashable {
      var rule: String
      var path: FormPath
    }
    let known = Set(before.map { Place(rule: $0.rule, path: $0.path) })
    return left.count < before.count
      && left.allSatisfy { known.contains(Place(rule: $0.rule, path: $0.path)) }
  }
}
