import ChineseText
import FormModel

/// Which row of one form is which row of another.
///
/// Two rungs of DESIGN §8 stand here: the same name, and the same name once width and blanks are folded. Within
/// a rung a row in the same second level goes first, and no row is taken twice.
public struct IndicatorMatching: Sendable {
  /// A pair of rows, by index, and how it was found.
  public struct Pair: Sendable, Hashable {
    /// The row of the older form.
    public var old: Int
    /// The row of the newer form.
    public var new: Int
    /// How the two were found to be the same.
    public var rung: Rung
  }

  /// How sure a pair is, surest first.
  public enum Rung: Sendable, Hashable, CaseIterable {
    /// The names are the same to the letter.
    case exact
    /// The names differ in width and blanks only.
    case folded
  }

  /// Pairs in the order of the new rows.
  public let pairs: [Pair]

  public init(old: [Indicator], new: [Indicator]) {
    var pairs: [Pair] = []
    var free = Set(old.indices)
    for rung in Rung.allCases {
      let known = Dictionary(grouping: old.indices) { rung.key(old[$0]) }
      for (index, row) in new.enumerated() where !pairs.contains(where: { $0.new == index }) {
        let same = (known[rung.key(row)] ?? []).filter(free.contains)
        guard let match = same.first(where: { old[$0].level2 == row.level2 }) ?? same.first else { continue }
        free.remove(match)
        pairs.append(Pair(old: match, new: index, rung: rung))
      }
    }
    self.pairs = pairs.sorted { $0.new < $1.new }
  }

  /// The old row of a new one.
  public func old(ofNew index: Int) -> Int? { pairs.first { $0.new == index }?.old }

  /// Whether an old row stands in the new form.
  public func isTaken(old index: Int) -> Bool { pairs.contains { $0.old == index } }
}

extension IndicatorMatching.Rung {
  fileprivate func key(_ row: Indicator) -> String {
    switch self {
    case .exact: row.level3
    case .folded: foldedWithoutSpace(row.level3)
    }
  }
}
