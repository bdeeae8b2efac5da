import FormModel
import FormTemplates
import FoundationEssentials
import YAMLText

/// `column-sum`: the weights of all rows, or of each level, add to what they should.
///
/// Says nothing of a form without weights, and cannot tell when one of them is no number.
struct ColumnSumCheck: Check {
  static let kind = "column-sum"
  /// `{sum}`, `{expected}`, `{difference}` (sum less expected), `{level}`.
  static let placeholders = ["sum", "difference", "level"]

  private let by: Grouping
  private let wanted: Wanted

  private enum Grouping: String, CaseIterable { case form, level1 }

  private enum Wanted {
    case number(Decimal)
    /// The points printed in the first-level cell.
    case printed
    /// The template's usual points of the first levels that the form has.
    case plan
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
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
    guard scope.rows.contains(where: { !isBlankText(scope.form.indicators[$0].weight?.text) }) else {
      return verdict
    }
    for row in scope.rows where !isBlankText(scope.form.indicators[row].weight?.text) {
      guard scope.form.indicators[row].weight?.value != nil else {
        verdict.cannotTell(Messages.unread(scope.context.template.label(of: .weight)))
        return verdict
      }
    }
    if by == .form { judgeForm(scope, &verdict) } else { judgeLevels(scope, &verdict) }
    return verdict
  }

  private func judgeForm(_ scope: Scope, _ verdict: inout Verdict) {
    guard case .number(let expected) = wanted else { return }
    verdict.look()
    let sum = weight(of: scope.rows, in: scope.form)
    if sum != expected { verdict.hit(hit(.form, sum, expected, level: "")) }
  }

  private func judgeLevels(_ scope: Scope, _ verdict: inout Verdict) {
    let groups = Dictionary(grouping: scope.rows) { scope.context.rows[$0].level1 ?? -1 }
    let sums = groups.mapValues { weight(of: $0, in: scope.form) }
    let plan = self.plan(for: sums, in: scope)
    for first in groups.keys.sorted() where first >= 0 {
      let name = scope.context.levels.firstNames[first]
      guard let expected = expected(name, groups[first] ?? [], plan, scope.form) else { continue }
      verdict.look()
      let sum = sums[first] ?? 0
      if sum != expected { verdict.hit(hit(.level(name, nil), sum, expected, level: name)) }
    }
  }

  private func expected(
    _ name: String, _ rows: [Int], _ plan: [String: Decimal]?, _ form: Form
  ) -> Decimal? {
    switch wanted {
    case .number(let value): value
    case .printed: rows.lazy.compactMap { form.indicators[$0].level1Weight?.value }.first
    case .plan: plan?[name]
    }
  }

  /// The accepted plan for the levels the form has that the sums come nearest to.
  private func plan(for sums: [Int: Decimal], in scope: Scope) -> [String: Decimal]? {
    guard case .plan = wanted else { return nil }
    let names = scope.context.levels.firstNames
    let present = Dictionary(
      uniqueKeysWithValues: sums.compactMap { $0.key < 0 ? nil : (names[$0.key], $0.value) })
    let plans = scope.context.template.weights.firstLevel.filter { Set($0.keys) == Set(present.keys) }
    return plans.first { $0 == present } ?? plans.first
  }

  private func weight(of rows: [Int], in form: Form) -> Decimal {
    rows.reduce(0) { $0 + (form.indicators[$1].weight?.value ?? 0) }
  }

  private func hit(_ path: FormPath, _ sum: Decimal, _ expected: Decimal, level: String) -> Hit {
    let values = ["sum": "\(sum)", "difference": "\(sum - expected)", "level": level]
    return Hit(path, found: "\(sum)", expected: "\(expected)", values: values)
  }
}
