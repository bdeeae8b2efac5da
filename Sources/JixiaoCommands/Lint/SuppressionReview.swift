import ChineseText
import FormModel
import FormRules

/// Looks at the 免检 of a form: those that answer for nothing, are over, or give no reason are findings themselves.
struct SuppressionReview {
  let form: LocatedForm
  let labels: PathLabels
  let names: RuleNames
  let today: CalendarDate?

  /// - Parameters:
  ///   - used: the 免检 that removed a finding.
  ///   - isJudged: whether a rule's findings were looked for.
  func findings(used: Set<Suppression>, isJudged: (String) -> Bool) -> [Finding] {
    form.form.suppressions.enumerated().flatMap { index, suppression in
      objections(to: suppression, index, isUsed: used.contains(suppression), isJudged: isJudged)
    }
  }

  private func objections(
    to suppression: Suppression, _ index: Int, isUsed: Bool, isJudged: (String) -> Bool
  ) -> [Finding] {
    let place = suppression.path.flatMap { FormPath($0, in: form.form, labels: labels) }
    let path = place ?? .form
    let own = form.locations.suppressions
    let location = own.indices.contains(index) ? own[index] : form.location(of: path)
    func finding(_ rule: ProgramRule, _ message: String) -> Finding {
      rule.finding(message, at: path, location: location)
    }
    var found: [Finding] = []
    if suppression.reason.unicodeScalars.allSatisfy(isBlank) {
      found.append(finding(.reasonlessSuppression, Messages.reasonless(suppression)))
    }
    if !names.holds(suppression.rule) {
      let near = names.nearest(suppression.rule)
      found.append(finding(.unusedSuppression, Messages.suppressesUnknown(suppression, didYouMean: near)))
    } else if suppression.path != nil, place == nil {
      found.append(finding(.unusedSuppression, Messages.suppressesNowhere(suppression)))
    } else if let until = suppression.until, isOver(until) {
      found.append(finding(.expiredSuppression, Messages.expired(suppression, until: until)))
    } else if !isUsed, isJudged(suppression.rule) {
      found.append(finding(.unusedSuppression, Messages.unused(suppression)))
    }
    return found
  }

  /// What is no date does not hold either: nobody can tell until when.
  private func isOver(_ until: String) -> Bool {
    guard let today else { return false }
    return CalendarDate(printed: until).map { $0 < today } ?? true
  }
}
