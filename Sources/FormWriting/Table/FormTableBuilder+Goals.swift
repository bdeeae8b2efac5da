import ChineseText
import FormModel
import FormTemplates

/// 项目绩效目标: the goals side by side, each below its label.
extension FormTableBuilder {
  func goalsBlock() -> FormTable.Block? {
    let goals = goalKeys
    guard !goals.isEmpty else { return nil }
    let heads = goals.enumerated().map { column, goal in
      FormTable.Cell(goalLabel(goal), role: .head, alignment: .center, column: column)
    }
    let texts = goals.enumerated().map { column, goal in value(of: goal, column: column) }
    let widths = Array(repeating: 1, count: goals.count)
    return FormTable.Block(.goals, widths: widths, headRows: 1, rows: [heads, texts])
      .withSide(Messages.goals)
  }

  /// The goals the template has and those that the form fills; a self-evaluation holds the year's goal against
  /// what came of it.
  var goalKeys: [FieldKey] {
    let known = template.fields.values.map(\.key).filter { $0.group == "goals" }
    let isReview = form.kind == .selfEvaluation && template.kind == .target
    let wanted = isReview ? [.annualGoal, .actualGoal] : known
    let filled: [FieldKey] = [.totalGoal, .annualGoal, .actualGoal].filter {
      form[$0] != nil || wanted.contains($0)
    }
    return filled + wanted.filter { !filled.contains($0) }
  }

  /// 项目总目标 is printed with the years it is set for.
  private func goalLabel(_ key: FieldKey) -> String {
    let label = printedLabel(of: key)
    guard key == .totalGoal, let start = year(of: .start), let end = year(of: .end) else { return label }
    return "\(label) \(Messages.period(start, end))"
  }

  private func year(of key: FieldKey) -> Int? { form[key].flatMap(CalendarDate.init(printed:))?.year }
}
