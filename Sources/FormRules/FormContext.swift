import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials

/// A form with what rules need to know about it, worked out once for all rules, and only what a rule asks for.
final class FormContext {
  let form: Form
  let profile: Profile
  private let words: WordTable?
  /// What rules across forms, which look at no cells, do not need.
  private(set) lazy var table = RowTable(form.indicators, levels: profile.levels, words: words)
  /// 项目名称 in half width, without blanks.
  private(set) lazy var projectText = PlainText(form[.project] ?? "", words: words)
  /// 项目名称 and both goals, likewise.
  private(set) lazy var storyTexts = [projectText, text(of: .totalGoal), text(of: .annualGoal)]
  /// ``storyTexts``, to tell what they speak of.
  private(set) lazy var story = Story(storyTexts.map(\.text).joined())
  private var goalReadings: [(goal: PlainText, reading: GoalReading, result: GoalReading.Result)] = []
  private var fieldTexts: [(key: FieldKey, text: PlainText)] = []
  /// The day within the year on which results were taken, if they are not those of the whole year.
  let asOf: CalendarDate?
  /// Points and results; `nil` where the form is not a scored one.
  private(set) lazy var results: RowResults? =
    form.kind == .selfEvaluation ? profile.template.scoring.map { RowResults(form, plan: $0) } : nil
  /// 年度资金总额 of 预算执行情况, and what was spent of it; `nil` where it is not printed.
  private(set) lazy var total: (index: Int, line: BudgetLine, execution: Execution?)? =
    form.budgetTotal.map { total in
      let known = results.map { $0.sheet.execution }
      return (total.index, total.line, known ?? execution(of: total.line))
    }
  private(set) lazy var moneyUnit = form.moneyUnit
  private var amounts: [(key: FieldKey, amount: Amount?)] = []
  /// Where a self-evaluation may explain itself: name, result, narrative and notes; in half width, without blanks.
  private(set) lazy var selfEvaluationTexts: [PlainText] = {
    let keys: [FieldKey] = [.project, .actualGoal, .performance, .problems, .improvement]
    return keys.filter { form[$0] != nil }.map(text)
      + table.filled(.note).map { table.text($0, .note) }
  }()
  private(set) lazy var isMultiYear: Bool? = spansYears()
  /// The names of the template's kinds of project that the project's name speaks of.
  private(set) lazy var projectKinds = profile.kinds(of: projectText.text)
  /// What forms read before have in common with it; `nil` where only this form is looked at.
  let likeness: Likeness?
  /// The documents that it is held against.
  let companions: Companions

  init(
    _ form: Form, profile: Profile, likeness: Likeness? = nil, companions: Companions = .none,
    asOf: CalendarDate? = nil
  ) {
    self.companions = companions
    self.likeness = likeness
    self.form = form
    self.asOf = asOf
    self.profile = profile
    words = profile.words?.words
  }

  var template: Template { profile.template }
  var levels: LevelNames { profile.levels }

  /// What is known about each row.
  var rows: [RowFacts] { table.facts }

  /// The kinds of the values of a column, by row.
  func kinds(of column: IndicatorColumn) -> [ValueKinds] {
    column == .actual ? actualKinds : targetKinds
  }

  private lazy var targetKinds = table.facts.map(\.kinds)
  private lazy var actualKinds = form.indicators.indices.map {
    ValueKinds(form.indicators[$0].actual?.meaning)
  }

  /// The text of a field in half width, without blanks.
  func text(of key: FieldKey) -> PlainText {
    if key == .project { return projectText }
    if let known = fieldTexts.first(where: { $0.key == key }) { return known.text }
    let new = PlainText(form[key] ?? "", words: words)
    fieldTexts.append((key, new))
    return new
  }

  /// What a rule reads in a goal.
  func figures(in goal: PlainText, by reading: GoalReading) -> GoalReading.Result {
    if let known = goalReadings.first(where: { $0.goal === goal && $0.reading.isSame(as: reading) }) {
      return known.result
    }
    let new = reading.result(of: goal, in: self)
    goalReadings.append((goal, reading, new))
    return new
  }

  /// What was spent of a line of 预算执行情况.
  func execution(of line: BudgetLine) -> Execution? { Execution(line, unit: moneyUnit) }

  /// A money field, read in the form's own unit. `nil` where the field is blank.
  func amount(_ key: FieldKey) -> Amount? {
    for index in amounts.indices where amounts[index].key == key { return amounts[index].amount }
    let new = form[key].map { Amount($0, unit: moneyUnit) }
    amounts.append((key, new))
    return new
  }

  /// An amount of 预算执行情况.
  func amount(_ line: BudgetLine, _ column: BudgetLine.Column) -> Amount? {
    line[column].map { Amount($0, unit: moneyUnit) }
  }

  /// A date field as a day.
  func date(_ key: FieldKey) -> CalendarDate? {
    switch key {
    case .start: start
    case .end: end
    default: form[key].flatMap(CalendarDate.init(printed:))
    }
  }

  private lazy var start = form[.start].flatMap(CalendarDate.init(printed:))
  private lazy var end = form[.end].flatMap(CalendarDate.init(printed:))

  /// The fields that add to another, where the template says so.
  func parts(of total: FieldKey) -> [FieldKey]? { profile.template.fields[total]?.parts }

  /// The name of a field for people.
  func label(of key: FieldKey) -> String { profile.template.label(of: key) }

  /// The label of a column.
  func label(of column: IndicatorColumn) -> String { profile.template.label(of: column) }

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
    case .field(let key): profile.has(key) || form[key] != nil
    case .column(let column): profile.prints(column) || isUsed(column)
    }
  }

  /// Whether at least one row fills a column.
  func isUsed(_ column: IndicatorColumn) -> Bool { !table.filled(column).isEmpty }

  private func spansYears() -> Bool? {
    guard let start = date(.start), let end = date(.end), start <= end else { return nil }
    return start.year != end.year
  }
}
