import FormModel
import FormRules
import FormTemplates
import Foundation
import TestSupport
import Testing

/// What must be found in published self-evaluations, where these are at hand.
struct PublishedSelfEvaluationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var form: String
    var rule: String
    /// How many; `nil` for at least one.
    var count: Int?
    /// Part of a message.
    var word: String?
    var testDescription: String { "\(form) \(rule)" }
  }

  private static let cases: [Case] = [
    Case(form: "putuo-2023-self-evaluation-01", rule: "duplicate-indicator", count: 2, word: "实验室资源池容量"),
    Case(form: "putuo-2023-self-evaluation-04", rule: "positive-score", word: "预算执行率"),
    Case(form: "putuo-2023-self-evaluation-05", rule: "deduction-without-reason", word: "普通点位覆盖数量"),
    Case(form: "putuo-2023-self-evaluation-06", rule: "rate-over-100", count: 1, word: "200"),
    Case(form: "putuo-2023-self-evaluation-06", rule: "overshoot-without-reason", word: "培训人员覆盖"),
    Case(form: "putuo-2023-self-evaluation-02", rule: "empty-reason", count: 1, word: "因实际原因"),
    Case(form: "baoshan-2022-self-evaluation-08", rule: "weight-sum", count: 1, word: "90 分，应当是 100"),
    Case(
      form: "baoshan-2022-self-evaluation-08", rule: "indicator-score-against-execution", count: 1, word: "0%"
    ),
    Case(form: "baoshan-2022-self-evaluation-10", rule: "execution-score-wrong", count: 1, word: "72.59%"),
    Case(form: "baoshan-2022-self-evaluation-13", rule: "actual-not-numeric", count: 2, word: "小于"),
    Case(form: "baoshan-2022-self-evaluation-14", rule: "actual-not-numeric", count: 2, word: "大于"),
    Case(form: "baoshan-2022-self-evaluation-14", rule: "execution-rate-wrong", count: 1, word: "0.00%"),
    Case(form: "baoshan-2022-self-evaluation-01", rule: "overall-result-missing", count: 1, word: "一字不差"),
    Case(form: "baoshan-2022-self-evaluation-01", rule: "qualitative-word", count: 1, word: "照抄"),
    Case(form: "shanghai-2024-self-evaluation-01", rule: "positive-score", count: 3),
    Case(form: "shanghai-2024-self-evaluation-02", rule: "overshoot-without-reason", word: "21575%"),
    Case(form: "shanghai-2024-self-evaluation-03", rule: "overshoot-without-reason", count: 5),
    Case(form: "shanghai-2024-self-evaluation-04", rule: "positive-score", count: 1, word: "建设运维完成率"),
    Case(form: "shanghai-2019-self-evaluation-01", rule: "execution-rate-wrong", count: 1, word: "98.35"),
    Case(form: "shanghai-2019-self-evaluation-02", rule: "execution-rate-wrong", count: 1, word: "99.72"),
    Case(form: "shanghai-2019-self-evaluation-03", rule: "execution-rate-wrong", count: 1, word: "99.97"),
    Case(form: "shanghai-2019-self-evaluation-01", rule: "weight-missing", count: 2),
    Case(form: "shanghai-2019-self-evaluation-03", rule: "weight-missing", count: 7),
    Case(form: "shanghai-2022-target-02", rule: "missing-measure-unit", word: "=119"),
    Case(form: "shanghai-2022-target-04", rule: "rate-as-quantity"),
    Case(form: "shanghai-2022-target-04", rule: "equals-where-threshold"),
    Case(form: "shanghai-2022-target-06", rule: "missing-comparison-sign", word: "8人"),
  ]

  @Test(arguments: cases) func mustBeFound(_ example: Case) throws {
    guard let (_, report) = try Self.report(example.form) else { return }
    let found = report.findings.filter { $0.rule == example.rule }
    #expect(example.count.map { found.count == $0 } ?? !found.isEmpty, "\(found.map(\.message))")
    if let word = example.word {
      #expect(found.contains { $0.message.contains(word) }, "\(found.map(\.message))")
    }
  }

  /// Every row of Putuo with points below its weight and nothing beside it is found: by the rule about reasons, or
  /// by the one about overshooting, which asks for the same.
  @Test func everyDeductionWithoutReasonIsFound() throws {
    for number in 1...11 {
      let name = "putuo-2023-self-evaluation-\(number < 10 ? "0" : "")\(number)"
      guard let (form, report) = try Self.report(name) else { return }
      let rows = form.indicators.indices.filter { row in
        let own = form.indicators[row]
        return own.note == nil && (own.score?.value ?? 0) < (own.weight?.value ?? 0)
      }
      for row in rows {
        #expect(
          report.findings.contains {
            $0.path == .indicator(row, .note)
              && ["deduction-without-reason", "overshoot-without-reason"].contains($0.rule)
          }, "\(name) \(form.indicators[row].level3)")
      }
    }
  }

  /// Truncation explains a difference: a remark, no error.
  @Test func roundingIsNoError() throws {
    for name in ["putuo-2023-self-evaluation-01", "shanghai-2024-self-evaluation-03"] {
      guard let (_, report) = try Self.report(name) else { return }
      let found = report.findings.filter { $0.rule.hasPrefix("execution-") }
      #expect(!found.isEmpty && found.allSatisfy { $0.severity == .info }, "\(found)")
    }
  }

  private static func report(_ name: String) throws -> (Form, Report)? {
    guard let path = SharedFiles.path("forms/gold/\(name).json") else { return nil }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    let form = PublishedForm.form(json)
    let templates = RuleFolder.templates.ids.compactMap { try? RuleFolder.templates.template($0) }
    let id = try #require(form.recognisedTemplate(among: templates)).id
    return (form, try #require(RuleFolder.engines[id]).check(form))
  }
}
