import ChineseText
import FormModel

extension RuleEngine {
  /// Makes every fix that is safe: the rule that asked for it is content afterwards, and no rule has found anything
  /// new.
  ///
  /// So the number of findings falls with every fix, and a fixed form has none left to make. All fixes are tried at
  /// once, and by halves where that is no good: a usual form is checked three times.
  ///
  /// - Parameter isWanted: the findings whose fixes are to be made.
  public func fixed(
    _ form: Form, today: CalendarDate? = nil, where isWanted: (Finding) -> Bool = { _ in true }
  ) -> FixedForm {
    let findings = check(form, today: today).findings
    var run = FixRun(engine: self, today: today, result: FixedForm(form: form, fixes: []), findings: findings)
    while run.make(run.openFixes(isWanted)[...]) {}
    return run.result
  }
}

/// A form while it is being fixed.
private struct FixRun {
  let engine: RuleEngine
  let today: CalendarDate?
  var result: FixedForm
  /// What is found in the form as it is now.
  var findings: [Finding]

  /// One fix for each cell, that of its first finding.
  func openFixes(_ isWanted: (Finding) -> Bool) -> [FormFix] {
    var cells: Set<FormPath> = []
    return findings.compactMap { finding in
      guard let after = finding.fix, let before = result.form[finding.path], isWanted(finding),
        cells.insert(finding.path).inserted
      else { return nil }
      return FormFix(rule: finding.rule, path: finding.path, before: before, after: after)
    }
  }

  /// - Returns: whether any of the fixes was made.
  mutating func make(_ fixes: ArraySlice<FormFix>) -> Bool {
    guard !fixes.isEmpty else { return false }
    var changed = result.form
    for fix in fixes { changed[fix.path] = fix.after }
    let left = engine.check(changed, today: today).findings
    if isBetter(left, by: fixes) {
      result.form = changed
      result.fixes += fixes
      findings = left
      return true
    }
    guard fixes.count > 1 else { return false }
    let middle = fixes.startIndex + fixes.count / 2
    let first = make(fixes[..<middle])
    let second = make(fixes[middle...])
    return first || second
  }

  /// Whether every fix has taken its finding away and nothing has come.
  private func isBetter(_ left: [Finding], by fixes: ArraySlice<FormFix>) -> Bool {
    struct Place: Hashable {
      var rule: String
      var path: FormPath
    }
    func counts(_ findings: [Finding]) -> [Place: Int] {
      findings.reduce(into: [:]) { $0[Place(rule: $1.rule, path: $1.path), default: 0] += 1 }
    }
    let (before, after) = (counts(findings), counts(left))
    return after.allSatisfy { $0.value <= before[$0.key, default: 0] }
      && fixes.allSatisfy { fix in
        let place = Place(rule: fix.rule, path: fix.path)
        return after[place, default: 0] < before[place, default: 0]
      }
  }
}
