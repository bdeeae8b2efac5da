import FormComparison
import FormModel
import TestSupport
import Testing

/// What holds of every comparison.
@Suite struct ComparisonLawTests {
  private static let forms = MatchingData.fictional + MatchingData.published

  @Test func aFormIsTheSameAsItself() {
    for form in Self.forms {
      let comparison = Comparison(approved: form, evaluated: form, words: MatchingData.words)
      #expect(
        comparison.changes.isEmpty && comparison.isClean, "\(form[.project] ?? "") \(comparison.changes)")
      #expect(comparison.matching.pairs.count == form.indicators.count)
    }
  }

  /// Pairs of rows by their content: rows alike in everything cannot be told apart.
  private func content(_ matching: IndicatorMatching, _ old: [Indicator], _ new: [Indicator]) -> [String] {
    func text(_ row: Indicator) -> String {
      [row.level1, row.level2 ?? "", row.level3, row.target?.text ?? "", row.weight?.text ?? ""].joined(
        separator: "|")
    }
    let pairs = matching.pairs.map {
      "=\(text(old[$0.old])) → \(text(new[$0.new])) \($0.rung) \($0.confidence)"
    }
    let proposals = matching.proposals.map { "?\(text(old[$0.old])) → \(text(new[$0.new]))" }
    let splits = matching.splits.map { found in
      "/\(text(old[found.whole])) → \(found.parts.map { text(new[$0]) }.sorted())"
    }
    let merges = matching.merges.map { found in
      "\\\(found.parts.map { text(old[$0]) }.sorted()) → \(text(new[found.whole]))"
    }
    let all: [String] = pairs + proposals + splits + merges
    return all.sorted()
  }

  @Test func theOrderOfTheRowsDoesNotMatter() {
    for (number, form) in Self.forms.enumerated() {
      for seed in 0..<4 {
        let labelled = LabelledPairs(
          form.indicators, others: Self.forms[0].indicators, seed: UInt64(number * 10 + seed))
        var random = SplitMix64(seed: UInt64(seed))
        let (old, new) = (labelled.old.shuffled(using: &random), labelled.new.shuffled(using: &random))
        let first = IndicatorMatching(old: labelled.old, new: labelled.new, words: MatchingData.words)
        let second = IndicatorMatching(old: old, new: new, words: MatchingData.words)
        #expect(content(first, labelled.old, labelled.new) == content(second, old, new))
      }
    }
  }

  /// Forms in which a row became several, with what a person said of it: so, not so, nothing.
  private static let decided: [(old: [Indicator], new: [Indicator], list: PairList)] =
    forms.enumerated().flatMap { number, form in
      LabelledParts.Kind.allCases.flatMap { kind in
        PairList.Decision.allCases.compactMap { decision in
          LabelledParts(form.indicators, kind: kind, seed: UInt64(number)).map { labelled in
            let entry = OpenQuestion(old: [labelled.whole], new: labelled.parts, confidence: 100)
              .entry(labelled.old, labelled.new, decision)
            return (labelled.old, labelled.new, PairList([entry]))
          }
        }
      }
    }

  @Test func neitherOrderNorSideMatterToWhatWasDecided() {
    #expect(Self.decided.count > 100)
    for (number, example) in Self.decided.enumerated() {
      var random = SplitMix64(seed: UInt64(number))
      let (old, new) = (example.old.shuffled(using: &random), example.new.shuffled(using: &random))
      let first = IndicatorMatching(
        old: example.old, new: example.new, words: MatchingData.words, decisions: example.list)
      let second = IndicatorMatching(old: old, new: new, words: MatchingData.words, decisions: example.list)
      #expect(content(first, example.old, example.new) == content(second, old, new))
      let turned = PairList(
        example.list.entries.map {
          .init(approved: $0.evaluated, evaluated: $0.approved, decision: $0.decision)
        })
      let back = IndicatorMatching(
        old: example.new, new: example.old, words: MatchingData.words, decisions: turned)
      #expect(back.merges == first.splits && back.splits == first.merges)
      #expect(Set(back.pairs.map { [$0.new, $0.old] }) == Set(first.pairs.map { [$0.old, $0.new] }))
      let isDecided = first.splits.contains { $0.isDecided }
      #expect(isDecided == (example.list.entries[0].decision == .same))
    }
  }

  /// All that is said of two forms is the same whatever the order of their rows.
  @Test func neitherChangesNorPointsDependOnTheOrderOfTheRows() throws {
    let plan = try TwofoldPointsTests.plan()
    for (number, form) in Self.forms.enumerated() {
      let labelled = LabelledPairs(form.indicators, others: Self.forms[0].indicators, seed: UInt64(number))
      var (before, after) = (form, form)
      after.kind = .selfEvaluation
      after.indicators = labelled.new.enumerated().map { place, row in
        var row = row
        (row.actual, row.score) = (place % 3 == 0 ? nil : row.target, row.weight)
        return row
      }
      let first = Comparison(approved: before, evaluated: after, words: MatchingData.words)
      var random = SplitMix64(seed: UInt64(number))
      before.indicators.shuffle(using: &random)
      after.indicators.shuffle(using: &random)
      let second = Comparison(approved: before, evaluated: after, words: MatchingData.words)
      let texts = [first, second].map { comparison in
        comparison.changes.map {
          "\($0.kind) \($0.before ?? "") \($0.after ?? "") \($0.direction?.rawValue ?? "")"
        }
        .sorted()
      }
      // Parts are listed in the order of the form.
      if first.matching.splits.isEmpty, first.matching.merges.isEmpty { #expect(texts[0] == texts[1]) }
      let points = [first, second].map { TwofoldPoints($0, plan: plan) }
      #expect(points[0].own == points[1].own && points[0].approved == points[1].approved)
    }
  }

  @Test func exchangedSidesExchangeWhatWasDroppedAndAdded() {
    for (number, form) in Self.forms.enumerated() {
      for seed in 0..<4 {
        let labelled = LabelledPairs(
          form.indicators, others: Self.forms[1].indicators, seed: UInt64(number * 10 + seed))
        var other = form
        other.indicators = labelled.new
        let there = Comparison(approved: form, evaluated: other, words: MatchingData.words)
        let back = Comparison(approved: other, evaluated: form, words: MatchingData.words)
        let forth: [Int: Int] = Dictionary(
          uniqueKeysWithValues: there.matching.pairs.map { ($0.old, $0.new) })
        let reverse: [Int: Int] = Dictionary(
          uniqueKeysWithValues: back.matching.pairs.map { ($0.new, $0.old) })
        #expect(forth == reverse)
        #expect(there.matching.splits == back.matching.merges)
        #expect(there.matching.merges == back.matching.splits)
        #expect(there.changes(of: [.dropped]).map(\.before) == back.changes(of: [.added]).map(\.after))
        #expect(there.changes(of: [.added]).map(\.after) == back.changes(of: [.dropped]).map(\.before))
        for kind in [Change.Kind.renamed, .moved, .value, .weight, .unit, .scale, .wording] {
          let (forth, reverse) = (there.changes(of: [kind]), back.changes(of: [kind]))
          #expect(forth.count == reverse.count, "\(kind)")
          let loosened = forth.count { $0.direction == .loosened }
          #expect(loosened == reverse.count { $0.direction == .tightened }, "\(kind)")
        }
      }
    }
  }
}
