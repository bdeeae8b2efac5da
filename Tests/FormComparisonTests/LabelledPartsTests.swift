import FormComparison
import FormModel
import Testing

/// How the matching does on rows of which it is known that they were split, and the other way round merged.
@Suite struct LabelledPartsTests {
  struct Figures: CustomStringConvertible {
    var rows = 0
    var missed: [String] = []
    var wrong: [String] = []
    /// Taken and proposed.
    var found: [LabelledParts.Kind: (taken: Int, proposed: Int)] = [:]

    /// Per ten thousand of all rows.
    var right: Int { rows == 0 ? 0 : (rows - missed.count - wrong.count) * 10_000 / rows }

    var description: String {
      let kinds = LabelledParts.Kind.allCases.map { kind in
        "\(kind): \(found[kind]?.taken ?? 0) taken, \(found[kind]?.proposed ?? 0) proposed"
      }
      return
        "\(rows) rows in parts: \(missed.count) missed, \(wrong.count) silently wrong; right \(Double(right) / 100) %\n  "
        + kinds.joined(separator: "\n  ")
    }
  }

  @Test func fictionalForms() { check(MatchingData.fictional, seeds: 60) }

  @Test(.enabled(if: !MatchingData.published.isEmpty)) func publishedForms() {
    check(MatchingData.published, seeds: 10)
  }

  private func check(_ forms: [Form], seeds: UInt64) {
    var figures = Figures()
    for (number, form) in forms.enumerated() {
      for kind in LabelledParts.Kind.allCases {
        for seed in 0..<seeds {
          guard
            let labelled = LabelledParts(form.indicators, kind: kind, seed: UInt64(number) * 1000 + seed)
          else { continue }
          Self.count(labelled, isMerged: false, in: &figures)
          Self.count(labelled, isMerged: true, in: &figures)
        }
      }
    }
    print(figures)
    for line in figures.wrong.prefix(10) { print("  WRONG", line) }
    for line in figures.missed.prefix(10) { print("  MISSED", line) }
    #expect(figures.rows > 500)
    #expect(figures.wrong.isEmpty)
    #expect(figures.right >= 9_900)
  }

  /// What the search says of one form and its parts, split or, with the sides exchanged, merged.
  private static func count(_ labelled: LabelledParts, isMerged: Bool, in figures: inout Figures) {
    let (old, new) = isMerged ? (labelled.new, labelled.old) : (labelled.old, labelled.new)
    let matching = IndicatorMatching(old: old, new: new, words: MatchingData.words)
    let all = isMerged ? matching.merges : matching.splits
    let others = isMerged ? matching.splits : matching.merges
    let partner = { (found: IndicatorMatching.Pair) in
      isMerged ? (found.new, found.old) : (found.old, found.new)
    }
    let text = "\(labelled.kind)\(isMerged ? " merged" : ""): \(labelled.old[labelled.whole].level3) → "
    figures.rows += 1
    let mistaken =
      all.filter { $0.isTaken && ($0.whole != labelled.whole || $0.parts != labelled.parts) }.map(\.parts)
      + others.filter(\.isTaken).map(\.parts)
    let wrongPair = matching.pairs.map(partner).first { whole, part in
      (whole == labelled.whole) != labelled.parts.contains(part)
    }
    if let parts = mistaken.first {
      figures.wrong.append(text + "parts \(parts.map { (isMerged ? old : new)[$0].level3 })")
    } else if let wrongPair {
      figures.wrong.append(text + "\(labelled.old[wrongPair.0].level3) = \(labelled.new[wrongPair.1].level3)")
    } else if let found = all.first(where: { $0.whole == labelled.whole }) {
      let isRight = found.parts == labelled.parts
      if !isRight { figures.missed.append(text + "\(found.parts)") }
      let add = (taken: isRight && found.isTaken ? 1 : 0, proposed: isRight && !found.isTaken ? 1 : 0)
      let sum = figures.found[labelled.kind] ?? (0, 0)
      figures.found[labelled.kind] = (sum.taken + add.taken, sum.proposed + add.proposed)
    } else if matching.proposals.map(partner).contains(where: {
      $0.0 == labelled.whole && labelled.parts.contains($0.1)
    }) {
      let sum = figures.found[labelled.kind] ?? (0, 0)
      figures.found[labelled.kind] = (sum.taken, sum.proposed + 1)
    } else {
      figures.missed.append(text + "nothing")
    }
  }
}
