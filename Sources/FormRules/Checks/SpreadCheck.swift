import FormModel
import FoundationEssentials
import YAMLText

/// `spread`: how the weights differ: none too large, not all the same.
struct SpreadCheck: Check {
  static let kind = "spread"
  /// `{share}`: the row's per cent of the sum; `{sum}`: all weights; `{max}`: the largest share allowed.
  static let placeholders = ["share", "sum", "max"]

  private let maxShare: Decimal?
  private let refusesEqual: Bool
  private let atLeastRows: Int

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    maxShare = try parameters.number("max-share")
    refusesEqual = try parameters.flag("not-all-equal")
    atLeastRows = try parameters.count("from-rows") ?? 2
    guard maxShare != nil || refusesEqual else {
      throw YAMLError(.other(Messages.needsRule), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { maxShare != nil }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let known = scope.table.weights
    let weights = scope.rows.compactMap { row in known[row].map { (row: row, value: $0) } }
    guard weights.count >= atLeastRows, weights.count == scope.rows.count else { return verdict }
    let sum = weights.reduce(0) { $0 + $1.value }
    guard sum > 0 else { return verdict }
    verdict.look()
    if let maxShare {
      let limit = maxShare * sum / 100
      for weight in weights where weight.value > limit {
        let share = weight.value * 100 / sum
        let values = ["share": "\(share.rounded(decimals: 0))", "sum": "\(sum)", "max": "\(maxShare)"]
        let found = scope.form.indicators[weight.row].weight?.text
        verdict.hit(Hit(.indicator(weight.row, .weight), found: found, values: values))
      }
    }
    if refusesEqual, weights.allSatisfy({ $0.value == weights[0].value }) {
      verdict.hit(Hit(.form, found: "\(weights[0].value)", values: ["sum": "\(sum)"]))
    }
    return verdict
  }
}
