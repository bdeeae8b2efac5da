import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

extension BesideCheck {
  // MARK: Rows

  /// Rows whose target asks for less than last year's target did, or than was done last year.
  func judgeRows(_ last: LastYear, _ scope: Scope, isReached: Bool, _ verdict: inout Verdict) {
    let rows = Set(scope.rows)
    for pair in last.pairs where rows.contains(pair.new) {
      let old = last.form.indicators[pair.old]
      let own = scope.form.indicators[pair.new]
      guard let value = isReached ? old.actual : (old.target ?? old.actual) else { continue }
      guard let target = quantity(own.target), let before = quantity(value),
        let side = side(target, beside: before, isResult: isReached || old.target == nil)
      else { continue }
      guard let now = target.unit?.base == before.unit?.base ? inBase(target) : nil else {
        verdict.cannotTell(Messages.otherUnit(own.level3, than: last.when))
        continue
      }
      verdict.look()
      let was = inBase(before)
      guard isEasier(now, than: was, side), !isExplained(pair.new, scope),
        !isForLessMoney(target, last, scope.form)
      else { continue }
      let values = ["last": value.text, "when": last.when, "share": Messages.change(from: was, to: now)]
      verdict.hit(
        Hit(.indicator(pair.new, .target), found: own.target?.text, expected: value.text, values: values))
    }
  }

  private enum Side { case atLeast, atMost }

  private func quantity(_ value: TargetValue?) -> TargetValue.Quantity? {
    guard case .quantity(let quantity)? = value?.meaning else { return nil }
    return quantity
  }

  private func inBase(_ quantity: TargetValue.Quantity) -> Decimal {
    quantity.unit?.inBase(quantity.value) ?? quantity.value
  }

  /// Which way is better; `nil` where the two do not say, or say different things.
  private func side(
    _ target: TargetValue.Quantity, beside before: TargetValue.Quantity, isResult: Bool
  ) -> Side? {
    let both = isResult ? [target] : [target, before]
    if both.allSatisfy(isFloor) { return .atLeast }
    if both.allSatisfy({ $0.comparator == .atMost || $0.comparator == .lessThan }) { return .atMost }
    return nil
  }

  /// `≥95%`, and `=100%`, which cannot be passed.
  private func isFloor(_ quantity: TargetValue.Quantity) -> Bool {
    switch quantity.comparator {
    case .atLeast, .greaterThan: true
    case .equal: quantity.unit?.kind == .percent && quantity.value == 100
    default: false
    }
  }

  private func isEasier(_ now: Decimal, than was: Decimal, _ side: Side) -> Bool {
    switch side {
    case .atLeast: now < was && (was - now) * 100 > limit * abs(now)
    case .atMost: now > was && (now - was) * 100 > limit * abs(now)
    }
  }

  /// Whether the row or a goal says why.
  private func isExplained(_ row: Int, _ scope: Scope) -> Bool {
    guard let reasons else { return false }
    let columns: [IndicatorColumn] = [.explanation, .valueBasis, .note, .formula]
    let texts =
      columns.compactMap { scope.form.indicators[row][$0] }
      + [FieldKey.annualGoal, .totalGoal].compactMap { scope.form[$0] }
    return texts.contains { reasons.match(in: plain($0)) != nil }
  }

  /// Less is done for less money: what is counted may fall where the year's money does.
  private func isForLessMoney(_ target: TargetValue.Quantity, _ last: LastYear, _ form: Form) -> Bool {
    guard target.unit?.kind != .percent, let now = form.amount(.annualTotal)?.yuan,
      let before = last.amount
    else { return false }
    return now < before
  }

  // MARK: The whole form

  func judgeAll(_ last: LastYear, _ form: Form, _ verdict: inout Verdict) {
    guard let count = compared(last, form) else { return }
    verdict.look()
    guard isUnchanged(last, form) else { return }
    verdict.hit(Hit(.form, values: ["count": "\(count)", "when": last.when]))
  }

  func judgeMoney(_ last: LastYear, _ form: Form, _ verdict: inout Verdict) {
    guard let count = compared(last, form) else { return }
    guard let now = form.amount(.annualTotal)?.yuan, let before = last.amount, before > 0 else {
      return verdict.cannotTell(Messages.noAmounts(last.when))
    }
    verdict.look()
    guard abs(now - before) * 100 > limit * before, isUnchanged(last, form) else { return }
    var hit = Hit(.form, found: form[.annualTotal])
    hit.values = [
      "count": "\(count)", "when": last.when, "last": Messages.yuan(before), "known": Messages.yuan(now),
      "share": Messages.change(from: before, to: now),
    ]
    verdict.hit(hit)
  }

  /// Rows with a target; `nil` where they are too few to say anything, or there is nothing to compare with.
  private func compared(_ last: LastYear, _ form: Form) -> Int? {
    let count = form.indicators.count { !isBlankText($0.target?.text) }
    return count >= Self.fewestRows && !last.pairs.isEmpty ? count : nil
  }

  private static let fewestRows = 3

  /// Whether every target stood there last year, for its own year.
  private func isUnchanged(_ last: LastYear, _ form: Form) -> Bool {
    let old = Dictionary(last.pairs.map { ($0.new, $0.old) }, uniquingKeysWith: { first, _ in first })
    return form.indicators.enumerated().allSatisfy { index, row in
      guard let target = row.target, !isBlankText(target.text) else { return true }
      guard let before = old[index].flatMap({ last.form.indicators[$0].target }) else { return false }
      return undated(target, form.year) == undated(before, last.form.year)
    }
  }

  /// The target in one spelling, with its form's year left out.
  private func undated(_ target: TargetValue, _ year: Int?) -> String {
    let text = plain(target.canonicalText ?? target.text)
    guard let year else { return text }
    return text.split(separator: "\(year)", omittingEmptySubsequences: false).joined()
  }
}

extension LastYear {
  /// What the year was given, in 元: 年度资金申请总额, or 年初预算数 of a self-evaluation.
  fileprivate var amount: Decimal? {
    if let amount = form.amount(.annualTotal)?.yuan { return amount }
    guard let line = form.budgetTotal?.line, let text = line[.initial] ?? line[.adjusted] else { return nil }
    return Amount(text, unit: form.moneyUnit).yuan
  }
}
