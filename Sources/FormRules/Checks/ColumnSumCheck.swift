import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `column-sum`: the weights of all rows, or of each level, add to what they should.
///
/// Says nothing of a form without weights, and cannot tell when one of them is no number or missing.
struct ColumnSumCheck: Check {
  static let kind = "column-sum"
  /// `{sum}`, `{expected}`, `{difference}` (sum less expected), `{gap}` (the same in words: `多 5`), `{level}`.
  /// `{parts}`: what was added.
  static let placeholders = ["sum", "difference", "gap", "level", "parts"]

  private let by: Grouping
  private let wanted: Wanted
  private let other: Decimal?
  private let otherIfNamed: WordList?
  private let withExecution: Decimal?

  private enum Grouping: String, CaseIterable { case form, level1 }

  private enum Wanted {
    case number(Decimal)
    /// The points printed in the first-level cell.
    case printed
    /// The template's usual points of the first levels that the form has.
    case plan
  }

  /// In a self-evaluation the points of 预算执行率 are added, and the sum must be `with-execution`. `or-equals` is as good as `equals` in a form with a row that is named by one of `if-named`.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    other = try parameters.number("or-equals")
    otherIfNamed = try parameters.words("if-named")
    withExecution = try parameters.number("with-execution")
    by = try parameters.choice("by", of: Grouping.self) ?? .form
    switch try parameters.text("equals") {
    case "printed"?: wanted = .printed
    case "first-level-plan"?: wanted = .plan
    case let text?:
      guard let value = decimal(printed: text) else {
        throw YAMLError(
          .unknownValue(text, key: "equals", allowed: ["printed", "first-level-plan", "90"]),
          at: parameters.mark)
      }
      wanted = .number(value)
    case nil: throw YAMLError(.missingKey("equals"), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let weighted = scope.filledRows(.weight)
    guard !weighted.isEmpty else { return verdict }
    let weights = scope.table.weights
    if weighted.contains(where: { weights[$0] == nil }) {
      verdict.cannotTell(Messages.unread(scope.context.label(of: .weight)))
    } else if case .printed = wanted {
      judgePrinted(scope, &verdict)
    } else if !scope.rows.subtracting(weighted).isEmpty {
      verdict.cannotTell(Messages.partlyBlank(scope.context.label(of: .weight)))
    } else if by == .form {
      judgeForm(scope, &verdict)
    } else {
      judgeLevels(scope, &verdict)
    }
    return verdict
  }

  private func judgeForm(_ scope: Scope, _ verdict: inout Verdict) {
    guard case .number(let expected) = wanted else { return judgePlan(scope, &verdict) }
    verdict.look()
    let sum = weight(of: scope.rows, in: scope.table)
    if let withExecution, scope.form.kind == .selfEvaluation {
      let all = sum + (scope.context.total?.line.weight ?? 0)
      if all != withExecution {
        var hit = hit(.form, all, withExecution, level: "")
        hit.values["parts"] = Messages.rowsAndExecution
        verdict.hit(hit)
      }
      return
    }
    if sum != expected, !isOther(sum, scope) { verdict.hit(hit(.form, sum, expected, level: "")) }
  }

  private func isOther(_ sum: Decimal, _ scope: Scope) -> Bool {
    guard let other, let otherIfNamed, sum == other else { return false }
    return scope.rows.contains { otherIfNamed.occurs(in: scope.table.name($0)) }
  }

  /// Levels as the form prints them: the points in their cells need no template.
  private func judgePrinted(_ scope: Scope, _ verdict: inout Verdict) {
    if scope.filledRows(.level1Weight).isEmpty { return }
    var names: [String] = []
    var groups: [String: [Int]] = [:]
    for row in scope.rows {
      let name = plain(scope.form.indicators[row].level1)
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(row)
    }
    for name in names {
      let rows = groups[name] ?? []
      guard let expected = rows.lazy.compactMap({ scope.form.indicators[$0].level1Weight?.value }).first
      else { continue }
      verdict.look()
      let sum = weight(of: rows, in: scope.table)
      guard sum != expected else { continue }
      if rows.contains(where: { isBlankText(scope.form.indicators[$0].weight?.text) }) {
        verdict.cannotTell(Messages.partlyBlank(scope.context.label(of: .weight)))
      } else {
        let printed = rows.first.map { scope.form.indicators[$0].level1 } ?? name
        verdict.hit(hit(.level(printed, nil), sum, expected, level: printed))
      }
    }
  }

  /// All levels in one finding: the points of one are those that another lacks.
  private func judgePlan(_ scope: Scope, _ verdict: inout Verdict) {
    guard let plan = plan(in: scope) else { return }
    verdict.look()
    let names = scope.context.levels.firstNames
    let groups = Dictionary(grouping: scope.rows) { scope.context.rows[$0].level1 ?? -1 }
    let present = groups.keys.sorted().filter { $0 >= 0 }.map { first in
      (name: names[first], sum: weight(of: groups[first] ?? [], in: scope.table))
    }
    guard present.contains(where: { plan[$0.name] != $0.sum }) else { return }
    let sum = present.map { "\($0.name) \($0.sum)" }.joined(separator: Messages.separator)
    let expected = present.map { "\($0.name) \(plan[$0.name] ?? 0)" }.joined(separator: Messages.separator)
    verdict.hit(Hit(.form, found: sum, expected: expected, values: ["sum": sum]))
  }

  private func judgeLevels(_ scope: Scope, _ verdict: inout Verdict) {
    let groups = Dictionary(grouping: scope.rows) { scope.context.rows[$0].level1 ?? -1 }
    let plan = self.plan(in: scope)
    for first in groups.keys.sorted() where first >= 0 {
      let name = scope.context.levels.firstNames[first]
      guard let expected = expected(name, plan) else { continue }
      verdict.look()
      let sum = weight(of: groups[first] ?? [], in: scope.table)
      if sum != expected { verdict.hit(hit(.level(name, nil), sum, expected, level: name)) }
    }
  }

  private func expected(_ name: String, _ plan: [String: Decimal]?) -> Decimal? {
    switch wanted {
    case .number(let value): value
    case .plan: plan?[name]
    case .printed: nil
    }
  }

  /// The accepted plan for the levels that the form has: the one it keeps, else the most usual.
  ///
  /// `nil` when all weights do not add to the plan's points: then no level is to blame.
  private func plan(in scope: Scope) -> [String: Decimal]? {
    guard case .plan = wanted else { return nil }
    var present: [String: Decimal] = [:]
    for row in scope.table.all {
      guard let first = scope.context.rows[row].level1 else { return nil }
      let weight = scope.table.weights[row] ?? 0
      present[scope.context.levels.firstNames[first], default: 0] += weight
    }
    let total = present.values.reduce(0, +)
    let plans = scope.context.template.weights.firstLevel.filter { plan in
      Set(plan.keys) == Set(present.keys) && plan.values.reduce(0, +) == total
    }
    return plans.first { $0 == present } ?? plans.first
  }

  private func weight(of rows: some Sequence<Int>, in table: RowTable) -> Decimal {
    let weights = table.weights
    return rows.reduce(0) { $0 + (weights[$1] ?? 0) }
  }

  private func hit(_ path: FormPath, _ sum: Decimal, _ expected: Decimal, level: String) -> Hit {
    let values = [
      "sum": "\(sum)", "difference": "\(sum - expected)", "gap": Messages.gap(sum - expected), "level": level,
      "parts": Messages.eachRow,
    ]
    return Hit(path, found: "\(sum)", expected: "\(expected)", values: values)
  }
}
