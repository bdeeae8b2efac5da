import ChineseText
import FormModel

/// Which row of one form is which row of another (DESIGN §8): the same name, the same name once folded, else likeness
/// of name, level, unit and value.
///
/// No row is taken twice. What is not sure is proposed and not taken.
public struct IndicatorMatching: Sendable, Hashable {
  /// A pair of rows, by index, and how it was found.
  public struct Pair: Sendable, Hashable {
    /// The row of the older form.
    public var old: Int
    /// The row of the newer form.
    public var new: Int
    /// How the two were found to be the same.
    public var rung: Rung
    /// How sure it is, in per cent.
    public var confidence: Int
    /// What speaks for it, strongest first.
    public var reasons: [Reason]

    public init(old: Int, new: Int, rung: Rung, confidence: Int = 100, reasons: [Reason] = []) {
      self.old = old
      self.new = new
      self.rung = rung
      self.confidence = confidence
      self.reasons = reasons
    }
  }

  /// How a pair was found, surest first.
  public enum Rung: String, Sendable, Hashable, CaseIterable {
    /// The names are the same to the letter.
    case exact
    /// The names differ in width, blanks and words that add nothing.
    case folded
    /// Name, level, unit and value are alike.
    case similar
    /// A person said so.
    case chosen
  }

  /// What speaks for a pair.
  public enum Reason: Sendable, Hashable {
    /// Name, levels, target and weight are the same.
    case sameRow
    case sameName
    /// The same once fillers and blanks are gone.
    case sameCore
    /// The same once words are replaced by others that mean the same.
    case synonyms
    /// One name is the other, shortened.
    case shortened
    /// So many hundredths of the names are the same.
    case likeName(Int)
    case sameLevel
    case sameUnit
    case sameValue
    /// All other rows of the name have found theirs.
    case lastOfItsName
    /// A person's decision, from a list of pairs.
    case decided
  }

  /// One row that became several, or the reverse.
  public struct Parts: Sendable, Hashable {
    /// The row by itself.
    public var whole: Int
    /// The rows of the other form, in order.
    public var parts: [Int]
    /// How sure it is, in per cent.
    public var confidence: Int
    /// Whether it counts as found; else it is only proposed.
    public var isTaken: Bool
    /// Whether the values of the parts add up to that of the whole.
    public var addsUp: Bool
    /// Whether a person said so.
    public var isDecided = false
  }

  /// Pairs in the order of the new rows.
  public let pairs: [Pair]
  /// Pairs that a person has to decide about, in the order of the new rows; no row of them is in a pair.
  public let proposals: [Pair]
  /// Old rows that became several new ones.
  public let splits: [Parts]
  /// New rows that several old ones became.
  public let merges: [Parts]

  init(pairs: [Pair], proposals: [Pair] = [], splits: [Parts] = [], merges: [Parts] = []) {
    self.pairs = pairs.sorted { ($0.new, $0.old) < ($1.new, $1.old) }
    self.proposals = proposals.sorted { ($0.new, $0.old) < ($1.new, $1.old) }
    self.splits = splits.sorted { $0.whole < $1.whole }
    self.merges = merges.sorted { $0.whole < $1.whole }
  }

  /// By names alone, in the order of the rows: enough where a form grows from another one row by row.
  ///
  /// Within a rung a row in the same second level goes first.
  public init(old: [Indicator], new: [Indicator]) {
    var pairs: [Pair] = []
    var free = Set(old.indices)
    for rung in [Rung.exact, .folded] {
      let known = Dictionary(grouping: old.indices) { rung.key(old[$0]) }
      for (index, row) in new.enumerated() where !pairs.contains(where: { $0.new == index }) {
        let same = (known[rung.key(row)] ?? []).filter(free.contains)
        guard let match = same.first(where: { old[$0].level2 == row.level2 }) ?? same.first else { continue }
        free.remove(match)
        pairs.append(Pair(old: match, new: index, rung: rung))
      }
    }
    self.init(pairs: pairs)
  }

  /// By names, then by likeness, as the best assignment of all rows.
  ///
  /// The order of the rows does not matter, and with the sides exchanged the same pairs are found. Of several rows
  /// that are equally good and differ in content, none is taken: they are proposed.
  ///
  /// - Parameters:
  ///   - words: what names may differ in.
  ///   - decisions: what people said about rows before.
  public init(old: [Indicator], new: [Indicator], words: MatchingWords, decisions: PairList = PairList()) {
    let before = OrderedProfiles(old, words)
    let after = OrderedProfiles(new, words)
    // The same work whichever side is called old, so that exchanging them exchanges the result.
    let isTurned = after.keys.lexicographicallyPrecedes(before.keys)
    var search = PairSearch(
      isTurned ? after.profiles : before.profiles, isTurned ? before.profiles : after.profiles)
    search.run(Verdicts(decisions, isTurned: isTurned))
    let found = search.result(isTurned: isTurned)
    self.init(
      pairs: found.pairs.map { $0.placed(before.order, after.order) },
      proposals: found.proposals.map { $0.placed(before.order, after.order) },
      splits: found.splits.map { $0.placed(before.order, after.order) },
      merges: found.merges.map { $0.placed(after.order, before.order) })
  }

  /// The old row of a new one.
  public func old(ofNew index: Int) -> Int? { pairs.first { $0.new == index }?.old }

  /// Whether an old row stands in the new form.
  public func isTaken(old index: Int) -> Bool { pairs.contains { $0.old == index } }
}

extension IndicatorMatching.Rung {
  fileprivate func key(_ row: Indicator) -> String {
    self == .exact ? row.level3 : foldedWithoutSpace(row.level3)
  }
}

extension IndicatorMatching.Pair {
  /// With the rows' places in their forms for those in the order of the search.
  fileprivate func placed(_ old: [Int], _ new: [Int]) -> Self {
    var pair = self
    (pair.old, pair.new) = (old[self.old], new[self.new])
    return pair
  }
}

extension IndicatorMatching.Parts {
  fileprivate func placed(_ wholes: [Int], _ others: [Int]) -> Self {
    var placed = self
    placed.whole = wholes[whole]
    placed.parts = parts.map { others[$0] }.sorted()
    return placed
  }
}
