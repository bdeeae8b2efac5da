import FormModel
import FormScoring

/// The rows of a self-evaluation by how their results stand to their targets, and their points to their weights.
struct RowResults {
  let sheet: ScoreSheet
  /// Rows that are not declared 不适用.
  private(set) var counted = RowSet()
  /// Rows whose result was held against their target, and those whose target is not kept.
  private(set) var measured = RowSet()
  private(set) var missed = RowSet()
  /// Rows whose number is to be reached, is a ceiling, or is 0.
  private(set) var atLeast = RowSet()
  private(set) var atMost = RowSet()
  private(set) var zero = RowSet()
  /// Rows whose result is one of the profile's answers.
  private(set) var answered = RowSet()
  /// Rows with points and a weight above 0, and those with fewer points than their weight.
  private(set) var scored = RowSet()
  private(set) var reduced = RowSet()
  /// Rows whose points are just what the result is worth.
  private(set) var exact = RowSet()

  init(_ sheet: ScoreSheet) {
    self.sheet = sheet
    for (row, own) in sheet.rows.enumerated() { add(own, row) }
  }

  private mutating func add(_ own: ScoreSheet.Row, _ row: Int) {
    if !own.isExempt { counted.insert(row) }
    switch own.attainment {
    case .measured(let value): add(value, row)
    case .answered: answered.insert(row)
    case .undecided: break
    }
    guard let score = own.score, let weight = own.weight else { return }
    if score < weight { reduced.insert(row) }
    if weight > 0 { scored.insert(row) }
    if case .exactly(score) = own.expected { exact.insert(row) }
  }

  private mutating func add(_ value: Attainment.Measured, _ row: Int) {
    measured.insert(row)
    if !value.isMet { missed.insert(row) }
    switch value.direction {
    case .atLeast: atLeast.insert(row)
    case .atMost: atMost.insert(row)
    case .zero: zero.insert(row)
    case .between, .byDate: break
    }
  }
}

extension Attainment.Measured {
  /// Whether the result is `limit` per cent of its target or more; most are told without a division.
  func reaches(_ limit: Decimal) -> Bool {
    guard let target, let actual else { return false }
    if target > 0 { return actual * 100 >= limit * target }
    return percent.map { $0 >= limit } ?? false
  }
}
