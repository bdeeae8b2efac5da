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
    let context = scope.context
    guard let amount = context.amount(total), let parts = context.parts(of: total) else { return }
    let filled = parts.filter { !isBlankText(scope.form[$0]) }
    guard !filled.isEmpty else { return }
    guard let whole = amount.value else {
      return verdict.cannotTell(Messages.unread(context.label(of: total)))
    }
    var sum = Decimal(0)
    for part in filled {
      guard let own = context.amount(part), own.unit == amount.unit, let value = own.value else {
        return verdict.cannotTell(Messages.unread(context.label(of: part)))
      }
      sum += value
    }
    verdict.look()
    guard sum != whole else { return }
    let texts = [
      "sum": "\(sum)", "difference": "\(whole - sum)",
      "parts": filled.map { scope.form[$0] ?? "" }.joined(separator: " + "),
    ]
    verdict.hit(Hit(.field(total), found: amount.text, expected: "\(sum)", values: texts))
  }
}
