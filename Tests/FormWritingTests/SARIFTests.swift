import FormModel
import FormWriting
import Foundation
import Testing

/// SARIF 2.1.0: the keys that its schema knows, what it demands, and what readers of it need.
struct SARIFTests {
  private typealias Object = [String: Any]

  /// Key by key what the schema allows (`additionalProperties` is false everywhere but in property bags).
  private static let allowed: [String: Set<String>] = [
    "log": ["$schema", "version", "runs"], "run": ["tool", "results", "invocations", "columnKind"],
    "driver": ["name", "version", "language", "rules"],
    "rule": [
      "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties",
    ],
    "result": [
      "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "baselineState",
      "suppressions", "properties",
    ],
    "location": ["physicalLocation", "logicalLocations"],
    "physicalLocation": ["artifactLocation", "region"], "artifactLocation": ["uri"],
    "region": ["startLine", "startColumn", "properties"],
    "logicalLocation": ["name", "fullyQualifiedName", "kind"],
  ]

  private func check(_ object: Object, as kind: String) {
    let unknown = Set(object.keys).subtracting(Self.allowed[kind] ?? [])
    #expect(unknown.isEmpty, "\(kind): \(unknown)")
  }

  private func run(_ forms: [CheckedForm]) throws -> Object {
    let text = ReportSamples.report(SARIFReporter(ReportSamples.setting), of: forms)
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    check(log, as: "log")
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [Object])?.first)
    check(run, as: "run")
    return run
  }

  @Test func rulesHaveHelpAndLevels() throws {
    let driver = try #require((try run([])["tool"] as? Object)?["driver"] as? Object)
    check(driver, as: "driver")
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.map { $0["id"] as? String } == ["vague-target", "weight-sum"])
    for rule in rules {
      check(rule, as: "rule")
      #expect((rule["help"] as? Object)?["text"] is String)
    }
    let levels = rules.map { ($0["defaultConfiguration"] as? Object)?["level"] as? String }
    #expect(levels == ["warning", "error"])
  }

  @Test func resultsHavePlacesInFileAndForm() throws {
    let results = try #require(
      try run([ReportSamples.checked(), ReportSamples.checked()])["results"] as? [Object])
    #expect(results.count == 2 * (ReportSamples.findings.count + 1))
    for result in results {
      check(result, as: "result")
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect((result["message"] as? Object)?["text"] is String)
      let location = try #require((result["locations"] as? [Object])?.first)
      check(location, as: "location")
      let physical = try #require(location["physicalLocation"] as? Object)
      check(physical, as: "physicalLocation")
      #expect(
        (physical["artifactLocation"] as? Object)?["uri"] as? String
          == "%E8%8D%89%E7%A8%BF/%E5%9B%BE%E4%B9%A6%E9%A6%86%201.yaml")
      let region = try #require(physical["region"] as? Object)
      check(region, as: "region")
      #expect((region["startLine"] as? Int ?? 0) >= 1)
      for logical in try #require(location["logicalLocations"] as? [Object]) {
        check(logical, as: "logicalLocation")
        #expect(logical["fullyQualifiedName"] is String)
      }
    }
  }

  @Test func aRuleIndexLeadsToTheRule() throws {
    let run = try run([ReportSamples.checked()])
    let rules = ((run["tool"] as? Object)?["driver"] as? Object)?["rules"] as? [Object] ?? []
    for result in run["results"] as? [Object] ?? [] {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func anAnsweredFindingIsASuppressedResult() throws {
    let results = try run([ReportSamples.checked()])["results"] as? [Object] ?? []
    let suppressed = results.filter { $0["suppressions"] != nil }
    #expect(suppressed.count == 1)
    let entry = (suppressed.first?["suppressions"] as? [Object])?.first
    #expect(entry?["justification"] as? String == "省里统一口径")
    #expect(entry?["kind"] as? String == "inSource")
  }
}
