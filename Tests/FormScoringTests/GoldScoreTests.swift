import FormModel
import FormScoring
import FormTemplates
import Foundation
import TestSupport
import Testing

/// Score arithmetic over all reference forms agrees with ``IndependentScores``; passed over where they are not.
@Suite struct GoldScoreTests {
  private static let files: [URL] = {
    guard let path = SharedFiles.path("forms/gold") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map {
      URL(fileURLWithPath: path).appendingPathComponent($0)
    }
  }()

  @Test(arguments: files) func agreesWithIndependentArithmetic(_ file: URL) throws {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let form = PublishedForm.form(json)
    let plan = try #require(try Profiles.plan(try Self.template(of: form)))
    let sheet = ScoreSheet(form, plan: plan)
    let rows = try #require(json["indicators"] as? [[String: Any]])
    #expect(rows.count == sheet.rows.count)
    for (row, own) in zip(rows, sheet.rows) {
      guard let weight = IndependentScores.number(row["weight"] as? String) else { continue }
      let expected = IndependentScores.hundredths(
        target: row["target"] as? String, actual: row["actual"] as? String, weight: weight.millionths / 10_000
      )
      guard let expected else {
        if case .exactly = own.expected { Issue.record("\(row) should not be scored by arithmetic") }
        continue
      }
      guard case .exactly(let points) = own.expected else {
        Issue.record("\(row["level3"] ?? ""): \(own.expected), expected \(expected)")
        continue
      }
      #expect((points * 100).rounded(decimals: 0) == Decimal(expected), "\(row["level3"] ?? "")")
    }
    try compareBudget(json, sheet)
    try compareTotal(json, rows, sheet)
  }

  private func compareBudget(_ json: [String: Any], _ sheet: ScoreSheet) throws {
    let lines = json["budget"] as? [[String: Any]] ?? []
    guard let total = lines.first(where: { $0["line"] as? String == "total" }),
      let executed = total["executed"] as? String,
      let budget = (total["adjusted"] ?? total["initial"]) as? String ?? total["initial"] as? String
    else { return }
    let percent = try #require(sheet.execution?.percent)
    let hundredths = try #require(IndependentScores.rate(executed: executed, budget: budget))
    #expect((percent * 100).truncated(decimals: 0) == Decimal(hundredths))
  }

  private func compareTotal(_ json: [String: Any], _ rows: [[String: Any]], _ sheet: ScoreSheet) throws {
    let scores = rows.map { IndependentScores.number($0["score"] as? String)?.millionths }
    guard !scores.isEmpty, !scores.contains(nil) else { return }
    let lines = json["budget"] as? [[String: Any]] ?? []
    let execution = IndependentScores.number(
      lines.first { $0["line"] as? String == "total" }?["score"] as? String)
    let sum = scores.reduce(execution?.millionths ?? 0) { $0 + ($1 ?? 0) }
    #expect(sheet.total.map { $0 * 1_000_000 } == Decimal(sum))
    let printed = IndependentScores.number((json["total"] as? [String: Any])?["score"] as? String)
    #expect(printed?.millionths == sum, "the printed total is the sum in every published form")
  }

  private static func template(of form: Form) throws -> String {
    // Target forms have no results, so that any plan will do.
    form.kind == .target
      ? "mof-2020-self-evaluation" : try #require(form.recognisedTemplate(among: Profiles.all)).id
  }

  @Test(arguments: files) func templatesAreRecognised(_ file: URL) throws {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let found = try #require(PublishedForm.form(json).recognisedTemplate(among: Profiles.all))
    let name = file.lastPathComponent
    let wanted = [
      "putuo-2023": "shanghai-self-evaluation", "shanghai-2024": "shanghai-self-evaluation-2024",
      "baoshan-2022": "baoshan-self-evaluation", "shanghai-2019": "shanghai-2019",
      "shanghai-2022-target": "shanghai-target",
    ].first { name.hasPrefix($0.key) }?.value
    #expect(found.id == wanted, "\(found)")
    #expect(!found.reasons.isEmpty)
  }
}
