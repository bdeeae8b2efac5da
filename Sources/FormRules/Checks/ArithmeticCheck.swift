import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `arithmetic`: what a self-evaluation computes: execution rate and points, total, grade.
///
/// A difference that a habit of rounding explains is a remark, whatever the rule's severity.
struct ArithmeticCheck: Check {
  static let kind = "arithmetic"
  /// `{how}`: the computation; `{difference}`; `{limit}`; `{habit}`: the rounding that explains the difference, or
  /// nothing; `{line}`: the budget line; `{rate}`: the execution rate.
  static let placeholders = ["how", "difference", "limit", "habit", "line", "rate"]

  private let subject: Subject
  private let limit: Decimal?
  /// An execution rate from which no reason is asked for.
  private let enough: Decimal?
  /// What counts as a reason for money that was not spent.
  private let anywhere: WordList?

  /// `of`: what is computed.
  private enum Subject: String, CaseIterable {
    case executionRate = "execution-rate"
    case executionScore = "execution-score"
    case executionWeight = "execution-weight"
    case total
    case rescaledTotal = "rescaled-total"
    case grade
    /// The share of points against the execution rate.
    case pointsAgainstExecution = "points-against-execution"
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let subject = try parameters.choice("of", of: Subject.self) else {
      throw YAMLError(.missingKey("of"), at: parameters.mark)
    }
    self.subject = subject
    limit = try parameters.number("limit")
    enough = try parameters.number("enough")
    anywhere = try parameters.words("anywhere")
  }

  var isAboutRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    guard let results = scope.context.results else { return verdict }
    switch subject {
    case .executionRate: judgeRates(scope, results.plan.rate, &verdict)
    case .executionScore: judgeExecutionScore(scope, results.plan.executionScore, &verdict)
    case .executionWeight: judgeExecutionWeight(scope, &verdict)
    case .total: judgeTotal(scope, results, &verdict)
    case .rescaledTotal: judgeRescaled(scope, results, &verdict)
    case .grade: judgeGrade(scope, results, &verdict)
    case .pointsAgainstExecution: judgePoints(scope, results.sheet, &verdict)
    }
    return verdict
  }
}

// MARK: Execution

extension ArithmeticCheck {
  private func judgeRates(_ scope: Scope, _ habits: RoundingHabits, _ verdict: inout Verdict) {
    let total = scope.context.total
    for (index, line) in scope.form.budget.enumerated() where line[.rate] != nil {
      let isTotal = index == total?.index
      let known = isTotal ? total?.execution : scope.context.execution(of: line)
      guard let printed = line.printedRate, let execution = known, let exact = execution.percent
      else { continue }
      verdict.look()
      // The only line with money repeats the total: one cause, one finding.
      if !isTotal, let total, Self.sameCells(line, total.line) { continue }
      switch rateVerdict(printed, exact, execution, habits) {
      case .agrees: continue
      case .explained(let habit):
        if isTotal { verdict.hit(rateHit(index, line, exact, habit)) }
      case .differs: verdict.hit(rateHit(index, line, exact, nil))
      }
    }
  }

  private enum Difference {
    case agrees, differs
    case explained(String)
  }

  private func rateVerdict(
    _ printed: Decimal, _ exact: Decimal, _ execution: Execution, _ habits: RoundingHabits
  ) -> Difference {
    switch habits.verdict(printed: printed, exact: exact) {
    case .agrees: return .agrees
    case .explained(let rounding): return .explained(Messages.habit(rounding))
    case .differs: break
    }
    // 0.9999 for 99.99 %.
    if printed <= 1, exact > 2, habits.verdict(printed: printed * 100, exact: exact) != .differs {
      return .agrees
    }
    let step = Decimal(sign: .plus, exponent: -2, significand: 1)
    if let bounds = execution.bounds, printed >= bounds.lowerBound - step, printed <= bounds.upperBound + step
    {
      return .explained(Messages.roundedAmounts)
    }
    return .differs
  }

  private func rateHit(
    _ index: Int, _ line: BudgetLine, _ exact: Decimal, _ habit: String?
  ) -> Hit {
    let rate = "\(exact.rounded(decimals: habit == nil ? 2 : 4))%"
    var hit = Hit(
      .budget(index, .rate), found: line[.rate], expected: habit == nil ? rate : nil,
      values: [
        "how": Self.equation(line), "habit": habit ?? "", "line": FormContext.label(ofBudgetLine: line.line),
        "expected": rate,
      ])
    hit.severity = habit == nil ? nil : .info
    return hit
  }

  /// `181.54 ÷ 340.08`, as printed.
  private static func equation(_ line: BudgetLine) -> String {
    "\(line[.executed] ?? "") ÷ \(line[.adjusted] ?? line[.initial] ?? "")"
  }

  private static func sameCells(_ a: BudgetLine, _ b: BudgetLine) -> Bool {
    a[.rate] == b[.rate] && a[.executed] == b[.executed]
      && (a[.adjusted] ?? a[.initial]) == (b[.adjusted] ?? b[.initial])
  }

