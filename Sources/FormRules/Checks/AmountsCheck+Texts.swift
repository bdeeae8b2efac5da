import FormModel
import FormTemplates
import FoundationEssentials

// MARK: Texts

extension AmountsCheck {
  func judgeTexts(_ scope: Scope, _ verdict: inout Verdict) {
    let context = scope.context
    lazy var whole = [FieldKey.projectTotal, .projectFiscal].compactMap { context.amount($0)?.yuan }
    lazy var yearly = cells(of: context).compactMap(\.yuan)
    for cell in scope.filledCells(of: places) {
      for money in MoneyInText.all(in: scope.plainText(of: cell)) where !money.isApproximate {
        let name = name(before: money)
        var known: [Decimal] = []
        if annual?.match(in: name) != nil { known = yearly }
        if project?.match(in: name) != nil { known = whole }
        guard !known.isEmpty, except?.match(in: money.before) == nil else { continue }
        verdict.look()
        guard !known.contains(where: money.isSame) else { continue }
        verdict.hit(hit(cell.path, money, known: known))
      }
    }
  }

  /// What stands before an amount, without 为, 共计 and the like: `年度预算` of `年度预算共计`.
  private func name(before money: MoneyInText) -> String {
    var name = Substring(money.before)
    while let word = fillers.first(where: name.hasSuffix) { name = name.dropLast(word.count) }
    return String(name)
  }

  private func hit(_ path: FormPath, _ money: MoneyInText, known: [Decimal]) -> Hit {
    let amounts = known.map(Messages.yuan).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let habit = known.contains(where: money.isTenThousandTimes) ? Messages.tenThousandTimes : ""
    return Hit(
      path, found: money.text,
      values: ["amount": money.text, "known": amounts.joined(separator: Messages.separator), "habit": habit])
  }

  func judgeWholeProject(_ scope: Scope, _ verdict: inout Verdict) {
    guard let whole = scope.context.amount(.projectTotal)?.yuan,
      let year = scope.context.amount(.annualTotal)?.yuan, whole != year, whole > 0
    else { return }
    for cell in scope.filledCells(of: places) {
      let amounts = MoneyInText.all(in: scope.plainText(of: cell))
      guard !amounts.isEmpty else { continue }
      verdict.look()
      guard let money = amounts.first(where: { $0.yuan == whole && project?.match(in: $0.before) == nil })
      else { continue }
      verdict.hit(hit(cell.path, money, known: [year]))
    }
  }

  /// What a goal, or the narrative's plan of the year, lists may not cost more than its own money: the year's, or the
  /// project's over all years.
  func judgeTasks(_ scope: Scope, _ verdict: inout Verdict) {
    for cell in scope.filledCells(of: places) where MoneyInText.mayStand(twiceIn: scope.plainText(of: cell)) {
      let lines = (cell.text ?? "").split(whereSeparator: \.isNewline).map { plain(String($0)) }
      let money = cell.path == .field(.annualGoal) ? FieldKey.annualTotal : .projectTotal
      judgeTasks(of: lines.joined(separator: "\n"), at: cell.path, money, scope.form, &verdict)
    }
    guard !headings.isEmpty, let narrative = scope.context.companions.narrative,
      let section = narrative.section(headings, before: otherHeadings), let first = section.lines.first
    else { return }
    let label = "\(narrative.name) \(Messages.place(first.location))"
    judgeTasks(
      of: section.text, at: .field(.annualTotal), .annualTotal, scope.form, &verdict, named: label)
  }

  /// - Parameter label: what the text is called, where it is no field of the form.
  private func judgeTasks(
    of text: String, at path: FormPath, _ money: FieldKey, _ form: Form, _ verdict: inout Verdict,
    named label: String? = nil
  ) {
    let year = money == .annualTotal ? form.year : nil
    let tasks = ListedTasks.amounts(in: text, except: except, year: year)
    guard let largest = tasks.map(\.step).max() else { return }
    guard let known = form.amount(money)?.yuan else { return verdict.cannotTell(Messages.noMoneyUnit) }
    verdict.look()
    let sum = tasks.reduce(0) { $0 + $1.yuan }
    guard sum - known >= largest else { return }
    var values = [
      "sum": Messages.yuan(sum), "parts": tasks.map(\.text).joined(separator: " + "),
      "known": Messages.yuan(known), "difference": Messages.yuan(sum - known),
    ]
    values["label"] = label
    verdict.hit(Hit(path, found: values["sum"], expected: values["known"], values: values))
  }

  func judgeShares(_ scope: Scope, _ verdict: inout Verdict) {
    guard let annual else { return }
    for cell in scope.filledCells(of: places) {
      let shares = MoneyInText.shares(in: scope.plainText(of: cell), behind: annual)
      guard shares.count >= 2 else { continue }
      verdict.look()
      let sum = shares.reduce(0, +)
      guard sum != 100 else { continue }
      let parts = shares.map { "\($0)%" }.joined(separator: " + ")
      verdict.hit(
        Hit(cell.path, found: "\(sum)%", expected: "100%", values: ["sum": "\(sum)", "parts": parts]))
    }
  }
}
