import ChineseText
import FormModel

/// The search for pairs, rung by rung. Rows are in an order of their own; which side is the older one does not matter.
struct PairSearch {
  let left: [RowProfile]
  let right: [RowProfile]
  private(set) var pairs: [IndicatorMatching.Pair] = []
  private(set) var proposals: [IndicatorMatching.Pair] = []
  var partsOfLeft: [IndicatorMatching.Parts] = []
  var partsOfRight: [IndicatorMatching.Parts] = []
  var isLeftFree: [Bool]
  var isRightFree: [Bool]
  /// Pairs that a person refused.
  private var refused: Set<[Int]> = []

  init(_ left: [RowProfile], _ right: [RowProfile]) {
    self.left = left
    self.right = right
    isLeftFree = Array(repeating: true, count: left.count)
    isRightFree = Array(repeating: true, count: right.count)
  }

  mutating func run(_ verdicts: Verdicts) {
    heed(verdicts)
    heedParts(verdicts)
    takeEqualRows()
    takeOnly(by: \.name, .exact, .sameName, confidence: 100)
    takeOnly(by: \.folded, .folded, .sameCore, confidence: 99)
    takeOnly(by: \.core, .folded, .sameCore, confidence: 98)
    assignRest()
    findParts(verdicts)
  }

  /// The result seen from the side that is called old.
  func result(isTurned: Bool) -> (
    pairs: [IndicatorMatching.Pair], proposals: [IndicatorMatching.Pair],
    splits: [IndicatorMatching.Parts], merges: [IndicatorMatching.Parts]
  ) {
    guard isTurned else { return (pairs, proposals, partsOfLeft, partsOfRight) }
    return (pairs.map(\.turned), proposals.map(\.turned), partsOfRight, partsOfLeft)
  }

  private mutating func take(
    _ a: Int, _ b: Int, _ rung: IndicatorMatching.Rung, _ confidence: Int,
    _ reasons: [IndicatorMatching.Reason]
  ) {
    (isLeftFree[a], isRightFree[b]) = (false, false)
    pairs.append(.init(old: a, new: b, rung: rung, confidence: confidence, reasons: reasons))
  }

  mutating func withdrawProposals(left rows: [Int], right others: [Int]) {
    proposals.removeAll { rows.contains($0.old) || others.contains($0.new) }
  }

  /// What people decided goes before all else.
  private mutating func heed(_ verdicts: Verdicts) {
    guard !verdicts.isEmpty else { return }
    for a in left.indices {
      for b in right.indices {
        switch verdicts.decision(left[a], right[b]) {
        case .same where isLeftFree[a] && isRightFree[b]: take(a, b, .chosen, 100, [.decided])
        case .different: refused.insert([a, b])
        default: break
        }
      }
    }
  }

  /// Rows that are alike in all that was approved: which of several goes with which makes no difference.
  private mutating func takeEqualRows() {
    var known: [TextBytes: [Int]] = [:]
    for b in right.indices.reversed() where isRightFree[b] {
      known[TextBytes(right[b].key), default: []].append(b)
    }
    for a in left.indices where isLeftFree[a] {
      guard let b = known[TextBytes(left[a].key)]?.popLast() else { continue }
      let isExact = left[a].name == right[b].name
      if refused.contains([a, b]) { continue }
      take(a, b, isExact ? .exact : .folded, 100, [.sameRow])
    }
  }

  /// Rows whose name only one row of each side has, or still has.
  private mutating func takeOnly(
    by name: KeyPath<RowProfile, String>, _ rung: IndicatorMatching.Rung, _ reason: IndicatorMatching.Reason,
    confidence: Int
  ) {
    let namesakes = Dictionary(grouping: left.indices.filter { isLeftFree[$0] }) {
      TextBytes(left[$0][keyPath: name])
    }
    let others = Dictionary(grouping: right.indices.filter { isRightFree[$0] }) {
      TextBytes(right[$0][keyPath: name])
    }
    for (text, rows) in namesakes.sorted(by: { $0.key.text < $1.key.text })
    where rows.count == 1 && !text.text.isEmpty {
      guard let found = others[text], found.count == 1 else { continue }
      let (a, b) = (rows[0], found[0])
      guard !refused.contains([a, b]) else { continue }
      let isCompatible = left[a].value.isCompatible(right[b].value)
      if hasNamesakes(a, b, by: name) {
        guard left[a].value.unit == right[b].value.unit else { continue }
        take(a, b, rung, min(confidence, 80), [reason, .lastOfItsName])
      } else {
        take(a, b, rung, isCompatible ? confidence : min(confidence, 90), [reason])
      }
    }
  }

