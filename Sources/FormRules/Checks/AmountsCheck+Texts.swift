import FormModel
import FormTemplates
import FoundationEssentials

// MARK: Texts

extension AmountsCheck {
  func judgeTexts(_ scope: Scope, _ verdict: inout Verdict) {
    let form = scope.form
    let whole = [form.amount(.projectTotal), form.amount(.projectFiscal)].compactMap { $0?.yuan }
    let yearly = cells(of: form).compactMap(\.yuan)
    for cell in scope.filledCells(of: places) {
      for money in MoneyInText.all(in: scope.plainText(of: cell).text) where !money.isApproximate {
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
    guard let whole = scope.form.amount(.projectTotal)?.yuan,
      let year = scope.form.amount(.annualTotal)?.yuan, whole != year, whole > 0
    else { return }
    for cell in scope.filledCells(of: places) {
      let amounts = MoneyInText.all(in: scope.plainText(of: cell).text)
      guard !amounts.isEmpty else { continue }
      verdict.look()
      guard let money = amounts.first(where: { $0.yuan == whole && project?.match(in: $0.before) == nil })
      else { continue }
      verdict.hit(hit(cell.path, money, known: [year]))
    }
  }

  /// What a goal lists may not cost more than the goal's own money: the year's, or the project's over all years.
  func judgeTasks(_ scope: Scope, _ verdict: inout Verdict) {
    for cell in scope.filledCells(of: places) {
      let lines = (cell.text ?? "").split(whereSeparator: \.isNewline).map { plain(String($0)) }
      let isYearly = cell.path == .field(.annualGoal)
      let tasks = ListedTasks.amounts(
        in: lines.joined(separator: "\n"), except: except, year: isYearly ? scope.form.year : nil)
      guard let largest = tasks.map(\.step).max() else { continue }
      guard let known = scope.form.amount(isYearly ? .annualTotal : .projectTotal)?.yuan else {
        verdict.cannotTell(Messages.noMoneyUnit)
        continue
      }
      verdict.look()
      let sum = tasks.reduce(0) { $0 + $1.yuan }
      guard sum - known >= largest else { continue }
      let values = [
        "sum": Messages.yuan(sum), "parts": tasks.map(\.text).joined(separator: " + "),
        "known": Messages.yuan(known), "difference": Messages.yuan(sum - known),
      ]
      verdict.hit(Hit(cell.path, found: values["sum"], expected: values["known"], values: values))
    }
  }

  func judgeShares(_ scope: Scope, _ verdict: inout Verdict) {
    guard let annual else { return }
    for cell in scope.filledCells(of: places) {
      let shares = MoneyInText.shares(in: scope.plainText(of: cell).text, behind: annual)
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
