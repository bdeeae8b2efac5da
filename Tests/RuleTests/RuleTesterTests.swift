import FormModel
import FormRules
import Testing

/// What is wrong with a rule or its examples is told with its line.
struct RuleTesterTests {
  private static let good = """
    id: booth-count
    title: 展位太少
    severity: warning
    applies-to: [target]
    when: {name-words: [展位]}
    check: {quantified: {min: 3}}
    message: “{name}”只有“{found}”
    help: 少于 3 个的展位不设指标
    basis: {document: 本省会展项目管理办法, certainty: own}
    examples:
      - flag: {name: 展位数量, target: ≥1个}
      - flag: {name: 读者展位搭建量, target: ≥1个}
      - pass: {name: 展位数量, target: ≥3个}
      - pass: {name: 展品数量, target: ≥1个}

    """

  @Test func `a good rule has no problem, and its gaps are told`() throws {
    let (report, coverage) = try Self.run(Self.good)
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(report.examples == 4 && report.runs == 16)
    let gaps = try #require(coverage.gaps.first)
    #expect(gaps.conditions.isEmpty && gaps.parameters.isEmpty && gaps.borders == ["min − 1"], "\(gaps)")
    #expect(coverage.kinds.first { $0.name == "quantified" }?.rules == 1)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var from: String
    var to: String
    /// The lines of the problems; 0 for the rule as a whole.
    var lines: [Int]
    var words: [String]
    var testDescription: String { to }
  }

  @Test(arguments: [
    Case(from: "- flag: {name: 读者展位搭建量, target: ≥1个}", to: "", lines: [0], words: ["2 个 flag", "1"]),
    Case(
      from: "展位数量, target: ≥3个", to: "展位数量, target: ≥2个", lines: [13], words: ["没有一条规则有意见", "booth-count："]),
    Case(from: "读者展位搭建量", to: "读者展台搭建量", lines: [12], words: ["正好是 booth-count", "没有意见"]),
    Case(
      from: "展位太少", to: "展位没有写清楚一共搭建了多少个也没有写单位是什么单位", lines: [0], words: ["24 字"]),
    Case(
      from: "搭建量, target: ≥1个}", to: "搭建量, target: ≥1个}\n    template: nowhere", lines: [12],
      words: ["nowhere"]),
    Case(from: "搭建量, target: ≥1个", to: "搭建量, target: 约1个", lines: [12], words: ["approximate-target："]),
    Case(
      from: "[展位]}\ncheck: {quantified: {min: 3", to: "[展位, 借还社区]}\ncheck: {quantified: {min: 30",
      lines: [0],
      words: ["的范例没有意见"]),
  ])
  func `a fault is told`(example: Case) throws {
    let text = Self.good.replacing(example.from, with: example.to)
    #expect(text != Self.good)
    let (report, _) = try Self.run(text)
    #expect(report.problems.map { $0.line ?? 0 }.filter { example.lines.contains($0) }.count >= 1)
    let told = report.problems.map { "\($0.expected ?? "") | \($0.found)" }.joined(separator: "\n")
    for word in example.words { #expect(told.contains(word), "\(told)") }
  }

  @Test func `our own rules are covered by every kind of check and example`() throws {
    let tester = try RuleFolder.tester.get()
    let coverage = RuleCoverage(tester, rules: RuleFolder.ids)
    #expect(coverage.kinds.allSatisfy { $0.rules > 0 && $0.examples >= 4 }, "\(coverage.kinds)")
    #expect(coverage.exampleKinds.allSatisfy { $0.count > 0 }, "\(coverage.exampleKinds)")
    #expect(coverage.words.allSatisfy { $0.count > 0 })
  }

  private static func run(_ text: String) throws -> (RuleTestReport, RuleCoverage) {
    let file = RuleFile(path: "省规则/会展/booth-count.yaml", text: text)
    let rules = try RuleFolder.rules.get().adding(files: [file])
    let templates = try RuleFolder.templates.ids.map { try RuleFolder.templates.template($0) }
    let tester = try RuleTester(rules: rules, templates: templates, clean: RuleFolder.examples)
    let rule = try #require(tester.rules["booth-count"])
    return (tester.report(on: rule), RuleCoverage(tester, rules: [rule.id]))
  }
}
