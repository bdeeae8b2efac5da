import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

/// A form with what rules need to know about it, worked out once for all rules.
final class FormContext {
  let form: Form
  let template: Template
  let levels: LevelNames
  let rows: [RowFacts]
  let allRows: [Int]
  /// 项目名称 in half width, without blanks.
  let project: String
  /// 项目名称 and both goals, likewise.
  let story: String
  /// The columns that at least one row fills.
  private(set) lazy var usedColumns: Set<IndicatorColumn> = Set(
    IndicatorColumn.allCases.filter { column in form.indicators.contains { !isBlankText($0[column]) } })
  /// The day within the year on which results were taken, if they are not those of the whole year.
  let asOf: CalendarDate?
  /// How the template makes points; `nil` where the form is not a scored one.
  var plan: ScoringPlan? { form.kind == .selfEvaluation ? template.scoring : nil }
  /// The form's points worked out anew; `nil` where it is not a scored one.
  private(set) lazy var sheet: ScoreSheet? = plan.map { ScoreSheet(form, plan: $0) }
  /// Where a self-evaluation may explain itself: name, result, narrative and notes; in half width, without blanks.
  private(set) lazy var selfEvaluationTexts: [String] = {
    let keys: [FieldKey] = [.project, .actualGoal, .performance, .problems, .improvement]
    return (keys.compactMap { form[$0] } + form.indicators.compactMap(\.note)).map(plain)
  }()
  private(set) lazy var isMultiYear: Bool? = spansYears()

  /// What forms read before have in common with it; `nil` where only this form is looked at.
  let likeness: Likeness?
  /// The documents that it is held against.
  let companions: Companions

  init(
    _ form: Form, template: Template, levels: LevelNames, likeness: Likeness? = nil,
    companions: Companions = .none, asOf: CalendarDate? = nil
  ) {
    self.companions = companions
    self.likeness = likeness
    self.form = form
    self.asOf = asOf
    self.template = template
    self.levels = levels
    project = plain(form[.project] ?? "")
    story = project + plain(form[.totalGoal] ?? "") + plain(form[.annualGoal] ?? "")
    var memory = LevelMemory(levels)
    rows = form.indicators.map { row in
      let (first, second) = memory.numbers(of: row)
      return RowFacts(row, level1: first, level2: second)
    }
    allRows = Array(rows.indices)
  }

  /// A date field as a day.
  func date(_ key: FieldKey) -> CalendarDate? { form[key].flatMap(CalendarDate.init(printed:)) }

  /// The label of a place for people.
  func label(of path: FormPath) -> String {
    switch path {
    case .form: ""
    case .field(let key): template.label(of: key)
    case .level(let first, let second): second ?? first
    case .indicator(_, let column): template.label(of: column ?? .level3)
    case .budget(_, let column): column.flatMap { Self.words.budgetColumns[$0] } ?? Self.words.budget
    }
  }

  /// The label of a line of 预算执行情况.
  static func label(ofBudgetLine line: String) -> String { words.budgetLines[line] ?? line }

  private static let words = PathLabels(fields: [:], columns: [:])

  /// Whether the template has a place, or the form uses it anyway.
  func has(_ place: Place) -> Bool {
    switch place {
    case .field(let key): template.fields[key] != nil || form[key] != nil
    case .column(let column):
      template.columns.contains { $0.column == column && $0.isPrinted } || usedColumns.contains(column)
    }
  }

  private func spansYears() -> Bool? {
    guard let start = date(.start), let end = date(.end), start <= end else { return nil }
    return start.year != end.year
  }
}

/// Rows of one level stand together: looks a level up only where it changes.
private struct LevelMemory {
  private let names: LevelNames
  private var lastTexts: (String, String?)?
  private var lastNumbers: (Int?, Int?) = (nil, nil)

  init(_ names: LevelNames) { self.names = names }

  mutating func numbers(of row: Indicator) -> (Int?, Int?) {
    if let lastTexts, lastTexts.0 == row.level1, lastTexts.1 == row.level2 { return lastNumbers }
    let first = names.first(row.level1)
    let second = first.flatMap { first in row.level2.flatMap { names.second($0, below: first) } }
    lastTexts = (row.level1, row.level2)
    lastNumbers = (first, second)
    return lastNumbers
  }
}
