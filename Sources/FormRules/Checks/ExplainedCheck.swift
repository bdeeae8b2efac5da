import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `explained`: where something is out of the ordinary, a text says why; where a result is due, it is one.
struct ExplainedCheck: Check {
  static let kind = "explained"
  /// `{rate}`: the execution rate; `{limit}`; `{difference}` and `{share}`: of the row; `{word}`: what is hollow or missing;
  /// `{before}`: the initial budget.
  static let placeholders = ["rate", "limit", "difference", "share", "word", "state", "before"]

  private let due: Due
  private let limit: Decimal?
  private let findsBlank: Bool
  private let hollow: WordList?
  private let needs: WordList?
  private let anywhere: WordList?

  /// `due`: what has to be explained.
  private enum Due: String, CaseIterable {
    /// Points below the weight, or a missed target: in the row's note.
    case deduction
    /// A result of `limit` per cent of its target or more: in the row's note.
    case overshoot
    /// An execution rate below `limit`: anywhere.
    case lowExecution = "low-execution"
    /// An execution rate above 100 %: anywhere.
    case overExecution = "over-execution"
    /// An adjusted budget other than the initial one: anywhere.
    case budgetChange = "budget-change"
    /// 实际完成情况 of the goal.
    case result
    /// A satisfaction in per cent: who was asked.
    case satisfaction
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let due = try parameters.choice("due", of: Due.self) else {
      throw YAMLError(.missingKey("due"), at: parameters.mark)
    }
    self.due = due
    limit = try parameters.number("limit")
    findsBlank = try parameters.flag("blank")
    hollow = try parameters.words("hollow")
    needs = try parameters.words("needs")
    anywhere = try parameters.words("anywhere")
  }

  var isAboutRows: Bool { due == .deduction || due == .overshoot || due == .satisfaction }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    switch due {
    case .deduction, .overshoot: judgeRows(scope, &verdict)
    case .lowExecution, .overExecution: judgeExecution(scope, &verdict)
    case .budgetChange: judgeChange(scope, &verdict)
    case .result: judgeResult(scope, &verdict)
    case .satisfaction: judgeSatisfaction(scope, &verdict)
    }
    return verdict
  }
}

// MARK: Rows

extension ExplainedCheck {
  private func judgeRows(_ scope: Scope, _ verdict: inout Verdict) {
    guard let results = scope.context.results, scope.context.has(.column(.note)) else { return }
    for row in scope.rows.intersection(results.rows.counted).intersection(dueRows(results, scope)) {
      verdict.look()
      guard let fault = fault(row, scope.table) else { continue }
      var values = values(row, results)
      values["word"] = fault.word
      verdict.hit(Hit(.indicator(row, .note), found: fault.note, values: values))
    }
  }

  private func dueRows(_ results: RowResults, _ scope: Scope) -> RowSet {
    guard due == .overshoot else {
      var rows = results.rows.reduced
      rows.formUnion(results.rows.missed)
      return rows
    }
    guard let limit else { return RowSet() }
    return RowSet(
      results.rows.atLeast.lazy.filter { row in
        results.measured(row)?.reaches(limit) == true && !isOneMore(row, scope.form)
      })
  }

  /// The note of a row that is no reason, and what makes it none.
  private func fault(_ row: Int, _ table: RowTable) -> (note: String?, word: String?)? {
    guard table.filled(.note).contains(row) else { return findsBlank ? (nil, nil) : nil }
    return emptiness(of: table.text(row, .note)).map { (table.cell(row, .note), $0) }
  }

  /// The placeholders of a row that has to be explained.
  private func values(_ row: Int, _ results: RowResults) -> [String: String] {
    let share = results.measured(row)?.percent.map { "\($0.rounded(decimals: 0))" }
    var values = ["share": share ?? "", "limit": limit.map { "\($0)" } ?? ""]
    if due == .overshoot { return values }
    guard results.rows.reduced.contains(row), let score = results.score(row), let weight = results.weight(row)
    else {
      values["state"] = Messages.missed
      return values
    }
    values["difference"] = "\(weight - score)"
    values["state"] = Messages.lost(weight - score)
    return values
  }

