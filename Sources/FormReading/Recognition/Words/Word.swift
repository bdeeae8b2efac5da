import FormModel

/// What a label can mean. Which of the meanings holds is told by where the label stands.
struct Word: Sendable, Hashable {
  /// Index in `FormWords.fields`; the label of a single value.
  var field: Int16?
  /// A total of the funding block.
  var fundingTotal: FundingTotal?
  /// A part of such a total.
  var fundingPart: FundingPart?
  /// Index in `FormWords.lines`; a line of 预算执行情况.
  var budgetLine: Int16?
  /// A column head of 预算执行情况.
  var budgetColumn: BudgetLine.Column?
  /// A column head of the indicator table.
  var column: TableColumn?
  /// Index in `FormWords.levels`; the name of a first level.
  var level1: Int16?
  /// Index in `FormWords.levels`; the name of a second level.
  var level2: Int16?
  /// The label of a section.
  var section: FormSection?
  /// 总分, 合计.
  var isTotal = false
  /// 小计.
  var isSubtotal = false
  /// 说明, 填表人.
  var isNote = false
  /// 其中.
  var isIncluding = false
  /// 分 behind a number of points.
  var isPoints = false
  /// 定性, 定量, 正向: no part of a value.
  var isQuality = false
}

/// The totals of the funding block of a target form.
enum FundingTotal: String, Sendable, CaseIterable {
  /// Over all years.
  case project
  /// Of the year.
  case annual
}

/// The parts of a total.
enum FundingPart: String, Sendable, CaseIterable {
  case fiscal, carriedOver, other
}

/// The parts of a form that have a label of their own.
enum FormSection: String, Sendable, CaseIterable {
  case head, budget, goals, indicators, narrative
}

/// A column of the printed indicator table.
enum TableColumn: String, Sendable, CaseIterable {
  case level1, level2, level3, target, actual, weight, score, note
  case explanation, formula, valueBasis, dataSource, scoringRule
  /// The target over the whole period, beside that of the year.
  case periodTarget = "period-target"
  /// ≥ beside the number.
  case sign
  /// % beside the number.
  case unit
  /// The number of the row.
  case ordinal

  /// The column of a row that it fills.
  var indicator: IndicatorColumn? {
    switch self {
    case .level1: .level1
    case .level2: .level2
    case .level3: .level3
    case .target: .target
    case .actual: .actual
    case .weight: .weight
    case .score: .score
    case .note: .note
    case .explanation: .explanation
    case .formula: .formula
    case .valueBasis: .valueBasis
    case .dataSource: .dataSource
    case .scoringRule: .scoringRule
    case .periodTarget, .sign, .unit, .ordinal: nil
    }
  }
}

/// What a label of a single value stands for.
enum FieldMeaning: Sendable, Hashable {
  case field(FieldKey)
  /// Money beside its label in forms that have no budget table.
  case budget(line: String, BudgetLine.Column)
}

/// The name of a level and where it belongs.
struct LevelName: Sendable, Hashable {
  /// The usual name.
  var name: String
  /// The usual names of the first levels above a second level, the most usual first.
  var parents: [String] = []
}
