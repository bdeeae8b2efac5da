import FormModel

/// What a label can mean. Which of the meanings holds is told by where the label stands.
///
/// It is copied with every cell that is read, so it is small.
struct Word: Sendable, Hashable {
  private var fieldIndex: Int16 = -1
  private var lineIndex: Int16 = -1
  private var level1Index: Int16 = -1
  private var level2Index: Int16 = -1
  /// A total of the funding block.
  var fundingTotal: FundingTotal?
  /// A part of such a total.
  var fundingPart: FundingPart?
  /// A column head of 预算执行情况.
  var budgetColumn: BudgetLine.Column?
  /// A column head of the indicator table.
  var column: TableColumn?
  /// The label of a section.
  var section: FormSection?
  private var marks: Marks = []

  private struct Marks: OptionSet, Hashable {
    let rawValue: UInt8

    static let total = Marks(rawValue: 1)
    static let subtotal = Marks(rawValue: 2)
    static let note = Marks(rawValue: 4)
    static let including = Marks(rawValue: 8)
    static let points = Marks(rawValue: 16)
    static let quality = Marks(rawValue: 32)
  }
}

extension Word {
  /// Index in `FormWords.fields`; the label of a single value.
  var field: Int16? {
    get { fieldIndex < 0 ? nil : fieldIndex }
    set { fieldIndex = newValue ?? -1 }
  }

  /// Index in `FormWords.lines`; a line of 预算执行情况.
  var budgetLine: Int16? {
    get { lineIndex < 0 ? nil : lineIndex }
    set { lineIndex = newValue ?? -1 }
  }

  /// Index in `FormWords.levels`; the name of a first level.
  var level1: Int16? {
    get { level1Index < 0 ? nil : level1Index }
    set { level1Index = newValue ?? -1 }
  }

  /// Index in `FormWords.levels`; the name of a second level.
  var level2: Int16? {
    get { level2Index < 0 ? nil : level2Index }
    set { level2Index = newValue ?? -1 }
  }

  /// 总分, 合计.
  var isTotal: Bool {
    get { marks.contains(.total) }
    set { set(.total, newValue) }
  }

  /// 小计.
  var isSubtotal: Bool {
    get { marks.contains(.subtotal) }
    set { set(.subtotal, newValue) }
  }

  /// 说明, 填表人.
  var isNote: Bool {
    get { marks.contains(.note) }
    set { set(.note, newValue) }
  }

  /// 其中.
  var isIncluding: Bool {
    get { marks.contains(.including) }
    set { set(.including, newValue) }
  }

  /// 分 behind a number of points.
  var isPoints: Bool {
    get { marks.contains(.points) }
    set { set(.points, newValue) }
  }

  /// 定性, 定量, 正向: no part of a value.
  var isQuality: Bool {
    get { marks.contains(.quality) }
    set { set(.quality, newValue) }
  }

  private mutating func set(_ mark: Marks, _ isOn: Bool) {
    if isOn { marks.insert(mark) } else { marks.remove(mark) }
  }
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
