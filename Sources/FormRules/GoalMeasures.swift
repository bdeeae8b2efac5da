import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// Tells which figures of a goal are about what a row measures: `读者满意度达到95%` and the row 读者满意度.
///
/// The words before the figure must be those of the row's name, in any order where things are counted
/// (`布设自助借还设备6台` and 自助借还设备布设数量), and the unit must be the row's.
struct GoalMeasures: Sendable {
  /// Words between a measure and its figure: 达到, 不少于, ≥.
  private let fillers: WordList?
  /// Words at the end of a name that say no more: 数量, 次数.
  private let endings: WordList?
  /// Words in the clause of a figure that is not the whole year's: 首批, 上半年.
  private let elsewhere: WordList?

  /// A row about which a goal says another number.
  struct Difference {
    var row: Int
    var figure: GoalFigures.Figure
  }

  static let keys = ["fillers", "endings", "not-beside"]

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    fillers = try parameters.words("fillers")
    endings = try parameters.words("endings")
    elsewhere = try parameters.words("not-beside")
  }

  /// The rows that have another number than the goal gives to the same measure. A goal that gives several numbers, and
  /// a form with several such rows, are passed over where one of them agrees.
  func differences(_ figures: [GoalFigures.Figure], _ context: FormContext) -> [Difference] {
    guard fillers != nil, !figures.isEmpty else { return [] }
    lazy var measures = figures.map { measure(before: $0, year: context.form.year) }
    var found: [Difference] = []
    let quantities = ValueKinds([MeaningKind.quantity])
    for row in context.table.rows(context.table.all, of: quantities) {
      guard case .quantity(let quantity) = context.form.indicators[row].target?.meaning,
        let unit = quantity.unit
      else { continue }
      let counted = indices(of: figures, in: unit.base)
      if counted.isEmpty { continue }
      let name = Array(without(endings, context.table.name(row).stem).unicodeScalars)
      let own = counted.filter { isAbout(name, measures[$0], ordered: unit.kind == .percent) }
      let values = Set(own.flatMap { [figures[$0].counted, figures[$0].unit.inBase(figures[$0].yearly)] })
      guard let first = own.first, own.allSatisfy({ figures[$0].counted == figures[first].counted }),
        !values.contains(unit.inBase(quantity.value))
      else { continue }
      found.append(Difference(row: row, figure: figures[first]))
    }
    return found.filter { one in
      !found.contains { $0.row != one.row && $0.figure.text == one.figure.text }
    }
  }

  /// The figures with a unit; most rows have none.
  private func indices(of figures: [GoalFigures.Figure], in base: String) -> [Int] {
    var indices: [Int] = []
    let first = base.utf8.first
    for index in figures.indices
    where figures[index].unit.base.utf8.first == first || first == nil {
      if isCounted(figures[index], in: base) { indices.append(index) }
    }
    return indices
  }

  /// Whether the unit behind a figure is a row's, `册次` read as 册 too.
  private func isCounted(_ figure: GoalFigures.Figure, in base: String) -> Bool {
    if isSameBytes(figure.unit.base, base) { return !figure.number.isFollowed(by: Self.times) }
    let (own, wanted) = (figure.unit.base.utf8, base.utf8)
    if own.count >= wanted.count { return own.starts(with: wanted) }
    let rest = base.unicodeScalars.dropFirst(figure.unit.base.unicodeScalars.count)
    return wanted.starts(with: own) && figure.number.isFollowed(by: String(rest))
  }

  /// What is measured, as the clause before the figure says; `nil` for a figure of another time.
  private func measure(before figure: GoalFigures.Figure, year: Int?) -> [Unicode.Scalar]? {
    let clause = figure.clause
    guard elsewhere?.match(in: clause) == nil, NumberInText.years(in: clause).allSatisfy({ $0 == year })
    else { return nil }
    return Array(without(endings, without(fillers, clause)).unicodeScalars)
  }

  private func isAbout(_ name: [Unicode.Scalar], _ measure: [Unicode.Scalar]?, ordered: Bool) -> Bool {
    guard let measure, name.count >= Self.shortest, measure.count >= name.count else { return false }
    let tail = measure.suffix(name.count)
    guard
      tail.elementsEqual(name)
        || (!ordered && Set(name).count >= Self.shortest && tail.sorted() == name.sorted())
    else { return false }
    // A short name may be the end of a longer one: 满意度 of 家长满意度.
    guard let before = measure.dropLast(name.count).last, name.count < Self.certain else { return true }
    return Self.boundaries.contains(before)
  }

  private func without(_ words: WordList?, _ text: String) -> String {
    guard let words else { return text }
    var text = text
    while let word = words.match(in: text), text.hasSuffix(word) { text.removeLast(word.count) }
    return text
  }

  /// Shorter names are not compared, and longer ones wherever they stand.
  private static let shortest = 4
  private static let certain = 7
  private static let times = "次"
  private static let boundaries = Set("0123456789年月日是使和及与并、)\"”》".unicodeScalars)
}
