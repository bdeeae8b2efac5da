import FormComparison
import FormModel
import Testing

/// How the matching does on rows of which it is known what became of them.
@Suite struct LabelledMatchingTests {
  struct Figures: CustomStringConvertible {
    var rows = 0
    var taken = 0
    var proposed = 0
    var missed: [String] = []
    var silentlyWrong: [String] = []
    var byKind: [String: [Int]] = [:]

    /// Per ten thousand of all rows.
    var right: Int { rows == 0 ? 0 : (rows - missed.count - silentlyWrong.count) * 10_000 / rows }

    var description: String {
      let kinds = byKind.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value[0]) taken, \($0.value[1]) proposed, \($0.value[2]) missed" }
      return
        "\(rows) rows: \(taken) taken, \(proposed) proposed, \(missed.count) missed, \(silentlyWrong.count) silently wrong; right \(Double(right) / 100) %\n  "
        + kinds.joined(separator: "\n  ")
    }
  }

  @Test func fictionalForms() { check(MatchingData.fictional, seeds: 100) }

  @Test(.enabled(if: !MatchingData.published.isEmpty)) func publishedForms() {
    check(MatchingData.published, seeds: 20)
  }

  private func check(_ forms: [Form], seeds: UInt64) {
    var figures = Figures()
    for (number, form) in forms.enumerated() {
      let others = forms.indices.filter { $0 != number }.flatMap { forms[$0].indicators }
      for seed in 0..<seeds {
        let labelled = LabelledPairs(form.indicators, others: others, seed: UInt64(number) * 1000 + seed)
        Self.count(labelled, in: &figures)
      }
    }
    print(figures)
    for line in figures.silentlyWrong.prefix(20) { print("  WRONG", line) }
    for line in figures.missed.prefix(20) { print("  MISSED", line) }
    #expect(figures.silentlyWrong.isEmpty)
    #expect(figures.right >= 9_900)
    #expect(figures.taken * 100 >= figures.rows * 90, "most rows need nobody's help")
  }

  private static func count(_ labelled: LabelledPairs, in figures: inout Figures) {
    let matching = IndicatorMatching(old: labelled.old, new: labelled.new, words: MatchingData.words)
    let taken = Dictionary(uniqueKeysWithValues: matching.pairs.map { ($0.old, $0.new) })
    let proposed = Dictionary(uniqueKeysWithValues: matching.proposals.map { ($0.old, $0.new) })
    for (index, row) in labelled.old.enumerated() {
      let kind = labelled.kind[index]?.rawValue ?? "?"
      figures.rows += 1
      let text = "\(kind): \(row.level3) \(row.target?.text ?? "") → "
      var outcome = 0
      if let wanted = labelled.parts[index] {
        let split = matching.splits.first { $0.whole == index }
        if split?.parts == wanted {
          outcome = split?.isTaken == true ? 0 : 1
        } else if let other = taken[index] {
          outcome = 3
          figures.silentlyWrong.append(text + labelled.new[other].level3)
        } else if proposed[index].map(wanted.contains) ?? false {
          outcome = 1
        } else {
          outcome = 2
        }
      } else if let wanted = labelled.partner[index] {
        if let other = taken[index], Self.isSame(labelled.new[other], labelled.new[wanted]) {
          outcome = 0
        } else if let other = taken[index] {
          outcome = 3
          figures.silentlyWrong.append(
            text + labelled.new[other].level3 + (labelled.new[other].target?.text ?? ""))
        } else {
          let isRight = proposed[index].map { Self.isSame(labelled.new[$0], labelled.new[wanted]) } ?? false
          outcome = isRight || labelled.kind[index] == .neighbour && proposed[index] != nil ? 1 : 2
        }
      } else if let other = taken[index], !Self.isSame(labelled.new[other], row) {
        outcome = 3
        figures.silentlyWrong.append(
          text + labelled.new[other].level3 + (labelled.new[other].target?.text ?? ""))
      }
      if outcome == 2 {
        figures.missed.append(text + (labelled.partner[index].map { labelled.new[$0].level3 } ?? ""))
      }
      if outcome == 0 { figures.taken += 1 }
      if outcome == 1 { figures.proposed += 1 }
      if outcome < 3 { figures.byKind[kind, default: [0, 0, 0]][outcome] += 1 }
    }
  }

  /// Rows alike in everything cannot be told apart by anybody.
  private static func isSame(_ a: Indicator, _ b: Indicator) -> Bool {
    a.level3 == b.level3 && a.level2 == b.level2 && a.target == b.target && a.weight?.value == b.weight?.value
  }
}
