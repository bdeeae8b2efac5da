import FormModel
import FoundationEssentials
import YAMLText

/// `across`: a form has something in common with a form read before it in the same run.
///
/// Without other forms it does not apply.
struct AcrossCheck: Check {
  static let kind = "across"
  /// `{other}`: the other form's file; `{other-project}`; `{count}` of `{all}` rows or characters are the same;
  /// `{targets}` of the rows in their targets too; `{unit}`, `{other-unit}`.
  static let placeholders = ["other", "other-project", "count", "all", "targets", "unit", "other-unit"]

  private enum Subject: String, CaseIterable { case project, goals, rows, units, notes }

  private let subject: Subject
  private let share: Decimal
  private let least: Int

  /// `same`: what is compared; `share`: from which part of the whole (0–1) it counts, and `at-least` how many rows
  /// or characters.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let subject = try parameters.choice("same", of: Subject.self) else {
      throw YAMLError(.missingKey("same"), at: parameters.mark)
    }
    self.subject = subject
    share = try parameters.number("share") ?? 0
    least = try parameters.count("at-least") ?? 1
  }

  var isAboutRows: Bool { subject == .units || subject == .notes }
  var asksRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    guard let likeness = scope.context.likeness else { return .notApplicable }
    var verdict = Verdict()
    verdict.look()
    for hit in hits(likeness) { verdict.hit(hit) }
    return verdict
  }

  private func hits(_ likeness: Likeness) -> [Hit] {
    switch subject {
    case .project: likeness.same.map { [Hit(.field(.project), values: values($0))] } ?? []
    case .goals:
      // Both goals copied from one form are one cause.
      likeness.goals.filter { isMuch($0.shared, of: $0.length) }.max { $0.shared < $1.shared }.map {
        [hit($0)]
      }
        ?? []
    case .rows: likeness.rows.flatMap { isMuch($0.names, of: $0.count) ? [hit($0)] : nil } ?? []
    case .units: likeness.units.map(hit)
    case .notes: likeness.notes.map { Hit(.indicator($0.row, .note), values: values($0.other)) }
    }
  }

  private func isMuch(_ count: Int, of all: Int) -> Bool {
    count >= least && Decimal(count) >= share * Decimal(all)
  }

  private func hit(_ goal: Likeness.Goal) -> Hit {
    Hit(
      .field(goal.field),
      values: values(goal.other, ["count": "\(goal.shared)", "all": "\(goal.length)"]))
  }

  private func hit(_ rows: Likeness.Rows) -> Hit {
    let counts = ["count": "\(rows.names)", "all": "\(rows.count)", "targets": "\(rows.targets)"]
    return Hit(.form, values: values(rows.other, counts))
  }

  private func hit(_ unit: Likeness.Unit) -> Hit {
    Hit(
      .indicator(unit.row, .target), found: unit.unit, expected: unit.otherUnit,
      values: values(unit.other, ["unit": unit.unit, "other-unit": unit.otherUnit]))
  }

  private func values(_ other: Likeness.Other, _ more: [String: String] = [:]) -> [String: String] {
    more.merging(["other": other.file, "other-project": other.project]) { own, _ in own }
  }
}
