import FormComparison
import FormModel
import Foundation
import TestSupport

/// A year-end form in which one row of an approved one has become several.
struct LabelledParts {
  var old: [Indicator]
  var new: [Indicator] = []
  var whole: Int
  var parts: [Int] = []
  var kind: Kind

  enum Kind: String, CaseIterable {
    /// Names with something behind: the values add up.
    case suffixed
    /// Names with something before.
    case prefixed
    /// Three of them.
    case three
    /// One part keeps the name of the whole.
    case keptName
    /// Percentages and words: the weights add up, the values are the same.
    case sameValue
    /// A name that lists two things is two names.
    case listed
    /// The parts promise less than the whole did.
    case lowered
  }

  /// - Returns: `nil` for a form that has no row for the kind.
  init?(_ rows: [Indicator], kind: Kind, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = Dictionary(grouping: rows) { $0.level3 }
    let places = rows.indices.filter { names[rows[$0].level3]?.count == 1 && Self.fits(rows[$0], kind) }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    (old, whole, self.kind) = (rows, place, kind)
    if kind == .listed {
      guard let other = rows.indices.first(where: { $0 != place && rows[$0].level2 == rows[place].level2 })
      else { return nil }
      old = rows.indices.filter { $0 != other }.map { rows[$0] }
      whole = place > other ? place - 1 : place
      (old[whole].level3, old[whole].target) = (
        rows[place].level3 + "及" + rows[other].level3, TargetValue("按计划完成")
      )
      old[whole].weight = Score("\(Self.weight(rows[place]) + Self.weight(rows[other]))")
      new = [rows[place], rows[other]]
    } else {
      new = Self.parts(of: rows[place], kind, &random)
    }
    let count = new.count
    for (index, row) in old.enumerated() where index != whole && !random.one(in: 8) { new.append(row) }
    let order = new.indices.shuffled(using: &random)
    new = order.map { new[$0] }
    parts = order.indices.filter { order[$0] < count }
  }

  private static func weight(_ row: Indicator) -> Decimal { row.weight?.value ?? 0 }

  private static func fits(_ row: Indicator, _ kind: Kind) -> Bool {
    guard row.weight?.value ?? 0 > 0 else { return false }
    if kind == .listed { return row.level3.count < 12 }
    guard case .quantity(let quantity)? = row.target?.meaning else { return kind == .sameValue }
    let adds = quantity.unit?.kind != .percent && quantity.unit?.kind != .time
    if kind == .sameValue { return !adds }
    return adds && quantity.value >= 12 && quantity.comparator == .atLeast
  }

  private static let names = [
    ["（东片）", "（西片）", "（南片）"], ["（自建）", "（外包）", "（租用）"], ["-甲", "-乙", "-丙"], ["：上半年", "：下半年", "：追加"],
  ]

  private static func parts(
    of row: Indicator, _ kind: Kind, _ random: inout SplitMix64
  ) -> [Indicator] {
    let count = kind == .three ? 3 : 2
    let words = random.pick(names)
    return (0..<count).map { place in
      var part = row
      part.level3 =
        switch kind {
        case .prefixed: words[place].filter { !"（）-：".contains($0) } + row.level3
        case .keptName: place == 0 ? row.level3 : row.level3 + words[place]
        default: row.level3 + words[place]
        }
      let share = share(of: weight(row), place, count)
      part.weight = Score("\(share)")
      if case .quantity(let quantity)? = row.target?.meaning, kind != .sameValue {
        var value = Self.share(of: quantity.value, place, count)
        if kind == .lowered { value = (value * 8 / 10).truncated(decimals: 0) }
        part.target = TargetValue("≥\(value)\(quantity.unit.map { "(\($0.text))" } ?? "")")
      }
      return part
    }
  }

  /// A share of a number such that all make up the whole.
  private static func share(of whole: Decimal, _ place: Int, _ count: Int) -> Decimal {
    let first = (whole / Decimal(count + 1)).truncated(decimals: whole < 10 ? 1 : 0)
    return place == count - 1 ? whole - first * Decimal(count - 1) : first
  }
}
