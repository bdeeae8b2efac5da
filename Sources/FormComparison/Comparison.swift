import FormModel

/// An approved form held against the self-evaluation of a year later: which row is which, and what changed.
///
/// A pure value: a form held against itself has no changes; with the sides exchanged what was dropped is added and the
/// reverse; the order of the rows does not matter.
public struct Comparison: Sendable {
  /// The approved form.
  public let approved: Form
  /// The self-evaluation.
  public let evaluated: Form
  /// Which row is which.
  public let matching: IndicatorMatching
  /// What changed: the form as a whole first, then row by row of the self-evaluation, at last the rows that are gone.
  public let changes: [Change]
  /// What could not be compared, in the same order.
  public let unclear: [Unclear]

  /// - Parameters:
  ///   - words: what names of one indicator may differ in.
  ///   - decisions: what people said about rows that were proposed.
  public init(
    approved: Form, evaluated: Form, words: MatchingWords, decisions: PairList = PairList()
  ) {
    let matching = IndicatorMatching(
      old: approved.indicators, new: evaluated.indicators, words: words, decisions: decisions)
    let whole = WholeFormComparison(approved, evaluated)
    let rows = RowComparison(approved, evaluated, matching, words)
    self.approved = approved
    self.evaluated = evaluated
    self.matching = matching
    changes = whole.changes + rows.changes.inFormOrder
    unclear = whole.unclear + rows.unclear
  }

  /// A self-evaluation alone: its own targets are what was approved.
  public init(ofOwnTargets evaluated: Form, words: MatchingWords) {
    self.init(approved: evaluated, evaluated: evaluated, words: words)
  }

  /// Whether there is nothing to report: no change, nothing to decide about.
  public var isClean: Bool {
    changes.isEmpty && matching.proposals.isEmpty && !matching.splits.contains { !$0.isTaken }
      && !matching.merges.contains { !$0.isTaken }
  }

  /// The changes of some kinds.
  public func changes(of kinds: Set<Change.Kind>) -> [Change] { changes.filter { kinds.contains($0.kind) } }
}

extension [Change] {
  /// By the row of the self-evaluation, changes of one row in the order they were found; dropped rows last.
  fileprivate var inFormOrder: [Change] {
    enumerated().sorted { a, b in
      (a.element.sortKey, a.offset) < (b.element.sortKey, b.offset)
    }.map(\.element)
  }
}

extension Change {
  fileprivate var sortKey: Int {
    if case .indicator(let row, _)? = evaluated { return row }
    if case .indicator(let row, _)? = approved { return 1_000_000 + row }
    return -1
  }
}
