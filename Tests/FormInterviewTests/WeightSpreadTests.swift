import FormInterview
import FormModel
import FoundationEssentials
import Testing

@Suite struct WeightSpreadTests {
  private static func form(_ counts: [(String, Int)], given: [Int: String] = [:]) -> Form {
    var form = Form()
    for (level, count) in counts {
      form.indicators += (0..<count).map { Indicator(level1: level, level2: "数量指标", level3: "\(level)\($0)") }
    }
    for (row, points) in given { form.indicators[row].weight = Score(points) }
    return form
  }

  /// Whatever the rows, the shares add to what was left, exactly, and none is zero.
  @Test(arguments: 1...12, 0...7) func sharesAddUpExactly(outputs: Int, benefits: Int) {
    let form = Self.form([("产出指标", outputs), ("效益指标", benefits)])
    let shares = WeightSpread(form: form, template: smallTemplate).even(decimals: 2)
    #expect(shares.values.reduce(0, +) == 90)
    #expect(shares.count == outputs + benefits)
    #expect(shares.values.allSatisfy { $0 > 0 })
  }

  @Test func levelsGetTheirUsualPoints() {
    let spread = WeightSpread(form: Self.form([("产出指标", 3), ("效益指标", 4)]), template: smallTemplate)
    let shares = spread.even(decimals: 2)
    #expect((0..<3).reduce(Decimal(0)) { $0 + (shares[$1] ?? 0) } == 60)
    #expect((3..<7).map { shares[$0] } == [8, 8, 7, 7])
  }

  @Test func givenPointsAreKept() {
    let form = Self.form([("产出指标", 3), ("效益指标", 1)], given: [0: "50"])
    let shares = WeightSpread(form: form, template: smallTemplate).even(decimals: 2)
    #expect(shares == [1: 5, 2: 5, 3: 30])
  }

  @Test func pointsThatDoNotFitTheLevelsAreSpreadOverAll() {
    let form = Self.form([("产出指标", 2), ("效益指标", 1)], given: [0: "70"])
    let shares = WeightSpread(form: form, template: smallTemplate).even(decimals: 2)
    #expect(shares == [1: 10, 2: 10])
  }

  @Test func nothingLeftSpreadsNothing() {
    let form = Self.form([("产出指标", 2)], given: [0: "95"])
    #expect(WeightSpread(form: form, template: smallTemplate).even(decimals: 2).isEmpty)
  }

  @Test func moreRowsThanWholePointsUseHalfPoints() {
    let form = Self.form([("产出指标", 100)])
    let shares = WeightSpread(form: form, template: smallTemplate).even(decimals: 2)
    #expect(shares.values.reduce(0, +) == 90)
    #expect(Set(shares.values) == [Decimal(5) / 10, 1])
  }
}
