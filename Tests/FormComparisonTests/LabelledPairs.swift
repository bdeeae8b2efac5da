import FormModel
import Foundation
import TestSupport

/// A year-end form made from an approved one, with what happened to each row.
struct LabelledPairs {
  var old: [Indicator]
  var new: [Indicator] = []
  /// New row of each old one that is still there.
  var partner: [Int: Int] = [:]
  /// New rows of each old one that was split.
  var parts: [Int: [Int]] = [:]
  /// What was done, for figures by kind.
  var kind: [Int: Kind] = [:]

  enum Kind: String, CaseIterable {
    case kept, decorated, synonym, shortened, moved, lowered, renamedAndLowered, neighbour, split, dropped
  }

  /// - Parameter others: rows of other forms, to be added.
  init(_ rows: [Indicator], others: [Indicator], seed: UInt64) {
    var random = SplitMix64(seed: seed)
    old = rows
    for index in rows.indices { become(index, &random) }
    if random.one(in: 2), let row = Self.foreign(others, rows, &random) { new.append(row) }
    shuffle(&random)
  }

  private mutating func become(_ index: Int, _ random: inout SplitMix64) {
    let row = old[index]
    let isNeighbour = old.count { Self.plain($0.level3) == Self.plain(row.level3) } > 1
    let kinds: [Kind] =
      isNeighbour
      ? [.kept, .kept, .neighbour, .moved, .dropped]
      : [
        .kept, .kept, .decorated, .synonym, .synonym, .shortened, .moved, .lowered, .renamedAndLowered,
        .split,
        .dropped,
      ]
    var kind = random.pick(kinds)
    var changed = row
    switch kind {
    case .kept, .dropped: break
    case .decorated: changed.level3 = Self.decorated(row.level3, &random)
    case .synonym:
      guard let name = Self.synonymous(row.level3, &random) else { return keep(row, index, .kept) }
      changed.level3 = name
    case .shortened:
      guard let name = Self.shortened(row.level3, &random) else { return keep(row, index, .kept) }
      changed.level3 = name
    case .moved: changed.level2 = row.level2 == "质量指标" ? "数量指标" : "质量指标"
    case .lowered, .neighbour: kind = Self.lower(&changed) ? kind : .kept
    case .renamedAndLowered:
      changed.level3 = Self.synonymous(row.level3, &random) ?? Self.decorated(row.level3, &random)
      kind = Self.lower(&changed) ? kind : .synonym
    case .split:
      guard let (first, second) = Self.halves(row, &random) else { return keep(row, index, .kept) }
      (parts[index], self.kind[index]) = ([new.count, new.count + 1], .split)
      new += [first, second]
      return
    }
    if kind == .dropped { self.kind[index] = .dropped } else { keep(changed, index, kind) }
  }

  private mutating func keep(_ row: Indicator, _ index: Int, _ kind: Kind) {
    partner[index] = new.count
    self.kind[index] = kind
    new.append(row)
  }

  private mutating func shuffle(_ random: inout SplitMix64) {
    let order = new.indices.shuffled(using: &random)
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    new = order.map { new[$0] }
    partner = partner.mapValues { place[$0] ?? $0 }
    parts = parts.mapValues { $0.map { place[$0] ?? $0 }.sorted() }
  }

  // MARK: What people do to names and values

  private static func decorated(_ name: String, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "确保" + name
    case 1: "实现" + name
    case 2: "数量指标：" + name
    case 3: name + "达到"
    case 4: name.map { String($0) }.joined(separator: " ")
    default: "（" + name + "）"
    }
  }

  /// Pairs of this test's own making: some stand in the program's list and some do not.
  private static let words = [
    ("数量", "个数"), ("完成率", "完成比例"), ("满意度", "满意率"), ("时间", "时长"), ("时长", "时间"), ("及时率", "及时性"),
    ("及时性", "及时率"), ("可用率", "可用性"), ("可用性", "可用率"), ("提升", "提高"), ("提高", "提升"), ("降低", "减少"), ("成本", "费用"),
    ("合格率", "达标率"), ("次数", "频次"), ("节约", "节省"), ("机制", "制度"), ("处置", "处理"), ("人员", "人士"), ("情况", "状况"),
    ("建设", "打造"), ("能力", "实力"), ("规模", "体量"), ("响应", "反应"), ("落实", "贯彻"), ("保障", "支撑"),
  ]

  private static func synonymous(_ name: String, _ random: inout SplitMix64) -> String? {
    let fitting = words.filter { name.contains($0.0) }
    guard !fitting.isEmpty else { return nil }
    let word = random.pick(fitting)
    return name.replacingOccurrences(of: word.0, with: word.1)
  }

  /// Two letters or a third less, never the last two.
  private static func shortened(_ name: String, _ random: inout SplitMix64) -> String? {
    let letters = Array(name)
    guard letters.count >= 7 else { return nil }
    let count = random.one(in: 2) ? 2 : letters.count / 3
    let start = Int.random(in: 0...(letters.count - count - 2), using: &random)
    return String(letters[..<start] + letters[(start + count)...])
  }

  private static func lower(_ row: inout Indicator) -> Bool {
    guard case .quantity(let quantity)? = row.target?.meaning, quantity.value > 1 else { return false }
    let value = (quantity.value * 9 / 10).rounded(decimals: 1)
    guard value != quantity.value else { return false }
    let sign = quantity.comparator?.rawValue ?? ""
    row.target = TargetValue("\(sign)\(value)\(quantity.unit.map { "(\($0.text))" } ?? "")")
    return true
  }

  private static func halves(_ row: Indicator, _ random: inout SplitMix64) -> (Indicator, Indicator)? {
    guard case .quantity(let quantity)? = row.target?.meaning, quantity.value >= 8,
      quantity.unit?.kind != .percent, quantity.unit?.kind != .time, quantity.comparator == .atLeast
    else { return nil }
    let part = (quantity.value / 3).truncated(decimals: 0)
    let unit = quantity.unit.map { "(\($0.text))" } ?? ""
    var (first, second) = (row, row)
    let names = random.pick([("（东片）", "（西片）"), ("（自建）", "（外包）"), ("-甲", "-乙")])
    (first.level3, second.level3) = (row.level3 + names.0, row.level3 + names.1)
    first.target = TargetValue("≥\(part)\(unit)")
    second.target = TargetValue("≥\(quantity.value - part)\(unit)")
    return (first, second)
  }

  /// A row of another form that shares its name with none of these.
  private static func foreign(
    _ others: [Indicator], _ rows: [Indicator], _ random: inout SplitMix64
  ) -> Indicator? {
    let names = rows.map { Set(plain($0.level3)) }
    let free = others.filter { other in
      let letters = Set(plain(other.level3))
      return !names.contains { $0.isSubset(of: letters) || letters.isSubset(of: $0) }
    }
    return free.isEmpty ? nil : random.pick(free)
  }

  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
