import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `attainment`: results and points of a self-evaluation, row by row, held against the targets.
struct AttainmentCheck: Check {
  static let kind = "attainment"
  /// `{points}`: what the result is worth; `{how}`: the computation; `{share}`: result ÷ target in per cent;
  /// `{deviation}`: the same less 100; `{habit}`: the rounding that explains the difference, or nothing; `{subject}`:
  /// the row in quotes or how many rows; `{band}`: the answer's points; `{limit}`.
  static let placeholders = ["points", "how", "share", "deviation", "habit", "subject", "band", "limit"]

  let finds: Finds
  private let limit: Decimal?
  /// Within the year: far behind under the one, ahead over the other, in per cent of the pro-rata target.
  private let far: Decimal?
  private let ahead: Decimal?
  private let except: WordList?

  /// `finds`: what is wrong.
  enum Finds: String, CaseIterable, Sendable {
    /// The target is a number, the result is none.
    case notNumeric = "not-numeric"
    /// The target is missed and has the whole weight.
    case fullThoughMissed = "full-though-missed"
    /// Other points than those of a target that is to be reached.
    case positivePoints = "positive-points"
    /// Other points than those of a ceiling.
    case reversePoints = "reverse-points"
    /// Other points than those of a target of 0.
    case zeroPoints = "zero-points"
    /// Points below 0 or above the weight.
    case scoreRange = "score-range"
    /// Points beyond those of the answer.
    case bandPoints = "band-points"
    /// An answer to a qualitative target that only repeats it, or a bare word.
    case answer
    /// A result of `limit` per cent of its target or more.
    case overshoot
    /// Every row just on its target, and full.
    case allExact = "all-exact"
    /// Within the year: less than `limit` per cent of the pro-rata target, or more than `ahead`.
    case behind
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let finds = try parameters.choice("finds", of: Finds.self) else {
      throw YAMLError(.missingKey("finds"), at: parameters.mark)
    }
    self.finds = finds
    limit = try parameters.number("limit")
    far = try parameters.number("far")
    ahead = try parameters.number("ahead")
    except = try parameters.words("except")
  }

  var isAboutRows: Bool { true }

  var needsRows: Bool { finds != .allExact }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    guard let results = scope.context.results else { return verdict }
    let rows = scope.rows.intersection(results.rows.counted)
    switch finds {
    case .answer: judgeAnswers(scope, rows, results, &verdict)
    case .allExact: judgeAll(scope, results, &verdict)
    case .behind: judgeProgress(scope, results, &verdict)
    case .notNumeric: for row in numericRows(rows, scope) { judgeNumber(row, results, scope, &verdict) }
    case .overshoot:
      for row in rows.intersection(results.rows.atLeast) { judgeOvershoot(row, results, scope, &verdict) }
    case .bandPoints:
      for row in rows.intersection(results.rows.answered) { judgeBand(row, results, scope, &verdict) }
    case .scoreRange: for row in rows { judgeRange(row, results, scope, &verdict) }
    case .positivePoints, .reversePoints, .zeroPoints, .fullThoughMissed:
      judgePoints(rows, results, scope, &verdict)
    }
    return verdict
  }
}

// MARK: Results

extension AttainmentCheck {
  /// The rows whose target is a number and whose result is there.
  private func numericRows(_ rows: RowSet, _ scope: Scope) -> RowSet {
    scope.table.rows(rows, of: ValueKinds([MeaningKind.quantity, .range]))
      .intersection(scope.table.filled(.actual))
  }

  private func judgeNumber(_ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict) {
    guard case .undecided(let reason) = results.sheet.rows[row].attainment else { return verdict.look() }
    let indicator = scope.form.indicators[row]
    guard let actual = indicator.actual else { return }
    switch reason {
    case .actualNotNumeric:
      // 下降5.4% and 全部在30分钟内 say how much, in words that are not understood.
      if actual.text.unicodeScalars.contains(where: { ("0"..."9").contains(folded($0)) }) {
        return verdict.cannotTell(Messages.unreadResult(indicator.level3))
      }
    case .actualMissing: break
    case .unitsDiffer:
      // 12场 for 12次 may be the same thing; 12万元 for 12场 is not.
      guard UnitWord(actual.meaning) != UnitWord(indicator.target?.meaning) else {
        return verdict.cannotTell(Messages.otherUnit(indicator.level3))
      }
    case .maybeFraction: return verdict.cannotTell(Messages.maybeFraction(indicator.level3))
    case .targetMissing, .noDirection, .unknownAnswer: return verdict.look()
    }
    verdict.look()
    verdict.hit(Hit(.indicator(row, .actual), found: actual.text))
  }

