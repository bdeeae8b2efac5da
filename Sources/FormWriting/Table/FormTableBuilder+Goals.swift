import ChineseText
import FormModel
import FormTemplates

/// 项目绩效目标: the goals side by side, each below its label.
extension FormTableBuilder {
  func goalsBlock() -> FormTable.Block? {
    let goals = template.fields.values.filter { $0.key.group == "goals" }
    guard !goals.isEmpty else { return nil }
    let heads = goals.enumerated().map { column, goal in
      FormTable.Cell(label(of: goal), role: .head, alignment: .center, column: column)
    }
    let texts = goals.enumerated().map { column, goal in value(of: goal.key, column: column) }
    let widths = Array(repeating: 1, count: goals.count)
    return FormTable.Block(.goals, widths: widths, headRows: 1, rows: [heads, texts])
      .withSide(Messages.goals)
  }

  /// 项目总目标 is printed with the years it is set for.
  private func label(of goal: TemplateField) -> String {
    guard goal.key == .totalGoal, let start = year(of: .start), let end = year(of: .end) else {
      return goal.printedLabel
    }
    return "\(goal.printedLabel) \(Messages.period(start, end))"
  }

  private func year(of key: FieldKey) -> Int? { form[key].flatMap(CalendarDate.init(printed:))?.year }
}
