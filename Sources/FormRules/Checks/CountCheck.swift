import FormModel
import FoundationEssentials
import YAMLText

/// `count`: how many rows there are, or what share of them is of some kind.
struct CountCheck: Check {
  static let kind = "count"
  /// `{count}` rows of the kind among `{total}`, `{share}` per cent; `{min}`, `{max}`: what is allowed.
  static let placeholders = ["count", "total", "share", "min", "max"]

  private var matching: Conditions?
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

  func resolved(_ levels: LevelNames) -> Self {
    var new = self
    new.matching = matching?.resolved(levels)
    return new
  }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let filled = scope.filledRows(.level3)
    let total = filled.count
    guard total >= atLeastRows else { return verdict }
    verdict.look()
    let count = matching.map { filled.intersection($0.rows(in: scope.context)).count } ?? total
    guard isBroken(count, of: total) else { return verdict }
    let share = total == 0 ? 0 : Decimal(count * 100) / Decimal(total)
    var values = ["count": "\(count)", "total": "\(total)", "share": "\(share.rounded(decimals: 0))"]
    if let min { values["min"] = "\(min)" }
    if let max { values["max"] = "\(max)" }
    if let maxShare { values["max"] = "\(maxShare)" }
    verdict.hit(Hit(.form, found: "\(count)", values: values))
    return verdict
  }

  private func isBroken(_ count: Int, of total: Int) -> Bool {
    if let min, count < min { return true }
    if let max, count > max { return true }
    if let maxShare, total > 0, Decimal(count * 100) > maxShare * Decimal(total) { return true }
    return false
  }
}