  /// Whether other rows of either form, free or not, have the name too.
  private func hasNamesakes(_ a: Int, _ b: Int, by name: KeyPath<RowProfile, String>) -> Bool {
    let text = left[a][keyPath: name]
    return left.count { $0[keyPath: name] == text } > 1 || right.count { $0[keyPath: name] == text } > 1
  }
}

extension IndicatorMatching.Pair {
  /// With the sides exchanged.
  fileprivate var turned: Self {
    .init(old: new, new: old, rung: rung, confidence: confidence, reasons: reasons)
  }
}

// MARK: The rest, by likeness

extension PairSearch {
  private mutating func assignRest() {
    let rows = left.indices.filter { isLeftFree[$0] }
    let columns = right.indices.filter { isRightFree[$0] }
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let likeness = rows.map { a in
      columns.map { b in refused.contains([a, b]) ? nil : RowLikeness(left[a], right[b]) }
    }
    let scores = likeness.map { $0.map { max(0, $0?.score ?? 0) } }
    let best =
      rows.count <= columns.count
      ? Assignment.best(scores)
      : Self.inverted(Assignment.best(Self.transposed(scores)), count: rows.count)
    var open = rows.indices.filter { best[$0] >= 0 && scores[$0][best[$0]] >= RowLikeness.least }
    var isRowOpen = Array(repeating: true, count: rows.count)
    var isColumnOpen = Array(repeating: true, count: columns.count)
    while let next = open.first(where: { row in
      guard case .sure = likeness[row][best[row]]?.grade else { return false }
      return isClear(row, best[row], rows, columns, scores, isRowOpen, isColumnOpen)
    }) {
      let column = best[next]
      if let found = likeness[next][column], case .sure(let rung, let confidence) = found.grade {
        take(rows[next], columns[column], rung, confidence, found.reasons)
      }
      (isRowOpen[next], isColumnOpen[column]) = (false, false)
      open.removeAll { $0 == next }
    }
    for row in open {
      guard let found = likeness[row][best[row]] else { continue }
      proposals.append(
        .init(
          old: rows[row], new: columns[best[row]], rung: .similar, confidence: min(75, found.score / 10),
          reasons: found.reasons))
    }
  }

  /// Whether no row that is still open comes near, but those that are alike in everything.
  private func isClear(
    _ row: Int, _ column: Int, _ rows: [Int], _ columns: [Int], _ scores: [[Int]], _ isRowOpen: [Bool],
    _ isColumnOpen: [Bool]
  ) -> Bool {
    let limit = scores[row][column] - RowLikeness.margin
    let isRivalled = columns.indices.contains { other in
      other != column && isColumnOpen[other] && scores[row][other] > limit
        && right[columns[other]].key != right[columns[column]].key
    }
    return !isRivalled
      && !rows.indices.contains { other in
        other != row && isRowOpen[other] && scores[other][column] > limit
          && left[rows[other]].key != left[rows[row]].key
      }
  }

  private static func transposed(_ matrix: [[Int]]) -> [[Int]] {
    guard let first = matrix.first else { return [] }
    return first.indices.map { column in matrix.map { $0[column] } }
  }

  /// The column of each row from the row of each column; −1 where it has none.
  private static func inverted(_ rowOfColumn: [Int], count: Int) -> [Int] {
    var result = Array(repeating: -1, count: count)
    for (column, row) in rowOfColumn.enumerated() { result[row] = column }
    return result
  }
}
