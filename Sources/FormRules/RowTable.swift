import ChineseText
import FormModel

/// The rows of a form as rules look at them: their cells, and which rows are of a level, of a kind, filled, or have a
/// word.
final class RowTable {
  let facts: [RowFacts]
  let all: RowSet
  /// The first row of each run of rows below one level.
  let levelStarts: [Int]
  private let words: WordTable?
  /// Row by row, every column.
  private let cells: [String?]
  /// As `cells`; what no rule asks for is not folded.
  private var texts: [PlainText?]
  /// By column.
  private let filledRows: [RowSet]
  /// By first and second level of the template.
  private let firsts: [RowSet]
  private let seconds: [RowSet]
  /// The lists that have a word in the name of any row.
  private lazy var nameMarks = all.reduce(into: WordTable.Marks.zero) { marks, row in
    marks |= text(row, .level3).marks ?? .zero
  }

  private static let width = IndicatorColumn.allCases.count

  init(_ rows: [Indicator], levels: LevelNames, words: WordTable?) {
    self.words = words
    all = RowSet(count: rows.count)
    let table = Building(rows, levels, width: Self.width)
    levelStarts = table.starts
    (facts, cells, filledRows) = (table.facts, table.cells, table.filled)
    (firsts, seconds) = (table.firsts, table.seconds)
    texts = Array(repeating: nil, count: table.cells.count)
  }

  // MARK: Cells

  /// A cell as printed.
  func cell(_ row: Int, _ column: IndicatorColumn) -> String? { cells[row * Self.width + column.ordinal] }

  /// A cell in half width, without blanks.
  func text(_ row: Int, _ column: IndicatorColumn) -> PlainText {
    let place = row * Self.width + column.ordinal
    if let known = texts[place] { return known }
    let new = PlainText(cells[place] ?? "", isName: column == .level3, words: words)
    texts[place] = new
    return new
  }

  /// The name of a row in half width, without blanks.
  func name(_ row: Int) -> PlainText { text(row, .level3) }

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
    if column == .level3, words?.has(list, in: nameMarks) == false { return RowSet() }
    var left = RowSet()
    for row in rows where list.occurs(in: text(row, column)) { left.insert(row) }
    return left
  }
}

/// A table while its rows are gone through.
private struct Building {
  var facts: [RowFacts] = []
  var cells: [String?]
  var filled: [RowSet]
  var firsts: [RowSet]
  var seconds: [RowSet]
  var starts: [Int] = []

  init(_ rows: [Indicator], _ levels: LevelNames, width: Int) {
    cells = Array(repeating: nil, count: rows.count * width)
    filled = Array(repeating: RowSet(), count: width)
    firsts = Array(repeating: RowSet(), count: levels.firstNames.count)
    seconds = Array(repeating: RowSet(), count: levels.secondNames.count)
    facts.reserveCapacity(rows.count)
    // By index: a row that is copied costs as much as all else that is done with it.
    for row in rows.indices {
      add(rows[row].level1, .level1, row, width)
      add(rows[row].level2, .level2, row, width)
      add(rows[row].level3, .level3, row, width)
      add(rows[row].target?.text, .target, row, width)
      add(rows[row].actual?.text, .actual, row, width)
      add(rows[row].weight?.text, .weight, row, width)
      add(rows[row].score?.text, .score, row, width)
      add(rows[row].note, .note, row, width)
      add(rows[row].level1Weight?.text, .level1Weight, row, width)
      if !rows[row].details.isEmpty {
        for column in Self.details { add(rows[row].details[column], column, row, width) }
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

  private mutating func add(_ text: String?, _ column: IndicatorColumn, _ row: Int, _ width: Int) {
    guard let text else { return }
    if !isBlankText(text) { filled[column.ordinal].insert(row) }
    cells[row * width + column.ordinal] = text
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
