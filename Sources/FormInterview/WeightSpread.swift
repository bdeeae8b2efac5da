import FormModel
import FormTemplates
import FoundationEssentials

/// Points still to be given, and how to give them evenly so that they add up exactly.
public struct WeightSpread: Sendable, Hashable {
  /// What the template gives each first level of this form, in the template's order.
  public let levels: [Level]
  /// Points given so far.
  public let assigned: Decimal
  /// What all indicators together must have.
  public let sum: Decimal

  /// One first level: what it should have, what its rows have, which rows have nothing yet.
  public struct Level: Sendable, Hashable {
    /// 一级指标, as the template names it; as the form writes it where the template does not know it.
    public let name: String
    /// `nil` when no accepted distribution fits the levels of this form.
    public let planned: Decimal?
    /// Points its rows have so far.
    public let assigned: Decimal
    /// Rows that have no points yet, by index.
    public let open: [Int]
  }

  /// Points not given yet; negative when too many were.
  public var left: Decimal { sum - assigned }

  public init(form: Form, template: Template) {
    let named = form.indicators.map { template.level($0.level1)?.name ?? $0.level1 }
    let names = template.levels.map(\.name).filter(named.contains)
    let plan = template.weights.firstLevel.first { Set($0.keys) == Set(names) }
    func weight(_ row: Int) -> Decimal { form.indicators[row].weight?.value ?? 0 }
    let others = named.filter { !names.contains($0) }
    levels = (names + Array(Set(others)).sorted()).map { name in
      let rows = named.indices.filter { named[$0] == name }
      return Level(
        name: name, planned: plan?[name], assigned: rows.reduce(0) { $0 + weight($1) },
        open: rows.filter { form.indicators[$0].weight == nil })
    }
    assigned = form.indicators.indices.reduce(0) { $0 + weight($1) }
    sum = template.weights.indicatorSum
  }

  /// An even share for every row that has no points yet: first level by first level where the template's
  /// distribution fits and leaves something, else over all open rows alike.
  ///
  /// - Parameter decimals: how many decimals a weight may have.
  /// - Returns: points by row; empty when nothing is left to give or no row is open.
  public func even(decimals: Int) -> [Int: Decimal] {
    let byLevel = levels.filter { !$0.open.isEmpty }
    let fits = byLevel.allSatisfy { ($0.planned ?? 0) - $0.assigned > 0 }
    let expected = byLevel.reduce(Decimal(0)) { $0 + ($1.planned ?? 0) - $1.assigned }
    if fits, expected == left {
      return byLevel.reduce(into: [:]) { shares, level in
        let points = (level.planned ?? 0) - level.assigned
        shares.merge(Self.shares(of: points, over: level.open, decimals: decimals)) { $1 }
      }
    }
    return Self.shares(of: left, over: byLevel.flatMap(\.open).sorted(), decimals: decimals)
  }

  /// Splits points over rows in the coarsest steps that give every row something (1, then 0.5, 0.1, 0.01);
  /// the first rows get the odd steps. The shares add to `points` exactly.
  static func shares(of points: Decimal, over rows: [Int], decimals: Int) -> [Int: Decimal] {
    let steps = ["1", "0.5", "0.1", "0.01"].compactMap { Decimal(string: $0) }.prefix(
      decimals == 0 ? 1 : decimals + 2)
    for step in steps {
      guard let count = (points / step).wholeNumber, count >= rows.count, !rows.isEmpty else { continue }
      let (each, extra) = count.quotientAndRemainder(dividingBy: rows.count)
      let shares = rows.enumerated().map { ($1, Decimal(each + ($0 < extra ? 1 : 0)) * step) }
      return Dictionary(shares) { first, _ in first }
    }
    return [:]
  }
}
