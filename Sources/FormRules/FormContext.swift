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
  let rows: [RowFacts]
  let allRows: [Int]
  /// 项目名称 in half width, without blanks.
  private(set) lazy var projectText = PlainText(form[.project] ?? "", words: words)
  /// 项目名称 and both goals, likewise.
  private(set) lazy var storyText = PlainText(
    (form[.project] ?? "") + (form[.totalGoal] ?? "") + (form[.annualGoal] ?? ""), words: words)
  private var fieldTexts: [FieldKey: PlainText] = [:]
  /// The columns that at least one row fills.
  private(set) lazy var usedColumns = filledColumns()
  /// The day within the year on which results were taken, if they are not those of the whole year.
  let asOf: CalendarDate?
  /// How the template makes points; `nil` where the form is not a scored one.
  var plan: ScoringPlan? { form.kind == .selfEvaluation ? template.scoring : nil }
  /// The form's points worked out anew; `nil` where it is not a scored one.
  private(set) lazy var sheet: ScoreSheet? = plan.map { ScoreSheet(form, plan: $0) }
  /// Where a self-evaluation may explain itself: name, result, narrative and notes; in half width, without blanks.
  private(set) lazy var selfEvaluationTexts: [PlainText] = {
    let keys: [FieldKey] = [.project, .actualGoal, .performance, .problems, .improvement]
    return keys.filter { form[$0] != nil }.map(text)
      + allRows.filter { form.indicators[$0].note != nil }.map { rows[$0].text(.note) }
  }()
  private(set) lazy var isMultiYear: Bool? = spansYears()
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
    allRows = Array(form.indicators.indices)
    var memory = LevelMemory(profile.levels)
    rows = allRows.map { [words] row in
      let (first, second) = memory.numbers(of: form, row)
      return RowFacts(row, of: form, level1: first, level2: second, words: words)
    }
  }

  var template: Template { profile.template }
  var levels: LevelNames { profile.levels }

  /// Whether it is known that no row's name has a word of a list.
  func noName(has list: WordList) -> Bool { words?.has(list, in: nameMarks) == false }

  /// The lists that have a word in the name of any row.
  private lazy var nameMarks = rows.reduce(into: WordTable.Marks.zero) { marks, row in
    marks |= row.text(.level3).marks ?? .zero
  }

  /// The text of a field in half width, without blanks.
  func text(of key: FieldKey) -> PlainText {
    if key == .project { return projectText }
    if let known = fieldTexts[key] { return known }
    let new = PlainText(form[key] ?? "", words: words)
    fieldTexts[key] = new
    return new
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
    case .field(let key): profile.has(key) || form[key] != nil
    case .column(let column): profile.prints(column) || usedColumns.contains(column)
    }
  }

  private func filledColumns() -> ColumnSet {
    var filled = ColumnSet()
    for row in form.indicators.indices {
      for column in IndicatorColumn.allCases
      where !filled.contains(column) && !isBlankText(form.indicators[row][column]) {
        filled.insert(column)
      }
    }
    return filled
  }

  private func spansYears() -> Bool? {
    guard let start = date(.start), let end = date(.end), start <= end else { return nil }
    return start.year != end.year
  }
}

/// Rows of one level stand together: looks a level up only where it changes.
private struct LevelMemory {
  private let names: LevelNames
  /// The row before, and what it has.
  private var last: (row: Int, numbers: (Int?, Int?))?

  init(_ names: LevelNames) { self.names = names }

  mutating func numbers(of form: Form, _ row: Int) -> (Int?, Int?) {
    if let last, isSame(form, last.row, row) { return last.numbers }
    let first = names.first(form.indicators[row].level1)
    let second = first.flatMap { first in
      form.indicators[row].level2.flatMap { names.second($0, below: first) }
    }
    last = (row, (first, second))
    return (first, second)
  }

  private func isSame(_ form: Form, _ a: Int, _ b: Int) -> Bool {
    guard isSameBytes(form.indicators[a].level1, form.indicators[b].level1) else { return false }
    guard let first = form.indicators[a].level2, let second = form.indicators[b].level2 else {
      return form.indicators[a].level2 == nil && form.indicators[b].level2 == nil
    }
    return isSameBytes(first, second)
  }
}
