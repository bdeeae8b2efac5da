import FormModel

/// What rules need to know about a row, worked out once.
final class RowFacts {
  /// Position of the template's first level; `nil` for a level it does not have.
  let level1: Int?
  /// Position among all second levels of the template.
  let level2: Int?
  let meaning: MeaningKind
  /// The comparison sign of the target, when that is a quantity.
  let sign: ComparatorWord?
  /// The kind of unit of the target, when that is a quantity or range.
  let unit: UnitWord?
  private let form: Form
  private let row: Int
  private let words: WordTable?
  /// By column; what no rule asks for is not folded.
  private var texts: [PlainText?]

  init(_ row: Int, of form: Form, level1: Int?, level2: Int?, words: WordTable?) {
    (self.form, self.row) = (form, row)
    self.words = words
    self.level1 = level1
    self.level2 = level2
    texts = Array(repeating: nil, count: IndicatorColumn.allCases.count)
    let target = form.indicators[row].target?.meaning
    meaning = MeaningKind(target)
    sign = ComparatorWord(target)
    unit = UnitWord(target)
  }

  /// The name in half width, without blanks.
  var name: String { text(.level3).text }
  /// ``name`` without a bracket at its end: `巡检服务次数` for `巡检服务次数（每月）`.
  var stem: String { text(.level3).stem }
  /// The target in half width, without blanks.
  var target: String { text(.target).text }

  /// Any cell in half width, without blanks.
  func text(_ column: IndicatorColumn) -> PlainText {
    if let known = texts[column.ordinal] { return known }
    let new = PlainText(form.indicators[row][column] ?? "", isName: column == .level3, words: words)
    texts[column.ordinal] = new
    return new
  }
}

/// The kinds of meaning by their names in rule files.
enum MeaningKind: String, CaseIterable, Sendable {
  case blank, placeholder, quantity, range, date, graded, qualitative

  init(_ meaning: TargetValue.Meaning?) {
    switch meaning {
    case nil, .blank: self = .blank
    case .placeholder: self = .placeholder
    case .quantity: self = .quantity
    case .range: self = .range
    case .date: self = .date
    case .graded: self = .graded
    case .qualitative: self = .qualitative
    }
  }
}