  private func judgeExecutionScore(_ scope: Scope, _ habits: RoundingHabits, _ verdict: inout Verdict) {
    guard let (index, line, execution) = scope.context.total, let weight = line.weight,
      let score = line.score
    else { return }
    guard let exact = execution?.points(weight: weight) else { return }
    verdict.look()
    var outcome = habits.verdict(printed: score, exact: exact)
    // A rate that is itself wrong has its own finding.
    if outcome == .differs, let rate = line.printedRate {
      outcome = habits.verdict(printed: score, exact: max(0, min(weight, weight * rate / 100)))
    }
    guard outcome != .agrees else { return }
    let rate = execution?.percent.map { "\($0.rounded(decimals: 2))" } ?? ""
    let expected = habits.printed(exact)
    var hit = Hit(
      .budget(index, .score), found: line[.score], expected: "\(expected)",
      values: [
        "how": "\(weight) × \(rate)%", "rate": rate, "difference": "\(score - expected)", "habit": "",
      ])
    if case .explained(let rounding) = outcome {
      hit.values["habit"] = Messages.habit(rounding)
      hit.severity = .info
      hit.values["expected"] = "\(exact.rounded(decimals: 4))"
      hit.expected = nil
      hit.values["how"] = "\(weight) × \((execution?.percent ?? 0).rounded(decimals: 4))%"
    }
    verdict.hit(hit)
  }

  private func judgeExecutionWeight(_ scope: Scope, _ verdict: inout Verdict) {
    guard let limit, limit > 0, let (index, line, _) = scope.context.total, let weight = line.weight
    else { return }
    verdict.look()
    guard weight != limit else { return }
    verdict.hit(
      Hit(.budget(index, .weight), found: line[.weight], expected: "\(limit)", values: ["limit": "\(limit)"]))
  }

  private func judgePoints(_ scope: Scope, _ sheet: ScoreSheet, _ verdict: inout Verdict) {
    guard let limit, let rate = sheet.execution?.percent, let score = sheet.rowScore,
      let weight = sheet.rowWeight,
      weight > 0, let (index, _, _) = scope.context.total
    else { return }
    verdict.look()
    let share = score / weight * 100
    guard share - rate > limit * share / 100, rate == 0 || !isExplained(scope) else { return }
    let values = [
      "how": "\(score) ÷ \(weight)", "rate": "\(rate.rounded(decimals: 2))", "limit": "\(limit)",
      "difference": "\((share - rate).rounded(decimals: 2))",
    ]
    // Where the low rate is asked about anyway, only a project that spent nothing is worth a second word.
    let path = FormPath.budget(index, rate == 0 ? .executed : .rate)
    var hit = Hit(path, found: "\(share.rounded(decimals: 2))", values: values)
    if let enough, rate >= enough { hit.severity = .info }
    verdict.hit(hit)
  }
}

extension ArithmeticCheck {
  private func isExplained(_ scope: Scope) -> Bool {
    guard let anywhere else { return false }
    return scope.context.selfEvaluationTexts.contains(where: anywhere.occurs)
  }
}

// MARK: Total and grade

extension ArithmeticCheck {
  private func judgeTotal(
    _ scope: Scope, _ results: RowResults, _ verdict: inout Verdict
  ) {
    let (sheet, habits) = (results.sheet, results.plan.score)
    guard let text = scope.form[.totalScore], !isBlankText(text), !sheet.rows.isEmpty else { return }
    guard let printed = decimal(printed: text) else {
      return verdict.cannotTell(Messages.unread(scope.context.label(of: .totalScore)))
    }
    guard let total = sheet.total else {
      return verdict.cannotTell(Messages.partlyBlank(scope.context.label(of: .score)))
    }
    verdict.look()
    if let rescaled = sheet.rescaledTotal, habits.verdict(printed: printed, exact: rescaled) != .differs {
      return
    }
    let outcome = habits.verdict(printed: printed, exact: total)
    guard outcome != .agrees else { return }
    let execution = sheet.executionScore ?? 0
    var hit = Hit(
      .field(.totalScore), found: text, expected: "\(total)",
      values: [
        "how": "\(total - execution) + \(execution)", "difference": "\(printed - total)", "habit": "",
      ])
    if case .explained(let rounding) = outcome {
      hit.values["habit"] = Messages.habit(rounding)
      hit.severity = .info
    }
    verdict.hit(hit)
  }

  private func judgeRescaled(
    _ scope: Scope, _ results: RowResults, _ verdict: inout Verdict
  ) {
    let sheet = results.sheet
    guard let exact = sheet.rescaledTotal, let total = sheet.total, let base = sheet.base,
      let text = scope.form[.totalScore], let printed = decimal(printed: text)
    else { return }
    verdict.look()
    guard results.plan.score.verdict(printed: printed, exact: exact) == .differs else { return }
    verdict.hit(
      Hit(
        .field(.totalScore), found: text, expected: "\(exact.rounded(decimals: 2))",
        values: ["how": "\(total) ÷ \(base) × 100"]))
  }

  private func judgeGrade(
    _ scope: Scope, _ results: RowResults, _ verdict: inout Verdict
  ) {
    guard let text = scope.form[.grade], !isBlankText(text) else { return }
    let printed = scope.form[.totalScore].flatMap(decimal(printed:))
    guard let total = printed ?? results.sheet.total, let expected = results.plan.grade(of: total) else {
      return verdict.cannotTell(Messages.blank(scope.context.label(of: .totalScore)))
    }
    let grade = plain(text)
    guard results.plan.grades.contains(where: { $0.name == grade }) else {
      return verdict.cannotTell(Messages.unknownGrade(text))
    }
    verdict.look()
    guard expected.name != grade else { return }
    let steps = results.plan.grades.map { "\($0.name) ≥\($0.from)" }.joined(separator: Messages.separator)
    verdict.hit(
      Hit(.field(.grade), found: text, expected: expected.name, values: ["how": steps, "limit": "\(total)"]))
  }
}
