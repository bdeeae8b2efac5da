import FormModel
import FormScoring
import FormTemplates

/// The results of a self-evaluation as rules look at them.
final class RowResults {
  let plan: ScoringPlan
  /// The form's points worked out anew.
  let sheet: ScoreSheet
  let rows: RowsByResult

  init(_ form: Form, plan: ScoringPlan) {
    self.plan = plan
    sheet = ScoreSheet(form, plan: plan)
    rows = RowsByResult(sheet)
  }

  func score(_ row: Int) -> Decimal? { sheet.rows[row].score }

  func weight(_ row: Int) -> Decimal? { sheet.rows[row].weight }

  /// A result that was held against its target.
  func measured(_ row: Int) -> Attainment.Measured? {
    guard case .measured(let measured) = sheet.rows[row].attainment else { return nil }
    return measured
  }
}

/// The rows by how their results stand to their targets, and their points to their weights.
struct RowsByResult {
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
    // By index: a row that is copied costs more than all that is asked of it.
    for row in sheet.rows.indices {
      if !sheet.rows[row].isExempt { counted.insert(row) }
      switch sheet.rows[row].attainment {
      case .measured(let value): add(value, row)
      case .answered: answered.insert(row)
      case .undecided: break
      }
      guard let score = sheet.rows[row].score, let weight = sheet.rows[row].weight else { continue }
      if score < weight { reduced.insert(row) }
      if weight > 0 { scored.insert(row) }
      if case .exactly(score) = sheet.rows[row].expected { exact.insert(row) }
    }
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
