import FormModel
import FormTemplates

/// The order of findings: fields as the template prints them, levels, budget lines, rows, the whole form.
struct FindingOrder: Sendable {
  private let fields: [FieldKey: Int]
  private let columns: [IndicatorColumn: Int]

  typealias Rank = (Int, Int, Int, Int)

  init(_ template: Template) {
    let keys = Array(template.fields.keys)
    fields = Dictionary(
      (keys + FieldKey.standard).enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    columns = Dictionary(uniqueKeysWithValues: IndicatorColumn.allCases.enumerated().map { ($1, $0 + 1) })
  }

  func rank(of path: FormPath, rule: Int, levels: LevelNames) -> Rank {
    switch path {
    case .field(let key): return (0, fields[key] ?? Int.max, 0, rule)
    case .level(let first, let second):
      let number = levels.first(first) ?? Int.max
      guard let second else { return (1, number, -1, rule) }
      return (1, number, levels.first(first).flatMap { levels.second(second, below: $0) } ?? Int.max, rule)
    case .budget(let line, let column):
      return (2, line, column.flatMap { BudgetLine.Column.allCases.firstIndex(of: $0) } ?? -1, rule)
    case .indicator(let row, let column): return (3, row, column.flatMap { columns[$0] } ?? 0, rule)
    case .form: return (4, 0, 0, rule)
    }
  }
}
