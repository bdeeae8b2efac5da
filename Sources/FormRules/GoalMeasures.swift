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
      let counted = figures.indices.filter { isCounted(figures[$0], in: unit.base) }
      if counted.isEmpty { continue }
      let name = Array(without(endings, context.table.name(row).stem).unicodeScalars)
      let own = counted.filter { isAbout(name, measures[$0], ordered: unit.kind == .percent) }
      let values = Set(own.flatMap { [figures[$0].counted, figures[$0].yearly * figures[$0].factor] })
      guard let first = own.first, own.allSatisfy({ figures[$0].counted == figures[first].counted }),
        !values.contains(unit.inBase(quantity.value))
      else { continue }
      found.append(Difference(row: row, figure: figures[first]))
    }
    return found.filter { one in
      !found.contains { $0.row != one.row && $0.figure.text == one.figure.text }
    }
  }

  /// Whether the unit behind a figure is a row's, `册次` read as 册 too.
  private func isCounted(_ figure: GoalFigures.Figure, in base: String) -> Bool {
    let (own, wanted) = (figure.unit.utf8, base.utf8)
    if isSameBytes(figure.unit, base) { return !figure.rest.utf8.starts(with: Self.times.utf8) }
    if own.count >= wanted.count { return own.starts(with: wanted) }
    return !own.isEmpty && wanted.starts(with: own)
      && figure.rest.utf8.starts(with: wanted.dropFirst(own.count))
  }

  /// What is measured, as the clause before the figure says; `nil` for a figure of another time.
  private func measure(before figure: GoalFigures.Figure, year: Int?) -> [Unicode.Scalar]? {
    guard elsewhere?.match(in: figure.clause) == nil,
      GoalFigures.years(in: figure.clause).allSatisfy({ $0 == year })
    else { return nil }
    return Array(without(endings, without(fillers, figure.clause)).unicodeScalars)
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