  /// Whether the result is one piece above the target: 2个 for ≥1个 needs no reason.
  private func isOneMore(_ row: Int, _ form: Form) -> Bool {
    let wanted = form.indicators[row].target?.meaning
    guard case .quantity(let target) = wanted,
      case .quantity(let actual) = form.indicators[row].actual?.meaning
    else { return false }
    switch UnitWord(wanted) {
    case .count, .person, .other, Optional.none: return actual.value - target.value == 1
    default: return false
    }
  }

  /// What makes a reason none: it is a hollow word, or no measure is named.
  private func emptiness(of text: PlainText) -> String? {
    if let hollow, let word = hollow.match(in: text) { return Messages.hollow(word) }
    if let needs, !needs.occurs(in: text) { return Messages.noMeasure }
    return nil
  }
}

// MARK: The form

extension ExplainedCheck {
  private func judgeExecution(_ scope: Scope, _ verdict: inout Verdict) {
    guard let (index, line, execution) = scope.context.total,
      let rate = execution?.percent ?? line.printedRate
    else { return }
    verdict.look()
    guard due == .overExecution ? rate > 100 : rate < (limit ?? 0) else { return }
    guard !isExplained(scope) else { return }
    let values = ["rate": "\(rate.rounded(decimals: 2))", "limit": limit.map { "\($0)" } ?? ""]
    verdict.hit(Hit(.budget(index, .rate), found: line[.rate], values: values))
  }

  private func judgeChange(_ scope: Scope, _ verdict: inout Verdict) {
    guard let (index, line, _) = scope.context.total, let before = line[.initial],
      let after = line[.adjusted]
    else { return }
    let unit = scope.context.moneyUnit
    guard let old = Amount(before, unit: unit).value,
      let new = before == after ? old : Amount(after, unit: unit).value
    else { return }
    verdict.look()
    guard old != new, !isExplained(scope) else { return }
    let values = ["difference": "\(new - old)", "before": before]
    verdict.hit(Hit(.budget(index, .adjusted), found: after, values: values))
  }

  private func isExplained(_ scope: Scope) -> Bool {
    guard let anywhere else { return false }
    return scope.context.selfEvaluationTexts.contains(where: anywhere.occurs)
  }

  private func judgeResult(_ scope: Scope, _ verdict: inout Verdict) {
    guard scope.context.has(.field(.actualGoal)) else { return }
    verdict.look()
    let text = scope.form[.actualGoal]
    let path = FormPath.field(.actualGoal)
    guard let text, !isBlankText(text) else {
      return verdict.hit(Hit(path, values: ["state": Messages.state(nil)]))
    }
    let own = scope.context.text(of: .actualGoal)
    if scope.form[.annualGoal] != nil, isCopy(own.text, of: scope.context.text(of: .annualGoal).text) {
      let state = Messages.copied(scope.context.label(of: .annualGoal))
      verdict.hit(Hit(path, found: text, values: ["state": state]))
    } else if let hollow, hollow.makesUp(own.text) {
      verdict.hit(Hit(path, found: text, values: ["state": Messages.state(text)]))
    }
  }

  /// Whether a result is the goal or a piece of it, whatever signs stand between the words; a short one may be so.
  private func isCopy(_ result: String, of goal: String) -> Bool {
    if isSameBytes(result, goal) { return true }
    let (own, whole) = (Letters(result), Letters(goal))
    return own.bytes == whole.bytes || own.count >= Self.leastCopy && whole.hold(own)
  }

  private static let leastCopy = 12

  /// One finding for all rows: the survey behind them is one.
  private func judgeSatisfaction(_ scope: Scope, _ verdict: inout Verdict) {
    let rows = RowSet(
      scope.filledRows(.actual).lazy.filter { row in
        UnitWord(scope.form.indicators[row].actual?.meaning) == .percent
      })
    guard let first = rows.first else { return }
    verdict.look()
    let columns: [IndicatorColumn] = [.level3, .actual, .note, .explanation, .formula, .dataSource]
    guard let anywhere else { return }
    let isSaid = columns.contains { column in
      let filled = rows.intersection(scope.table.filled(column))
      return !scope.table.rows(filled, having: anywhere, in: column).isEmpty
    }
    guard !isSaid, !isExplained(scope) else { return }
    verdict.hit(Hit(.indicator(first, .actual), found: scope.form.indicators[first].actual?.text))
  }
}
