import FormModel
import FoundationEssentials
import YAMLText

/// `sum`: an amount is the sum of its parts, exactly.
struct SumCheck: Check {
  static let kind = "sum"
  /// `{sum}`: the sum of the parts in the form's unit; `{difference}`: total less sum; `{parts}`: `a + b`.
  static let placeholders = ["sum", "difference", "parts"]

  private let totals: [FieldKey]

  /// `of`: the totals; their parts are the template's.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    var keys: [FieldKey] = []
    for place in try parameters.places("of") {
      if case .field(let key) = place { keys.append(key) }
    }
    totals = keys
  }

  var isAboutRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for total in totals { judge(total, scope, &verdict) }
    return verdict
  }

  private func judge(_ total: FieldKey, _ scope: Scope, _ verdict: inout Verdict) {
    let template = scope.context.template
    guard let amount = scope.form.amount(total), let parts = template.fields[total]?.parts else { return }
    let filled = parts.filter { !isBlankText(scope.form[$0]) }
    guard !filled.isEmpty else { return }
    guard let whole = amount.value else {
      return verdict.cannotTell(Messages.unread(template.label(of: total)))
    }
    var values: [Decimal] = []
    for part in filled {
      guard let own = scope.form.amount(part), own.unit == amount.unit, let value = own.value else {
        return verdict.cannotTell(Messages.unread(template.label(of: part)))
      }
      values.append(value)
    }
    verdict.look()
    let sum = values.reduce(0, +)
    guard sum != whole else { return }
    let texts = [
      "sum": "\(sum)", "difference": "\(whole - sum)",
      "parts": filled.map { scope.form[$0] ?? "" }.joined(separator: " + "),
    ]
    verdict.hit(Hit(.field(total), found: amount.text, expected: "\(sum)", values: texts))
  }
}
