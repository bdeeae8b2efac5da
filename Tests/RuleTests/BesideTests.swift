import ChineseText
import FormComparison
import FormModel
import Testing

@testable import FormRules

/// Forms held against a narrative and last year's form: outcomes where the document is missing or does not say.
struct BesideTests {
  private static let narrativeRules = [
    "narrative-amount-differs", "narrative-year-amount-missing", "narrative-period-differs",
  ]
  private static let yearRules = [
    "target-below-last-year", "target-unchanged", "money-up-targets-same", "target-already-reached",
  ]

  private func outcomes(_ rules: [String], beside companions: Companions) throws -> [RuleOutcome.Outcome] {
    let report = try RuleFolder.engine().check(CleanForms.shanghai, beside: companions)
    return report.outcomes.filter { rules.contains($0.rule) }.map(\.outcome)
  }

  private func narrative(_ lines: String...) -> Companions {
    let lines = lines.enumerated().map { Narrative.Line($1, at: .text(line: $0 + 1, column: 1)) }
    return Companions(narrative: Narrative(name: "说明.txt", lines: lines))
  }

  @Test func withoutDocumentsTheyDoNotApply() throws {
    let all = try outcomes(Self.narrativeRules + Self.yearRules, beside: .none)
    #expect(all == Array(repeating: .notApplicable, count: 7))
  }

  @Test func aNarrativeThatDoesNotSayIsNoVerdict() throws {
    let all = try outcomes(Self.narrativeRules, beside: narrative("项目概述", "总投资 300 万元"))
    #expect(all.count == 3)
    for outcome in all {
      guard case .cannotTell(let reason) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(reason.contains("说明.txt"))
    }
  }

  @Test func aFormOfTheSameYearIsNotLastYears() throws {
    let form = CleanForms.shanghai
    let pairs = IndicatorMatching(old: form.indicators, new: form.indicators).pairs
    let last = LastYear(
      form: form, name: "去年.yaml", pairs: pairs.map { LastYear.Pair(old: $0.old, new: $0.new) })
    for outcome in try outcomes(Self.yearRules, beside: Companions(lastYear: last)) {
      #expect(outcome == .cannotTell("去年.yaml 是 2027 年的表，不在 2027 年之前，无法比较"))
    }
  }

  @Test func theFindingNamesFilePlaceAndBothAmounts() throws {
    let report = try RuleFolder.engine().check(
      CleanForms.shanghai, beside: narrative("一、概述", "", "二、年度预算安排", "2027 年安排预算 1280000 万元"))
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1 && finding.path == .field(.annualTotal))
    #expect(finding.message == "“年度资金申请总额”写 128 万元，说明.txt 第 4 行写 1280000万元，正好相差一万倍")
  }

  /// What people write below 年度预算安排; the form asks for 128 万元.
  @Test(
    arguments: [
      ("2027年安排预算1,280,000元，主要用于设备采购。", "same"), ("本项目2027年度预算金额为128万元，其中：设备采购80万元，运维48万元。", "same"),
      ("项目总预算384万元，2027年预算安排128万元，全部为财政资金。", "same"), ("当年预算数128.00万元", "same"),
      ("预算总额为150万元，经财政评审后为128万元", "same"), ("2027年预算：人员经费30万元、设备购置80万元、其他18万元。", "same"),
      ("2027年安排预算约130万元", "unclear"), ("2027年安排预算0.0128亿元", "same"), ("2027年安排预算150万元，因评审核减", "same"),
      ("1.设备80万元；2.运维48万元", "same"), ("三年总投资384万元，分年实施。", "unclear"), ("设备80万元，运维50万元", "unclear"),
      ("2026年安排预算150万元", "unclear"), ("每场补助2万元，共64场。", "nothing"),
      ("2027年度申请预算资金138万元，较2026年度增加10万元。", "other"), ("2027年安排预算 128 元。", "other"),
      ("本年度预算安排：150万元", "other"), ("150万元", "other"),
    ])
  func amountsOfTheYear(text: String, outcome: String) throws {
    let found = try outcomes(["narrative-amount-differs"], beside: narrative("六、年度预算安排", text))
    let word =
      switch found.first {
      case .pass: "same"
      case .findings: "other"
      case .cannotTell: "unclear"
      default: "nothing"
      }
    #expect(word == outcome, "\(found)")
  }

  @Test(
    arguments: [
      ("2027年1月至12月", "2027-1", "2027-12"), ("2027年1-12月", "2027-1", "2027-12"),
      ("2027.1.1-2028.6.30", "2027-1-1", "2028-6-30"), ("2027年度", "2027", "2027"),
      ("自2027年1月1日起至2027年12月31日止", "2027-1-1", "2027-12-31"), ("2027—2029年", "2027", "2029"),
      ("2027/3至2027/9", "2027-3", "2027-9"), ("2027年1月份—12月份", "2027-1", "2027-12"), ("三年", "", ""),
      ("2027年3月", "", ""), ("每年1月至12月", "", ""),
    ])
  func periods(text: String, start: String, end: String) {
    let period = PeriodInText(in: text)
    #expect(period.map { Self.text($0.start) } ?? "" == start)
    #expect(period.map { Self.text($0.end) } ?? "" == end)
  }

  private static func text(_ point: PeriodInText.Point) -> String {
    [point.year, point.month, point.day].compactMap { $0.map(String.init) }.joined(separator: "-")
  }

  @Test(
    arguments: [
      ("六、年度预算安排|2027年128万元|其中设备80万元|七、绩效目标|设备6台", "2027年128万元|其中设备80万元"),
      ("年度预算安排：128万元|绩效目标|6台", ":128万元"), ("（六）年度预算安排|128万元|（七）其他", "128万元"),
      ("本项目年度预算安排为128万元。|其他", "为128万元。"), ("没有这一部分", nil),
    ] as [(String, String?)])
  func sections(text: String, section: String?) {
    let lines = text.split(separator: "|").map { Narrative.Line(String($0), at: .text(line: 1, column: 1)) }
    let found = Narrative(name: "", lines: lines).section(["年度预算安排"], before: ["绩效目标"])
    #expect(found?.text == section?.replacing("|", with: "\n"))
  }
}