  private func judgeOvershoot(
    _ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict
  ) {
    guard let limit, let measured = results.measured(row), let target = measured.target,
      measured.actual != nil, target != 0
    else { return }
    verdict.look()
    guard measured.reaches(limit), let percent = measured.percent else { return }
    let values = [
      "share": "\(percent.rounded(decimals: 0))", "deviation": "\((percent - 100).rounded(decimals: 0))",
      "limit": "\(limit)",
    ]
    verdict.hit(Hit(.indicator(row, .actual), found: scope.form.indicators[row].actual?.text, values: values))
  }

  /// An answer that says nothing: the target once more, or a word that is no answer. A form that answers all its
  /// targets so is one finding.
  private func judgeAnswers(
    _ scope: Scope, _ rows: RowSet, _ results: RowResults, _ verdict: inout Verdict
  ) {
    let wordy = scope.table.rows(rows, of: ValueKinds([MeaningKind.qualitative, .graded]))
      .intersection(scope.table.filled(.actual))
    let answered = wordy.count
    var hollow: [Int] = []
    verdict.look(at: answered)
    for row in wordy {
      guard case .undecided(.unknownAnswer) = results.sheet.rows[row].attainment else { continue }
      let answer = scope.table.text(row, .actual)
      guard isSameBytes(answer.text, scope.table.text(row, .target).text),
        !(except?.occurs(in: answer) ?? false)
      else { continue }
      hollow.append(row)
    }
    if hollow.isEmpty { return }
    let texts = hollow.map { scope.form.indicators[$0].actual?.text ?? "" }
    if hollow.count >= 3, hollow.count * 2 > answered {
      let sample = texts.prefix(3).joined(separator: Messages.separator)
      let first = FormPath.indicator(hollow[0], .actual)
      return verdict.hit(Hit(first, found: sample, values: ["subject": Messages.rows(hollow.count)]))
    }
    for (row, text) in zip(hollow, texts) {
      let name = Messages.quoted(scope.form.indicators[row].level3)
      verdict.hit(Hit(.indicator(row, .actual), found: text, values: ["subject": name]))
    }
  }

  private func judgeAll(_ scope: Scope, _ results: RowResults, _ verdict: inout Verdict) {
    let all = scope.table.all
    guard all.count >= 4, all.allSatisfy({ results.score($0) != nil && results.weight($0) != nil }) else {
      return
    }
    verdict.look()
    let isExact = all.allSatisfy { row in
      guard results.score(row) == results.weight(row) else { return false }
      if let measured = results.measured(row) { return measured.percent == 100 }
      let indicator = scope.form.indicators[row]
      guard let target = indicator.target, let actual = indicator.actual else { return false }
      return plain(target.text) == plain(actual.text)
    }
    // Where most results are words that repeat the target, it is these that are asked about.
    guard isExact, results.rows.measured.count * 2 >= all.count else { return }
    verdict.hit(Hit(.form, values: ["subject": Messages.rows(all.count)]))
  }

  /// What is due on a day is the target's share of the days that have passed of the year.
  private func judgeProgress(_ scope: Scope, _ results: RowResults, _ verdict: inout Verdict) {
    guard let limit, let day = scope.context.asOf, let year = scope.form.year, day.year == year else {
      return
    }
    let passed = Decimal((1..<day.month).reduce(day.day) { $0 + CalendarDate.days(inMonth: $1, of: year) })
    let length = Decimal(365 + (CalendarDate.days(inMonth: 2, of: year) - 28))
    for row in scope.rows.intersection(results.rows.atLeast) {
      guard let percent = results.measured(row)?.percent,
        UnitWord(scope.form.indicators[row].target?.meaning) != .percent
      else { continue }
      verdict.look()
      let share = percent * length / passed
      guard let band = band(of: share, limit) else { continue }
      let values = [
        "share": "\(share.rounded(decimals: 0))", "limit": "\(limit)", "how": "\(day)", "band": band,
      ]
      verdict.hit(
        Hit(.indicator(row, .actual), found: scope.form.indicators[row].actual?.text, values: values))
    }
  }
}

