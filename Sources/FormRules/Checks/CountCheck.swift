import FormModel
import FoundationEssentials
import YAMLText

/// `count`: how many rows there are, or what share of them is of some kind.
struct CountCheck: Check {
  static let kind = "count"
  /// `{count}` rows of the kind among `{total}`, `{share}` per cent; `{min}`, `{max}`: what is allowed.
  static let placeholders = ["count", "total", "share", "min", "max"]

  private let matching: Conditions?
  private let min: Int?
  private let max: Int?
  private let maxShare: Decimal?
  private let atLeastRows: Int

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    matching = try parameters.conditions("matching")
    min = try parameters.count("min")
    max = try parameters.count("max")
    maxShare = try parameters.number("max-share")
    atLeastRows = try parameters.count("from-rows") ?? 0
    guard min != nil || max != nil || maxShare != nil else {
      throw YAMLError(.other(Messages.needsRule), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let filled = scope.rows.filter { !scope.context.rows[$0].name.isEmpty }
    guard filled.count >= atLeastRows else { return verdict }
    verdict.look()
    let wanted = matching.map { Set($0.rows(in: scope.context)) }
    let count = wanted.map { wanted in filled.filter(wanted.contains).count } ?? filled.count
    let share = filled.isEmpty ? 0 : Decimal(count * 100) / Decimal(filled.count)
    guard isBroken(count, share) else { return verdict }
    var values = ["count": "\(count)", "total": "\(filled.count)", "share": "\(share.rounded(decimals: 0))"]
    if let min { values["min"] = "\(min)" }
    if let max { values["max"] = "\(max)" }
    if let maxShare { values["max"] = "\(maxShare)" }
    verdict.hit(Hit(.form, found: "\(count)", values: values))
    return verdict
  }

  private func isBroken(_ count: Int, _ share: Decimal) -> Bool {
    if let min, count < min { return true }
    if let max, count > max { return true }
    if let maxShare, share > maxShare { return true }
    return false
  }
}
