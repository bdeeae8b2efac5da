import ChineseText
import FormModel
import FoundationEssentials

extension BesideCheck {
  // MARK: The year's amount

  func judgeMissingAmount(_ narrative: Narrative, _ form: Form, _ verdict: inout Verdict) {
    guard let section = narrative.section(headings, before: otherHeadings) else {
      let hasAmounts = narrative.lines.contains { !MoneyInText.all(in: plain($0.text)).isEmpty }
      guard !hasAmounts else { return verdict.cannotTell(missing(narrative)) }
      verdict.look()
      return verdict.hit(Hit(.field(.annualTotal), found: form[.annualTotal], values: values(narrative, nil)))
    }
    verdict.look()
    let amounts = section.lines.flatMap { MoneyInText.all(in: $0.text) }
    guard !amounts.contains(where: { isOfYear($0, form) }) else { return }
    verdict.hit(
      Hit(
        .field(.annualTotal), found: form[.annualTotal],
        values: values(narrative, section.lines.first?.location)))
  }

  func judgeAmount(_ narrative: Narrative, _ form: Form, _ verdict: inout Verdict) {
    guard let section = narrative.section(headings, before: otherHeadings) else {
      return verdict.cannotTell(missing(narrative))
    }
    let known = [form.amount(.annualTotal), form.amount(.annualFiscal)].compactMap(\.self)
    guard let total = known.first else { return }
    let amounts = known.compactMap(\.yuan)
    guard amounts.count == known.count else { return verdict.cannotTell(Messages.noMoneyUnit) }
    switch claim(in: section, form, amounts) {
    case .none: return
    case .unclear: verdict.cannotTell(Messages.severalAmounts(narrative.name))
    case .same: verdict.look()
    case .other(let money, let location):
      verdict.look()
      guard reasons?.match(in: section.text) == nil else { return }
      var hit = Hit(.field(.annualTotal), found: total.text, expected: money.text)
      hit.values = values(narrative, location)
      hit.values["amount"] = money.text
      hit.values["known"] = amounts.first.map(Messages.yuan)
      hit.values["habit"] = amounts.contains(where: money.isTenThousandTimes) ? Messages.tenThousandTimes : ""
      verdict.hit(hit)
    }
  }

  private enum Claim {
    case none
    case unclear
    case same
    case other(MoneyInText, SourceLocation)
  }

  /// What a section says the year costs. A sum of several amounts may be meant: it is only another amount where no
  /// reading gives the form's.
  private func claim(in section: NarrativeSection, _ form: Form, _ known: [Decimal]) -> Claim {
    let all = section.lines.flatMap { line in
      MoneyInText.all(in: line.text).map { (money: $0, location: line.location) }
    }
    guard !all.isEmpty else { return .none }
    let isKnown = { (money: [MoneyInText]) in
      let sum = money.reduce(Decimal(0)) { $0 + $1.yuan }
      return known.contains { abs($0 - sum) < (money.map(\.step).max() ?? 0) }
    }
    let own = all.filter { isOfYear($0.money, form) && except?.match(in: $0.money.before) == nil }
    if all.contains(where: { entry in known.contains(where: entry.money.isSame) }) { return .same }
    if isKnown(all.map(\.money)) || isKnown(own.map(\.money)) || isKnown(own.dropFirst().map(\.money)) {
      return .same
    }
    if isKnown(ListedTasks.amounts(in: section.text, except: nil, year: form.year)) { return .same }
    let exact = own.filter { !$0.money.isApproximate }
    let named = exact.first { annual?.match(in: name(before: $0.money)) != nil }
    guard let claim = named ?? (own.count == 1 ? exact.first : nil) else { return .unclear }
    return .other(claim.money, claim.location)
  }

  private func isOfYear(_ money: MoneyInText, _ form: Form) -> Bool {
    guard let year = money.year, let own = form.year else { return true }
    return year == own
  }

  /// What stands before an amount, without 为, 共计 and the like: `年度预算` of `年度预算共计`.
  private func name(before money: MoneyInText) -> String {
    var name = Substring(money.before)
    while let word = fillers.first(where: name.hasSuffix) { name = name.dropLast(word.count) }
    return String(name)
  }

  // MARK: The period

  func judgePeriod(_ narrative: Narrative, _ context: FormContext, _ verdict: inout Verdict) {
    guard let section = narrative.section(headings, before: otherHeadings) else {
      return verdict.cannotTell(missing(narrative))
    }
    guard let line = section.lines.first(where: { PeriodInText(in: $0.text) != nil }),
      let period = PeriodInText(in: section.text)
    else { return verdict.cannotTell(Messages.noPeriod(narrative.name)) }
    guard let start = context.date(.start), let end = context.date(.end) else {
      return verdict.cannotTell(Messages.missingPeriod)
    }
    let isSame = period.start.holds(start) && period.end.holds(end)
    guard isSame || !period.isOneOfMany else {
      return verdict.cannotTell(Messages.severalPeriods(narrative.name))
    }
    verdict.look()
    guard !isSame else { return }
    let key: FieldKey = period.start.holds(start) ? .end : .start
    var hit = Hit(.field(key), found: context.form[key])
    hit.values = values(narrative, line.location)
    hit.values["period"] = Messages.period(period)
    hit.values["known"] = Messages.period("\(start)", "\(end)")
    verdict.hit(hit)
  }

  // MARK: Words

  private func missing(_ narrative: Narrative) -> String {
    Messages.noSection(narrative.name, headings.first ?? "")
  }

  private func values(_ narrative: Narrative, _ location: SourceLocation?) -> [String: String] {
    ["narrative": narrative.name, "place": location.map(Messages.place) ?? ""]
  }
}
