import ChineseText
import FormModel

/// The rows of a form as rules look at them: their cells, and which rows are of a level, of a kind, filled, or have a
/// word.
final class RowTable {
  let facts: [RowFacts]
  let all: RowSet
  /// The first row of each run of rows below one level.
  let levelStarts: [Int]
  private let rows: [Indicator]
  private let words: WordTable?
  private let names: TextColumn
  private let targets: TextColumn
  /// Of the other columns, row by row; what no rule asks for is not folded.
  private var others: [PlainText?]
  /// By column.
  private let filledRows: [RowSet]
  /// By first and second level of the template.
  private let firsts: [RowSet]
  private let seconds: [RowSet]
  /// 分值 of each row; `nil` where it is missing or no number.
  private(set) lazy var weights = rows.indices.map { rows[$0].weight?.value }

  init(_ rows: [Indicator], levels: LevelNames, words: WordTable?) {
    self.rows = rows
    self.words = words
    all = RowSet(count: rows.count)
    names = TextColumn(rows.indices.map { PlainText(rows[$0].level3, isName: true, words: words) }, words)
    targets = TextColumn(rows.indices.map { PlainText(rows[$0].target?.text ?? "", words: words) }, words)
    others = Array(repeating: nil, count: rows.count * Self.width)
    let table = Building(rows, levels)
    levelStarts = table.starts
    (facts, filledRows) = (table.facts, table.filled)
    (firsts, seconds) = (table.firsts, table.seconds)
  }

  // MARK: Cells

  /// A cell as printed.
  func cell(_ row: Int, _ column: IndicatorColumn) -> String? { rows.cell(row, column) }

  /// A cell in half width, without blanks.
  func text(_ row: Int, _ column: IndicatorColumn) -> PlainText {
    switch column {
    case .level3: return names.texts[row]
    case .target: return targets.texts[row]
    default:
      let place = row * Self.width + column.ordinal
      if let known = others[place] { return known }
      let new = PlainText(cell(row, column) ?? "", words: words)
      others[place] = new
      return new
    }
  }

  /// The name of a row in half width, without blanks.
  func name(_ row: Int) -> PlainText { names.texts[row] }

  private static let width = IndicatorColumn.allCases.count

  // MARK: Rows

  /// The rows that show something in a column.
  func filled(_ column: IndicatorColumn) -> RowSet { filledRows[column.ordinal] }

  /// The rows of a first level of the template.
  func rows(ofFirst number: Int) -> RowSet { firsts[number] }

  /// The rows of a second level of the template.
  func rows(ofSecond number: Int) -> RowSet { seconds[number] }

  /// Those of some rows that have one of some kinds.
  func rows(_ rows: RowSet, of kinds: ValueKinds) -> RowSet {
    var left = RowSet()
    for row in rows where facts[row].kinds.intersects(kinds) { left.insert(row) }
    return left
  }

  /// Those of some rows with a word of a list in a column.
  func rows(_ rows: RowSet, having list: WordList, in column: IndicatorColumn) -> RowSet {
    switch column {
    case .level3: return names.rows(rows, having: list)
    case .target: return targets.rows(rows, having: list)
    default:
      var left = RowSet()
      for row in rows where list.occurs(in: text(row, column)) { left.insert(row) }
      return left
    }
  }
}

/// A table while its rows are gone through.
private struct Building {
  var facts: [RowFacts] = []
  var filled: [RowSet]
  var firsts: [RowSet]
  var seconds: [RowSet]
  var starts: [Int] = []

  init(_ rows: [Indicator], _ levels: LevelNames) {
    filled = Array(repeating: RowSet(), count: IndicatorColumn.allCases.count)
    firsts = Array(repeating: RowSet(), count: levels.firstNames.count)
    seconds = Array(repeating: RowSet(), count: levels.secondNames.count)
    facts.reserveCapacity(rows.count)
    // By index: a row that is copied costs as much as all else that is done with it.
    for row in rows.indices {
      add(rows[row].level1, .level1, row)
      add(rows[row].level2, .level2, row)
      add(rows[row].level3, .level3, row)
      add(rows[row].target?.text, .target, row)
      add(rows[row].actual?.text, .actual, row)
      add(rows[row].weight?.text, .weight, row)
      add(rows[row].score?.text, .score, row)
      add(rows[row].note, .note, row)
      add(rows[row].level1Weight?.text, .level1Weight, row)
      if !rows[row].details.isEmpty {
        for column in Self.details { add(rows[row].details[column], column, row) }
      }
      let (first, second) = numbers(row, of: rows, levels)
      if let first { firsts[first].insert(row) }
      if let second { seconds[second].insert(row) }
      facts.append(RowFacts(target: rows[row].target, level1: first, level2: second))
    }
  }

  private static let details: [IndicatorColumn] = [
    .explanation, .formula, .valueBasis, .dataSource, .scoringRule,
  ]

  private mutating func add(_ text: String?, _ column: IndicatorColumn, _ row: Int) {
    if let text, !isBlankText(text) { filled[column.ordinal].insert(row) }
  }

  /// Rows of one level stand together: a level is looked up only where it changes.
  private mutating func numbers(_ row: Int, of rows: [Indicator], _ levels: LevelNames) -> (Int?, Int?) {
    if row > 0, isSameBytes(rows[row - 1].level1, rows[row].level1),
      isSame(rows[row - 1].level2, rows[row].level2)
    {
      return (facts[row - 1].level1, facts[row - 1].level2)
    }
    starts.append(row)
    let first = levels.first(rows[row].level1)
    return (first, first.flatMap { first in rows[row].level2.flatMap { levels.second($0, below: first) } })
  }

  private func isSame(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return isSameBytes(a, b)
  }
}
