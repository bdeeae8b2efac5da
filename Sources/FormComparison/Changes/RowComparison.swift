import FormModel
import FoundationEssentials

/// What became of the approved rows.
struct RowComparison {
  let approved: Form
  let evaluated: Form
  let matching: IndicatorMatching
  let words: MatchingWords
  private(set) var changes: [Change] = []
  private(set) var unclear: [Unclear] = []
  private let hasTargets: Bool
  private let hasWeights: Bool

  init(_ approved: Form, _ evaluated: Form, _ matching: IndicatorMatching, _ words: MatchingWords) {
    self.approved = approved
    self.evaluated = evaluated
    self.matching = matching
    self.words = words
    hasTargets = Self.haveBoth(approved, evaluated) { $0.target != nil }
    hasWeights = Self.haveBoth(approved, evaluated) { $0.weight?.value != nil }
    if !matching.pairs.isEmpty {
      if !hasTargets { unclear.append(Unclear(approved: .form, evaluated: .form, reason: .targetsMissing)) }
      if !hasWeights { unclear.append(Unclear(approved: .form, evaluated: .form, reason: .weightsMissing)) }
    }
    for pair in matching.pairs { compare(pair) }
    addSplits()
    addLeftovers()
  }

  private static func haveBoth(_ a: Form, _ b: Form, _ has: (Indicator) -> Bool) -> Bool {
    a.indicators.contains(where: has) && b.indicators.contains(where: has)
  }

  // MARK: Pairs

  private mutating func compare(_ pair: IndicatorMatching.Pair) {
    let (old, new) = (approved.indicators[pair.old], evaluated.indicators[pair.new])
    if WholeFormComparison.letters(old.level3) != WholeFormComparison.letters(new.level3) {
      add(Change(.renamed, before: old.level3, after: new.level3), pair, .level3)
    }
    if isMoved(old, new) {
      add(Change(.moved, before: old.levelText, after: new.levelText), pair, .level2)
    }
    if hasTargets { compareTargets(old, new, pair) }
    if hasWeights { compareWeights(old, new, pair) }
  }

  /// 二级指标 have one name in all trees; the first level is asked where there is no second one.
  private func isMoved(_ old: Indicator, _ new: Indicator) -> Bool {
    guard let before = old.level2, let after = new.level2, !before.isEmpty, !after.isEmpty else {
      return !old.level1.isEmpty && !new.level1.isEmpty && words.level(old.level1) != words.level(new.level1)
    }
    return words.level(before) != words.level(after)
  }

  private mutating func compareTargets(
    _ old: Indicator, _ new: Indicator, _ pair: IndicatorMatching.Pair
  ) {
    let found = ValueComparison(
      old.target, new.target, year: (approved.year, evaluated.year), words: words)
    for var change in found.changes {
      (change.before, change.after) = (old.target?.text, new.target?.text)
      add(change, pair, .target)
    }
    if let reason = found.unclear {
      unclear.append(
        Unclear(
          approved: .indicator(pair.old, .target), evaluated: .indicator(pair.new, .target), reason: reason))
    }
  }

  private mutating func compareWeights(
    _ old: Indicator, _ new: Indicator, _ pair: IndicatorMatching.Pair
  ) {
    guard let before = old.weight?.value, let after = new.weight?.value else {
      if old.weight != nil || new.weight != nil {
        let places = (FormPath.indicator(pair.old, .weight), FormPath.indicator(pair.new, .weight))
        unclear.append(Unclear(approved: places.0, evaluated: places.1, reason: .notANumber))
      }
      return
    }
    guard before != after else { return }
    let extent = Change.Extent(from: before, to: after, unit: Messages.points)
    add(Change(.weight, before: old.weight?.text, after: new.weight?.text, extent: extent), pair, .weight)
  }

  private mutating func add(_ change: Change, _ pair: IndicatorMatching.Pair, _ column: IndicatorColumn) {
    var change = change
    change.approved = .indicator(pair.old, column)
    change.evaluated = .indicator(pair.new, column)
    changes.append(change)
  }

  // MARK: Rows without a partner

  private mutating func addSplits() {
    for found in matching.splits where found.isTaken {
      let parts = found.parts.map { evaluated.indicators[$0].target }
      let (way, extent) = sums([approved.indicators[found.whole].target], parts)
      changes.append(
        Change(
          .split, approved: .indicator(found.whole, nil), evaluated: .indicator(found.parts[0], nil),
          before: approved.indicators[found.whole].rowText,
          after: Messages.list(found.parts.map { evaluated.indicators[$0].rowText }), direction: way,
          extent: extent))
    }
    for found in matching.merges where found.isTaken {
      let parts = found.parts.map { approved.indicators[$0].target }
      let (way, extent) = sums(parts, [evaluated.indicators[found.whole].target])
      changes.append(
        Change(
          .merged, approved: .indicator(found.parts[0], nil), evaluated: .indicator(found.whole, nil),
          before: Messages.list(found.parts.map { approved.indicators[$0].rowText }),
          after: evaluated.indicators[found.whole].rowText, direction: way, extent: extent))
    }
  }

  /// What all rows together promised before and after; nothing where that cannot be added up.
  private func sums(
    _ before: [TargetValue?], _ after: [TargetValue?]
  ) -> (Change.Direction?, Change.Extent?) {
    guard let before = JoinedRows.value(before), let after = JoinedRows.value(after) else {
      return (nil, nil)
    }
    let found = ValueComparison(before, after, year: (approved.year, evaluated.year), words: words)
    let change = found.changes.first { $0.kind == .value }
    return (change?.direction, change?.extent)
  }

  private mutating func addLeftovers() {
    let gone = matching.unmatched(approved.indicators.count, evaluated.indicators.count)
    for row in gone.old {
      changes.append(
        Change(.dropped, approved: .indicator(row, nil), before: approved.indicators[row].rowText))
    }
    for row in gone.new {
      changes.append(
        Change(.added, evaluated: .indicator(row, nil), after: evaluated.indicators[row].rowText))
    }
  }
}

extension IndicatorMatching {
  /// The rows of either side that nothing was found for; those that are proposed are not among them.
  ///
  /// - Parameters:
  ///   - oldCount: rows of the older form.
  ///   - newCount: rows of the newer form.
  public func unmatched(_ oldCount: Int, _ newCount: Int) -> (old: [Int], new: [Int]) {
    let open = pairs + proposals
    let old = open.map(\.old) + splits.map(\.whole) + merges.flatMap(\.parts)
    let new = open.map(\.new) + merges.map(\.whole) + splits.flatMap(\.parts)
    return (
      Set(0..<oldCount).subtracting(old).sorted(), Set(0..<newCount).subtracting(new).sorted()
    )
  }
}

extension Indicator {
  /// `产出指标/数量指标`.
  fileprivate var levelText: String { level2.map { level1 + "/" + $0 } ?? level1 }

  /// The name with its target: `自助设备数 ≥6台`.
  var rowText: String { target.map { level3 + " " + $0.text } ?? level3 }
}