extension AttainmentCheck {
  private func band(of share: Decimal, _ limit: Decimal) -> String? {
    if let far, share < far { return Messages.farBehind }
    if share < limit { return Messages.behind }
    if let ahead, share > ahead { return Messages.ahead }
    return nil
  }
}

// MARK: Points

extension AttainmentCheck {
  private func judgeRange(_ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict) {
    guard let score = results.score(row), let weight = results.weight(row) else { return }
    verdict.look()
    guard score < 0 || score > weight else { return }
    verdict.hit(
      Hit(.indicator(row, .score), found: scope.form.indicators[row].score?.text, expected: "0～\(weight)"))
  }

  private func judgeBand(_ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict) {
    let own = results.sheet.rows[row]
    guard case .answered(let band) = own.attainment, case .between(let low, let high) = own.expected,
      let score = own.score
    else { return }
    verdict.look()
    guard score < low || score > high else { return }
    let values = ["points": "\(low)～\(high)", "band": "\(band.from)%～\(band.to)%"]
    verdict.hit(
      Hit(
        .indicator(row, .score), found: scope.form.indicators[row].score?.text, expected: values["points"],
        values: values))
  }

  private func judgePoints(
    _ rows: RowSet, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict
  ) {
    let mine = rows.intersection(results.rows.scored).intersection(asked(results.rows))
    verdict.look(at: mine.count)
    let open =
      finds == .fullThoughMissed
      ? mine.intersection(results.rows.missed) : mine.subtracting(results.rows.exact)
    for row in open { judgePoints(row, results.sheet.rows[row], results.plan, scope, &verdict) }
  }

  private func asked(_ rows: RowsByResult) -> RowSet {
    switch finds {
    case .positivePoints: rows.atLeast
    case .reversePoints: rows.atMost
    case .zeroPoints: rows.zero
    default: rows.measured.subtracting(rows.zero)
    }
  }

  private func judgePoints(
    _ row: Int, _ own: ScoreSheet.Row, _ plan: ScoringPlan, _ scope: Scope, _ verdict: inout Verdict
  ) {
    guard case .measured(let measured) = own.attainment, let score = own.score, let weight = own.weight
    else { return }
    let outcome = own.expected.verdict(printed: score, habits: plan.score)
    if finds == .fullThoughMissed {
      if !measured.isMet, score >= weight, isLess(own.expected, than: weight, outcome) {
        verdict.hit(hit(row, own, plan, measured, scope))
      }
      return
    }
    // A result far above its target may have been cut for it: overshoot-points speaks about that.
    if measured.isMet, let limit, let percent = measured.percent, percent >= limit, score < weight { return }
    guard outcome != .agrees else { return }
    var found = hit(row, own, plan, measured, scope)
    if case .explained(let rounding) = outcome {
      found.severity = .info
      found.values["habit"] = Messages.habit(rounding)
    } else if agreesOtherwise(own, plan, score, weight) {
      found.severity = .info
      found.values["habit"] = Messages.otherReverse
    }
    verdict.hit(found)
  }

  private func isLess(
    _ expected: ExpectedPoints, than weight: Decimal, _ outcome: RoundingHabits.Verdict
  ) -> Bool {
    switch expected {
    case .exactly(let points): points < weight && outcome == .differs
    case .open, .below: true
    case .between: false
    }
  }

  /// Whether the other profile for a ceiling gives the printed points.
  private func agreesOtherwise(
    _ own: ScoreSheet.Row, _ plan: ScoringPlan, _ score: Decimal, _ weight: Decimal
  ) -> Bool {
    guard finds == .reversePoints else { return false }
    let other: ScoringPlan.Reverse = plan.reverse == .linear ? .ratio : .linear
    return plan.points(for: own.attainment, weight: weight, reverse: other).verdict(
      printed: score, habits: plan.score) != .differs
  }

  private func hit(
    _ row: Int, _ own: ScoreSheet.Row, _ plan: ScoringPlan, _ measured: Attainment.Measured, _ scope: Scope
  ) -> Hit {
    let indicator = scope.form.indicators[row]
    var points = Messages.lessThanWeight
    if case .exactly(let exact) = own.expected { points = "\(exact.rounded(decimals: 2))" }
    let how = measured.isMet ? Messages.met : Messages.missed
    return Hit(
      .indicator(row, .score), found: indicator.score?.text, expected: points,
      values: ["points": points, "how": how, "habit": ""])
  }
}
