import FormModel
import FoundationEssentials

/// Rows that became several, and several that became one.
extension PairSearch {
  /// What people decided about one row that became several, or the reverse.
  mutating func heedParts(_ verdicts: Verdicts) {
    guard !verdicts.isEmpty else { return }
    for group in verdicts.groups where group.decision == .same {
      guard let rows = Self.places(of: group.left, in: left, isFree: isLeftFree),
        let others = Self.places(of: group.right, in: right, isFree: isRightFree)
      else { continue }
      for row in rows { isLeftFree[row] = false }
      for row in others { isRightFree[row] = false }
      if rows.count == 1 {
        partsOfLeft.append(Self.decided(rows[0], left, others, right))
      } else {
        partsOfRight.append(Self.decided(others[0], right, rows, left))
      }
    }
  }

  /// A free row for each of those that are known by their texts; `nil` where one is not there.
  private static func places(
    of wanted: [PairList.Row], in rows: [RowProfile], isFree: [Bool]
  ) -> [Int]? {
    var found: [Int] = []
    for row in wanted {
      let place = rows.indices.first { isFree[$0] && !found.contains($0) && rows[$0].identity == row }
      guard let place else { return nil }
      found.append(place)
    }
    return found
  }

  private static func decided(
    _ whole: Int, _ wholes: [RowProfile], _ parts: [Int], _ others: [RowProfile]
  ) -> IndicatorMatching.Parts {
    let search = PartSearch(wholes[whole], others, known: parts, free: [])
    return .init(
      whole: whole, parts: parts, confidence: 100, isTaken: true, addsUp: search.addsUp(parts),
      isDecided: true)
  }

  mutating func findParts(_ verdicts: Verdicts) {
    let ofLeft = parts(of: left, among: right, isFree: isLeftFree, isOtherFree: isRightFree) { whole in
      pairs.first { $0.old == whole }?.new
    } isRefused: { whole, parts in
      verdicts.refuses([left[whole]], parts.map { right[$0] })
    }
    let ofRight = parts(of: right, among: left, isFree: isRightFree, isOtherFree: isLeftFree) { whole in
      pairs.first { $0.new == whole }?.old
    } isRefused: { whole, parts in
      verdicts.refuses(parts.map { left[$0] }, [right[whole]])
    }
    // What is sure goes first; where two readings of a row are as good, none counts.
    for isTaken in [true, false] { addParts(ofLeft, ofRight, isTaken: isTaken) }
    for found in partsOfLeft { withdrawProposals(left: [found.whole], right: found.parts) }
    for found in partsOfRight { withdrawProposals(left: found.parts, right: [found.whole]) }
  }

  private mutating func addParts(
    _ ofLeft: [IndicatorMatching.Parts], _ ofRight: [IndicatorMatching.Parts], isTaken: Bool
  ) {
    let leftRows = Set(partsOfLeft.map(\.whole) + partsOfRight.flatMap(\.parts))
    let rightRows = Set(partsOfRight.map(\.whole) + partsOfLeft.flatMap(\.parts))
    let ofLeft = ofLeft.filter {
      $0.isTaken == isTaken && !leftRows.contains($0.whole) && rightRows.isDisjoint(with: $0.parts)
    }
    let ofRight = ofRight.filter {
      $0.isTaken == isTaken && !rightRows.contains($0.whole) && leftRows.isDisjoint(with: $0.parts)
    }
    let leftTwice = Self.twice(ofLeft.map(\.whole) + ofRight.flatMap(\.parts))
    let rightTwice = Self.twice(ofRight.map(\.whole) + ofLeft.flatMap(\.parts))
    partsOfLeft += ofLeft.filter { !leftTwice.contains($0.whole) && rightTwice.isDisjoint(with: $0.parts) }
    partsOfRight += ofRight.filter { !rightTwice.contains($0.whole) && leftTwice.isDisjoint(with: $0.parts) }
  }

  private static func twice(_ rows: [Int]) -> Set<Int> {
    Set(Dictionary(grouping: rows) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  private func parts(
    of wholes: [RowProfile], among others: [RowProfile], isFree: [Bool], isOtherFree: [Bool],
    partner: (Int) -> Int?, isRefused: (Int, [Int]) -> Bool
  ) -> [IndicatorMatching.Parts] {
    let free = others.indices.filter { isOtherFree[$0] }
    guard !free.isEmpty else { return [] }
    return wholes.indices.compactMap { whole in
      let taken = isFree[whole] ? nil : partner(whole)
      // A row that is paired is only looked at where its value went down to a part of it.
      if let taken, !isPart(others[taken], of: wholes[whole]) { return nil }
      if taken == nil, !isFree[whole] { return nil }
      let known = taken.map { [$0] } ?? []
      return PartSearch(wholes[whole], others, known: known, free: free).best(whole) { isRefused(whole, $0) }
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
  ///
  /// - Parameter isRefused: whether a person said that these are not the parts.
  func best(_ index: Int, isRefused: ([Int]) -> Bool) -> IndicatorMatching.Parts? {
    guard known.count + candidates.count >= 2 else { return nil }
    let groups = combinations()
    let adding = groups.filter {
      addsUp($0) && (namesCover($0) || allExtend($0) || isTelling || weightsAddUp($0)) && !isRefused($0)
    }
    if adding.count == 1 { return found(index, adding[0], addsUp: true, confidence: 90, isTaken: true) }
    guard adding.isEmpty, known.isEmpty else { return nil }
    let naming = groups.filter {
      (namesCover($0) || allExtend($0) && weightsAddUp($0)) && !contradicts($0) && !isRefused($0)
    }
    if naming.count == 1 {
      let isTaken = weightsAddUp(naming[0])
      return found(index, naming[0], addsUp: false, confidence: isTaken ? 80 : 65, isTaken: isTaken)
    }
    // Parts that promise less or more than the whole did: only a person can say that they are its parts.
    let other = groups.filter {
      (namesCover($0) || allExtend($0) && weightsAddUp($0)) && contradicts($0) && !isRefused($0)
    }
    guard naming.isEmpty, other.count == 1 else { return nil }
    return found(index, other[0], addsUp: false, confidence: 65, isTaken: false)
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

  func addsUp(_ group: [Int]) -> Bool {
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
