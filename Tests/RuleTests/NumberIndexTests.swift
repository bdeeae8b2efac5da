import TestSupport
import Testing

@testable import FormRules

@Suite struct NumberIndexTests {
  @Test("every number has the place at which it first came")
  func places() {
    var random = SplitMix64(seed: 4)
    var index = NumberIndex()
    var known: [Int: Int] = [:]
    #expect(index.place(of: 0) == nil)
    for _ in 0..<5_000 {
      // Many come twice, and many differ in high bits alone.
      let number = Int.random(in: -500...500, using: &random) << Int.random(in: 0...50, using: &random)
      let place = known[number] ?? known.count
      let entry = index.insert(number)
      #expect(entry == (place, known[number] == nil))
      known[number] = place
    }
    for (number, place) in known { #expect(index.place(of: number) == place) }
    #expect(index.place(of: 501) == nil)
  }
}

@Suite struct RuleOutcomesTests {
  @Test("an update takes over the ends of the rules there are, and no others")
  func update() {
    var outcomes = RuleOutcomes([
      RuleOutcome(rule: "a", outcome: .notApplicable), RuleOutcome(rule: "b", outcome: .pass),
      RuleOutcome(rule: "c", outcome: .notApplicable),
    ])
    outcomes.update(
      with: RuleOutcomes([
        RuleOutcome(rule: "a", outcome: .findings(2)), RuleOutcome(rule: "other", outcome: .pass),
        RuleOutcome(rule: "c", outcome: .pass),
      ]))
    #expect(outcomes.map(\.rule) == ["a", "b", "c"])
    #expect(outcomes.map(\.outcome) == [.findings(2), .pass, .pass])
  }
}
