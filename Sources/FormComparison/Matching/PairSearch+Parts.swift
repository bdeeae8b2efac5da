import FormModel
import FoundationEssentials

/// Rows that became several, and several that became one.
extension PairSearch {
  mutating func findParts() {
    let ofLeft = parts(of: left, among: right, isFree: isLeftFree, isOtherFree: isRightFree) { whole in
      pairs.first { $0.old == whole }?.new
    }
    let ofRight = parts(of: right, among: left, isFree: isRightFree, isOtherFree: isLeftFree) { whole in
      pairs.first { $0.new == whole }?.old
    }
    // A row is part of one thing only; where both readings are possible, none is sure.
    let leftRows = ofLeft.map(\.whole) + ofRight.flatMap(\.parts)
    let rightRows = ofRight.map(\.whole) + ofLeft.flatMap(\.parts)
    let (leftTwice, rightTwice) = (Self.twice(leftRows), Self.twice(rightRows))
    partsOfLeft = ofLeft.filter { !leftTwice.contains($0.whole) && rightTwice.isDisjoint(with: $0.parts) }
    partsOfRight = ofRight.filter { !rightTwice.contains($0.whole) && leftTwice.isDisjoint(with: $0.parts) }
    for found in partsOfLeft { withdrawProposals(left: [found.whole], right: found.parts) }
    for found in partsOfRight { withdrawProposals(left: found.parts, right: [found.whole]) }
  }

  private static func twice(_ rows: [Int]) -> Set<Int> {
    Set(Dictionary(grouping: rows) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  private func parts(
    of wholes: [RowProfile], among others: [RowProfile], isFree: [Bool], isOtherFree: [Bool],
    partner: (Int) -> Int?
  ) -> [IndicatorMatching.Parts] {
    let free = others.indices.filter { isOtherFree[$0] }
    guard !free.isEmpty else { return [] }
    return wholes.indices.compactMap { whole in
      let taken = isFree[whole] ? nil : partner(whole)
      // A row that is paired is only looked at where its value went down to a part of it.
      if let taken, !isPart(others[taken], of: wholes[whole]) { return nil }
      if taken == nil, !isFree[whole] { return nil }
      let known = taken.map { [$0] } ?? []
      return PartSearch(wholes[whole], others, known: known, free: free).best(whole)
    }
  }

  private func isPart(_ part: RowProfile, of whole: RowProfile) -> Bool {
    guard let number = part.value.number, let all = whole.value.number else { return false }
    return part.value.base == whole.value.base && number < all
  }
}

/// The rows that one row became.
private struct PartSearch {
  private let whole: RowProfile
  private let others: [RowProfile]
  private let known: [Int]
  private let candidates: [Int]

  /// More candidates than these are no parts of one thing.
  private static let mostCandidates = 10
  private static let mostParts = 4

  init(_ whole: RowProfile, _ others: [RowProfile], known: [Int], free: [Int]) {
    self.whole = whole
    self.others = others
    self.known = known
    let related = free.filter { row in
      others[row].level1 == whole.level1 && whole.value.isCompatible(others[row].value)
        && Self.sharesHalf(others[row].letters, with: whole.letters)
    }
    candidates = related.count <= Self.mostCandidates ? related : []
  }

  /// The only combination that adds up, else the only one whose names make up the whole's.
  func best(_ index: Int) -> IndicatorMatching.Parts? {
    guard known.count + candidates.count >= 2 else { return nil }
    let groups = combinations()
    let adding = groups.filter {
      addsUp($0) && (namesCover($0) || allExtend($0) || isTelling || weightsAddUp($0))
    }
    if adding.count == 1 { return found(index, adding[0], addsUp: true, confidence: 90, isTaken: true) }
    guard adding.isEmpty, known.isEmpty else { return nil }
    let naming = groups.filter { namesCover($0) && !contradicts($0) }
    guard naming.count == 1 else { return nil }
    let isTaken = weightsAddUp(naming[0])
    return found(index, naming[0], addsUp: false, confidence: isTaken ? 80 : 65, isTaken: isTaken)
  }

  private func found(
    _ index: Int, _ parts: [Int], addsUp: Bool, confidence: Int, isTaken: Bool
  ) -> IndicatorMatching.Parts {
    .init(whole: index, parts: parts, confidence: confidence, isTaken: isTaken, addsUp: addsUp)
  }

  private func combinations() -> [[Int]] {
    var groups: [[Int]] = []
    for mask in 1..<(1 << candidates.count) {
      let chosen = candidates.indices.filter { mask & (1 << $0) != 0 }.map { candidates[$0] }
      let group = known + chosen
      if (2...Self.mostParts).contains(group.count) { groups.append(group) }
    }
    return groups
  }

  private var isTelling: Bool { whole.value.isTelling }

  private func addsUp(_ group: [Int]) -> Bool {
    guard let all = whole.value.number, all > 0, !whole.value.isPercent else { return false }
    var sum = Decimal(0)
    for row in group {
      guard let number = others[row].value.number, number > 0, others[row].value.base == whole.value.base
      else {
        return false
      }
      sum += number
    }
    return sum == all
  }

  /// Both have numbers of one kind, and they do not add up.
  private func contradicts(_ group: [Int]) -> Bool {
    whole.value.number != nil && !whole.value.isPercent
      && group.allSatisfy { others[$0].value.number != nil } && !addsUp(group)
  }

  private func weightsAddUp(_ group: [Int]) -> Bool {
    guard let weight = whole.weight else { return false }
    var sum = Decimal(0)
    for row in group {
      guard let part = others[row].weight else { return false }
      sum += part
    }
    return sum == weight
  }

  /// Whether every part has the whole's name in its own: 站点数量（东片）.
  private func allExtend(_ group: [Int]) -> Bool {
    let wanted = Set(whole.letters)
    return group.allSatisfy { wanted.isSubset(of: others[$0].letters) }
  }

  /// Whether the parts' names together say all of the whole's, and each of them something that the others do not.
  private func namesCover(_ group: [Int]) -> Bool {
    let names = group.map { Set(others[$0].letters) }
    let wanted = Set(whole.letters)
    let all = names.reduce(into: Set<UInt32>()) { $0.formUnion($1) }
    let missing = wanted.subtracting(all)
    // 及 and 和 are lost with the rest of the sentence.
    guard missing.count * 6 <= wanted.count else { return false }
    return names.indices.allSatisfy { index in
      let rest = names.indices.filter { $0 != index }.reduce(into: Set<UInt32>()) { $0.formUnion(names[$1]) }
      return !wanted.intersection(names[index]).subtracting(rest).isEmpty
    }
  }

  /// Whether at least half of a name's letters are the other's too.
  private static func sharesHalf(_ part: [UInt32], with whole: [UInt32]) -> Bool {
    let letters = Set(whole)
    return part.count { letters.contains($0) } * 2 >= part.count
  }
}
