import FormComparison
import FormModel
import FoundationEssentials
import YAMLText

/// `changed`: what a self-evaluation has otherwise than the form that was approved.
///
/// Without an approved form it does not apply.
struct ChangedCheck: Check {
  static let kind = "changed"
  /// `{row}`: the name of the row; `{before}`, `{after}`: what stands in the approved form and in the
  /// self-evaluation; `{extent}`: by how much; `{direction}`: whether the target became easier or harder.
  static let placeholders = ["row", "before", "after", "extent", "direction"]

  private enum Subject: String, CaseIterable {
    case identity, goal, funds, dropped, added, renamed, moved, target, scale, weight

    var kinds: Set<Change.Kind> {
      switch self {
      case .identity: [.identity]
      case .goal: [.goal]
      case .funds: [.funds]
      case .dropped: [.dropped]
      case .added: [.added]
      case .renamed: [.renamed, .split, .merged]
      case .moved: [.moved]
      case .target: [.sign, .value, .wording, .unit]
      case .scale: [.scale]
      case .weight: [.weight]
      }
    }

    var isAboutRows: Bool {
      switch self {
      case .identity, .goal, .funds: false
      default: true
      }
    }
  }

  private let subject: Subject
  private let approvals: WordList?

  /// `of`: what is compared; `approved-by`: words that name an approved change, in the row's note or the narrative.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let subject = try parameters.choice("of", of: Subject.self) else {
      throw YAMLError(.missingKey("of"), at: parameters.mark)
    }
    self.subject = subject
    approvals = try parameters.words("approved-by")
  }

  var isAboutRows: Bool { false }
  var asksRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    guard let comparison = scope.context.companions.comparison else { return .notApplicable }
    if subject.isAboutRows, comparison.approved.indicators.isEmpty { return .notApplicable }
    var verdict = Verdict()
    verdict.look()
    if let reason = unclear(comparison) { verdict.cannotTell(reason) }
    guard !isApproved(scope.form) else { return verdict }
    for change in comparison.changes(of: subject.kinds) where !isApproved(change, in: scope.form) {
      verdict.hit(hit(change, comparison))
    }
    return verdict
  }

  // MARK: Approved changes

  private func isApproved(_ form: Form) -> Bool {
    [FieldKey.actualGoal, .performance, .problems, .improvement].contains { names(form[$0]) }
  }

  private func isApproved(_ change: Change, in form: Form) -> Bool {
    guard case .indicator(let row, _)? = change.evaluated else { return false }
    return names(form.indicators[row].note)
  }

  private func names(_ text: String?) -> Bool {
    guard let approvals, let text else { return false }
    return approvals.match(in: plain(text)) != nil
  }

  // MARK: Hits

  private func hit(_ change: Change, _ comparison: Comparison) -> Hit {
    var hit = Hit(
      path(of: change, comparison), found: change.after, expected: change.before,
      values: [
        "row": rowName(change, comparison), "before": change.before ?? Messages.nothing,
        "after": change.after ?? Messages.nothing,
        "extent": change.extent.map { Messages.extent($0.difference, $0.unit, $0.percent) } ?? "",
        "direction": direction(change),
      ])
    if isMinor(change) { hit.severity = .warning }
    return hit
  }

  /// A harder target, other words or another sign for it hurt nobody, nor does a target that was not approved at all;
  /// a number that became easier does. A longer name of the project is hardly another project.
  private func isMinor(_ change: Change) -> Bool {
    switch change.kind {
    case .wording, .unit: return true
    case .sign: return change.direction != .loosened
    case .value: return change.direction == .tightened || change.before == nil
    case .identity:
      let (before, after) = (plain(change.before ?? ""), plain(change.after ?? ""))
      return before.contains(after) || after.contains(before)
    default: return false
    }
  }

  private func direction(_ change: Change) -> String {
    switch change.direction {
    case .loosened: Messages.loosened
    case .tightened: Messages.tightened
    case nil: ""
    }
  }

  /// A row that is gone is shown where it would stand.
  private func path(of change: Change, _ comparison: Comparison) -> FormPath {
    if let path = change.evaluated { return path }
    guard case .indicator(let row, _)? = change.approved else { return .form }
    let gone = comparison.approved.indicators[row]
    let rows = comparison.evaluated.indicators
    if rows.contains(where: { $0.level1 == gone.level1 && $0.level2 == gone.level2 }) {
      return .level(gone.level1, gone.level2)
    }
    return rows.contains { $0.level1 == gone.level1 } ? .level(gone.level1, nil) : .form
  }

  private func rowName(_ change: Change, _ comparison: Comparison) -> String {
    if case .indicator(let row, _)? = change.evaluated { return comparison.evaluated.indicators[row].level3 }
    if case .indicator(let row, _)? = change.approved { return comparison.approved.indicators[row].level3 }
    return ""
  }

  // MARK: What cannot be told

  private func unclear(_ comparison: Comparison) -> String? {
    switch subject {
    case .dropped, .added, .renamed: undecided(comparison)
    case .target, .scale, .weight, .funds:
      comparison.unclear.first { concerns($0) }.map { text(of: $0.reason) }
    default: nil
    }
  }

  private func undecided(_ comparison: Comparison) -> String? {
    let matching = comparison.matching
    let count = matching.proposals.count + (matching.splits + matching.merges).count { !$0.isTaken }
    return count == 0 ? nil : Messages.toDecide(count)
  }

  private func concerns(_ unclear: Unclear) -> Bool {
    switch unclear.evaluated {
    case .indicator(_, .target): subject == .target || subject == .scale
    case .indicator(_, .weight): subject == .weight
    case .form:
      unclear.reason == .targetsMissing ? subject == .target || subject == .scale : subject == .weight
    case .budget, .field: subject == .funds
    default: false
    }
  }

  private func text(of reason: Unclear.Reason) -> String {
    switch reason {
    case .unitsDoNotConvert: Messages.unitsDoNotConvert
    case .unitMissing: Messages.unitMissing
    case .moneyUnitMissing: Messages.noMoneyUnit
    case .notANumber: Messages.notNumbers
    case .targetsMissing, .weightsMissing: Messages.columnMissing
    }
  }
}
