import FormComparison
import FormModel
import Testing

/// What is taken, what is only proposed, what is left alone.
@Suite struct SureAndDoubtfulPairTests {
  /// Rows as `name|target|weight|level2`, the last two optional.
  private static func rows(_ lines: [String]) -> [Indicator] {
    lines.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      var row = Indicator(level1: "产出指标", level2: cells.count > 3 ? cells[3] : "数量指标", level3: cells[0])
      (row[.target], row[.weight]) = (cells[1], cells.count > 2 ? cells[2] : nil)
      return row
    }
  }

  /// `0=1` taken, `0?1` proposed, `0/1+2` split, `0+1\2` merged; a `?` behind parts for one that is proposed.
  private static func found(_ old: [String], _ new: [String], _ decisions: PairList = PairList()) -> String {
    let matching = IndicatorMatching(
      old: rows(old), new: rows(new), words: MatchingData.words, decisions: decisions)
    func list(_ parts: [Int]) -> String { parts.map(String.init).joined(separator: "+") }
    let all =
      matching.pairs.map { "\($0.old)=\($0.new)" } + matching.proposals.map { "\($0.old)?\($0.new)" }
      + matching.splits.map { "\($0.whole)/\(list($0.parts))\($0.isTaken ? "" : "?")" }
      + matching.merges.map { "\(list($0.parts))\\\($0.whole)\($0.isTaken ? "" : "?")" }
    return all.sorted().joined(separator: " ")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var old: [String]
    var new: [String]
    var wanted: String
    var why: String
    var testDescription: String { why }

    init(_ why: String, _ old: [String], _ new: [String], _ wanted: String) {
      (self.why, self.old, self.new, self.wanted) = (why, old, new, wanted)
    }
  }

  private static let three = ["书库容量|≥300TB", "书库容量|≥12000册", "书库容量|≥40架"]

  private static let cases = [
    Case("three of one name, in another order", three, [three[2], three[0], three[1]], "0=1 1=2 2=0"),
    Case("one of three lowered", three, [three[2], "书库容量|≥200TB", three[1]], "0=1 1=2 2=0"),
    Case(
      "all three lowered: the units tell", three, ["书库容量|≥9000册", "书库容量|≥30架", "书库容量|≥200TB"], "0=2 1=0 2=1"),
    Case("one of three gone", three, [three[0], three[2]], "0=0 2=1"),
    Case(
      "two of one name and unit, both changed: nobody can tell", ["运营成本|≤15%", "运营成本|≤8%"],
      ["运营成本|≤12%", "运营成本|≤10%"], "0?1 1?0"),
    Case("two of one name, one changed", ["运营成本|≤15%", "运营成本|≤8%"], ["运营成本|≤8%", "运营成本|≤20%"], "0=1 1=0"),
    Case("two became one with another value", ["运营成本|≤15%", "运营成本|≤8%"], ["运营成本|≤10%"], "0?0"),
    Case("two alike in everything", ["培训次数|≥2次", "培训次数|≥2次"], ["培训次数|≥2次", "培训次数|≥2次"], "0=0 1=1"),
    Case("people are not firms", ["汇聚人口信息数量|≥120万条"], ["汇聚法人信息数量|≥2万条"], "0?0"),
    Case("new is not stock", ["新增座席数量|≥100个"], ["存量座席数量|≥100个"], "0?0"),
    Case("another phase", ["二期工程完工率|=100%"], ["三期工程完工率|=100%"], "0?0"),
    Case("another thing altogether", ["绿地养护面积|≥36公顷"], ["读者满意度|≥90%"], ""),
    Case("other words for it", ["设备购置个数|≥8台"], ["设备采购数量|≥6台"], "0=0"),
    Case("shortened, same value", ["设备故障平均修复时长|≤4小时"], ["故障修复时长|≤4小时"], "0=0"),
    Case("shortened, other value: asked about", ["设备故障平均修复时长|≤4小时"], ["故障修复时长|≤6小时"], "0?0"),
    Case("a telling number", ["灌木修剪总株数|≥15640株|8"], ["灌木修剪规模|≥15640株|8"], "0=0"),
    Case("fillers and width", ["数量指标：确保 ＰＣ端接入数"], ["PC端接入数"].map { $0 + "|" }, "0=0"),
    Case("split in two that add up", ["站点建设数量|≥30个"], ["站点建设数量（东片）|≥12个", "站点建设数量（西片）|≥18个"], "0/0+1"),
    Case(
      "lowered, with the rest beside it", ["站点建设数量|≥30个"], ["站点建设数量|≥12个", "站点建设数量（西片）|≥18个"], "0/0+1 0=0"),
    Case("merged", ["站点建设数量（东片）|≥12个", "站点建设数量（西片）|≥18个"], ["站点建设数量|≥30个"], "0+1\\0"),
    Case("percentages do not add", ["线路完好率|≥90%"], ["线路完好率（东片）|≥40%", "线路完好率（西片）|≥50%"], "0?0"),
    Case("a small sum by chance is none", ["应急演练次数|≥2次"], ["培训活动次数|≥1次", "宣传活动次数|≥1次"], ""),
  ]

  @Test(arguments: cases) func pairs(_ example: Case) {
    let old = example.old.map { $0.contains("|") ? $0 : $0 + "|" }
    #expect(Self.found(old, example.new) == example.wanted)
  }

  @Test func aDecisionGoesBeforeAllElse() {
    let (old, new) = (["运营成本|≤15%", "运营成本|≤8%"], ["运营成本|≤12%", "运营成本|≤10%"])
    let (before, after) = (Self.rows(old), Self.rows(new))
    var list = PairList([.init(approved: .init(before[0]), evaluated: .init(after[1]), decision: .same)])
    #expect(Self.found(old, new, list) == "0=1 1=0")
    list.add(.init(approved: .init(before[1]), evaluated: .init(after[0]), decision: .different))
    #expect(Self.found(old, new, list) == "0=1")
    list.add(.init(approved: .init(before[0]), evaluated: .init(after[1]), decision: .open))
    #expect(list.entries.count == 2)
  }

  private static let whole = ["乔木灌木修剪数量|≥300株", "公厕保洁数量|≥14座"]
  private static let parts = ["乔木修剪数量|≥100株", "灌木修剪数量|≥120株", "公厕保洁数量|≥14座"]

  /// What a person says of the rows of two forms by their places.
  private static func decided(
    _ old: [String], _ before: [Int], _ new: [String], _ after: [Int], _ decision: PairList.Decision
  ) -> PairList {
    let (approved, evaluated) = (rows(old), rows(new))
    return PairList([
      .init(
        approved: before.map { .init(approved[$0]) }, evaluated: after.map { .init(evaluated[$0]) },
        decision: decision)
    ])
  }

  @Test func splitRowsCanBeDecided() {
    let (whole, parts) = (Self.whole, Self.parts)
    #expect(Self.found(whole, parts) == "0/0+1? 1=2", "they do not add up")
    #expect(Self.found(whole, parts, Self.decided(whole, [0], parts, [1, 0], .same)) == "0/0+1 1=2")
    #expect(Self.found(parts, whole, Self.decided(parts, [0, 1], whole, [0], .same)) == "0+1\\0 2=1")
    let other = Self.decided(whole, [0], parts, [0, 2], .same)
    #expect(Self.found(whole, parts, other).hasPrefix("0/0+2"), "whatever the program thinks")
    let gone = Self.decided(whole, [0], ["没有这一条|≥1株"], [0, 0], .same)
    #expect(Self.found(whole, parts, gone) == Self.found(whole, parts))
  }

  @Test func splitRowsCanBeRefused() {
    let (old, new) = (["站点建设数量|≥30个"], ["站点建设数量（东片）|≥12个", "站点建设数量（西片）|≥18个"])
    #expect(Self.found(old, new) == "0/0+1")
    let refused = Self.found(old, new, Self.decided(old, [0], new, [1, 0], .different))
    #expect(!refused.contains("/") && !refused.contains("="), "\(refused)")
    let open = Self.found(old, new, Self.decided(old, [0], new, [0, 1], .open))
    #expect(open == "0/0+1")
    let merged = Self.found(new, old, Self.decided(new, [0, 1], old, [0], .different))
    #expect(!merged.contains("\\") && !merged.contains("="), "\(merged)")
  }

  @Test func aDecisionAboutTheSameRowsReplacesTheOneBefore() {
    let (old, new) = (Self.rows(Self.whole), Self.rows(Self.parts))
    var list = Self.decided(Self.whole, [0], Self.parts, [0, 1], .open)
    list.add(
      .init(approved: [.init(old[0])], evaluated: [.init(new[1]), .init(new[0])], decision: .same))
    #expect(list.entries.map(\.decision) == [.same])
    #expect(list.decision(of: list.entries[0]) == .same)
    #expect(list.decision(approved: .init(old[0]), evaluated: .init(new[0])) == nil)
  }

  @Test func questionsAreAllThatIsOpen() {
    let matching = IndicatorMatching(
      old: Self.rows(["运营成本|≤15%", "运营成本|≤8%", "桥梁和隧道检测|完成"]),
      new: Self.rows(["运营成本|≤12%", "运营成本|≤10%", "桥梁检测|完成", "隧道检测|完成"]), words: MatchingData.words)
    let texts = matching.questions.map { "\($0.old)→\($0.new)" }
    #expect(texts == ["[0]→[1]", "[1]→[0]", "[2]→[2, 3]"] || texts == ["[1]→[0]", "[0]→[1]", "[2]→[2, 3]"])
    let open = matching.open(3, 4)
    #expect(open.old == [0, 1, 2] && open.new == [0, 1, 2, 3])
  }

  @Test func reasonsAndConfidenceAreTold() {
    let matching = IndicatorMatching(
      old: Self.rows(["设备购置个数|≥8台"]), new: Self.rows(["设备采购数量|≥6台"]), words: MatchingData.words)
    #expect(matching.pairs.first?.rung == .similar)
    #expect(matching.pairs.first?.reasons == [.synonyms, .sameLevel, .sameUnit])
    #expect((80...95).contains(matching.pairs.first?.confidence ?? 0))
  }

  /// A few hundred rows: the work is that of the assignment, not of all orders.
  @Test func manyRows() {
    let old = (0..<300).map { "第\($0)号泵站改造完成率|≥\($0 + 100)个|1" }
    let matching = IndicatorMatching(
      old: Self.rows(old), new: Self.rows(old.reversed().map { $0.replacing("完成率", with: "完成比例") }),
      words: MatchingData.words)
    #expect(matching.pairs.count == 300)
    #expect(matching.pairs.allSatisfy { $0.old + $0.new == 299 })
  }
}
