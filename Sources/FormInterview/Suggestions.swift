import FormComparison
import FormModel
import FormTemplates
import FoundationEssentials

/// Defaults: from last year's form, from other answers, from the template.
extension Interview {
  /// What a blank answer would take; `nil` when it takes nothing.
  public func suggestion(for question: Question) -> Suggestion? {
    switch question {
    case .field(let key): suggestion(for: key)
    case .newRow(let level1, let level2): nextNameOfLastYear(level1: level1, level2: level2)
    case .cell(let row, .weight): weightSuggestion(row: row)
    case .cell(let row, let column): lastYearCell(row: row, column)
    case .output: Suggestion(context.outputName, .computed(Messages.Origin.sameName))
    case .review: nil
    }
  }

  private func suggestion(for key: FieldKey) -> Suggestion? {
    guard let field = template.fields[key] else { return nil }
    if field.isTakenOver, let text = context.lastYear?[key] {
      return Suggestion(text, .lastYear(context.lastYear?.year))
    }
    return computed(for: key) ?? field.defaultText.map { Suggestion($0, .template) }
  }

  private func computed(for key: FieldKey) -> Suggestion? {
    switch key {
    case .year:
      if let last = context.lastYear?.year {
        return Suggestion(String(last + 1), .computed(Messages.Origin.yearAfter(last)))
      }
      return context.budgetYear.map { Suggestion(String($0), .computed(Messages.Origin.nextYear)) }
    case .start: return form.year.map { Suggestion("\($0)-01-01", .computed(Messages.Origin.budgetYear)) }
    case .end: return form.year.map { Suggestion("\($0)-12-31", .computed(Messages.Origin.budgetYear)) }
    default: return remainder(for: key)
    }
  }

  /// A part of a total is offered what the other parts leave of it.
  private func remainder(for key: FieldKey) -> Suggestion? {
    guard
      let whole = template.fields.values.first(where: { $0.parts.contains(key) }),
      let total = form.amount(whole.key)?.value
    else { return nil }
    let others = whole.parts.filter { $0 != key }.compactMap { form.amount($0)?.value }
    let left = others.reduce(total, -)
    guard left > 0 else { return nil }
    return Suggestion("\(left)", .computed(Messages.Origin.remainder(of: whole.label)))
  }

  private func nextNameOfLastYear(level1: String, level2: String) -> Suggestion? {
    guard let last = context.lastYear else { return nil }
    let matching = IndicatorMatching(old: last.indicators, new: form.indicators)
    let rows =
      Plan.groups(of: last, template: template)
      .first { $0.level1 == level1 && $0.level2 == level2 }?.rows ?? []
    let next = rows.first { !matching.isTaken(old: $0) && !declined.contains(last.indicators[$0].level3) }
    return next.map { Suggestion(last.indicators[$0].level3, .lastYear(last.year)) }
  }

  private func lastYearCell(row: Int, _ column: IndicatorColumn) -> Suggestion? {
    guard let last = context.lastYear, column != .level3 else { return nil }
    let matching = IndicatorMatching(old: last.indicators, new: form.indicators)
    guard let old = matching.old(ofNew: row), let text = last.indicators[old][column] else { return nil }
    return Suggestion(text, .lastYear(last.year))
  }

  private func weightSuggestion(row: Int) -> Suggestion? {
    let spread = WeightSpread(form: form, template: template)
    guard let share = spread.even(decimals: template.weights.decimals)[row] else { return nil }
    return Suggestion("\(share)", .computed(Messages.Origin.evenShare(left: spread.left)))
  }
}
