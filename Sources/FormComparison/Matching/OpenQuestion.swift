import FormModel

/// Rows of two forms that may be one and the same, for a person to decide about.
public struct OpenQuestion: Sendable, Hashable {
  /// The row of the older form; several where they may have become one.
  public var old: [Int]
  /// The row of the newer form; several where one may have become them.
  public var new: [Int]
  /// How sure it is, in per cent.
  public var confidence: Int

  public init(old: [Int], new: [Int], confidence: Int) {
    self.old = old
    self.new = new
    self.confidence = confidence
  }

  /// What a list of pairs says once it is answered.
  public func entry(
    _ approved: [Indicator], _ evaluated: [Indicator], _ decision: PairList.Decision
  ) -> PairList.Entry {
    PairList.Entry(
      approved: old.map { PairList.Row(approved[$0]) }, evaluated: new.map { PairList.Row(evaluated[$0]) },
      decision: decision)
  }
}

extension IndicatorMatching {
  /// All that a person has to decide about: pairs, then split rows, then merged ones.
  public var questions: [OpenQuestion] {
    let pairs = proposals.map { OpenQuestion(old: [$0.old], new: [$0.new], confidence: $0.confidence) }
    let split = splits.filter { !$0.isTaken }.map {
      OpenQuestion(old: [$0.whole], new: $0.parts, confidence: $0.confidence)
    }
    let merged = merges.filter { !$0.isTaken }.map {
      OpenQuestion(old: $0.parts, new: [$0.whole], confidence: $0.confidence)
    }
    return pairs + split + merged
  }

  /// The rows of either form that nothing is taken for: they may be chosen for another row.
  ///
  /// - Parameters:
  ///   - oldCount: rows of the older form.
  ///   - newCount: rows of the newer form.
  public func open(_ oldCount: Int, _ newCount: Int) -> (old: [Int], new: [Int]) {
    let (splits, merges) = (splits.filter(\.isTaken), merges.filter(\.isTaken))
    let old = pairs.map(\.old) + splits.map(\.whole) + merges.flatMap(\.parts)
    let new = pairs.map(\.new) + merges.map(\.whole) + splits.flatMap(\.parts)
    return (Set(0..<oldCount).subtracting(old).sorted(), Set(0..<newCount).subtracting(new).sorted())
  }
}
