import FormModel
import Testing

@testable import FormComparison

@Suite struct IndicatorMatchingTests {
  private static func rows(_ names: String..., level2: String = "数量指标") -> [Indicator] {
    names.map { Indicator(level1: "产出指标", level2: level2, level3: $0) }
  }

  @Test func sameNamesArePairsWhateverTheirOrder() {
    let matching = IndicatorMatching(old: Self.rows("甲", "乙"), new: Self.rows("乙", "丙", "甲"))
    #expect(
      matching.pairs == [.init(old: 1, new: 0, rung: .exact), .init(old: 0, new: 2, rung: .exact)])
    #expect(matching.old(ofNew: 1) == nil)
  }

  @Test func widthAndBlanksDoNotMatter() {
    let matching = IndicatorMatching(old: Self.rows("PC端 接入数（个）"), new: Self.rows("ＰＣ端接入数(个)"))
    #expect(matching.pairs == [.init(old: 0, new: 0, rung: .folded)])
  }

  @Test func anExactNameGoesBeforeAFoldedOne() {
    let matching = IndicatorMatching(old: Self.rows("Ａ", "A"), new: Self.rows("A"))
    #expect(matching.pairs == [.init(old: 1, new: 0, rung: .exact)])
  }

  @Test func theSameSecondLevelGoesFirst() {
    let old = Self.rows("完成率", level2: "质量指标") + Self.rows("完成率")
    #expect(IndicatorMatching(old: old, new: Self.rows("完成率")).old(ofNew: 0) == 1)
  }

  @Test func noRowIsTakenTwice() {
    let matching = IndicatorMatching(old: Self.rows("容量"), new: Self.rows("容量", "容量"))
    #expect(matching.pairs.count == 1)
    #expect(matching.isTaken(old: 0))
  }
}
