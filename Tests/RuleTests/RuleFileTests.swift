import FormModel
import FormRules
import Foundation
import TestSupport
import Testing

/// What every rule file must have.
struct RuleFileTests {
  @Test func `all rules decode`() throws {
    do {
      #expect(try RuleFolder.rules.get().rules.count >= 5)
    } catch let error as RuleError {
      Issue.record("\(error.text)")
    }
  }

  @Test func `all templates take the rules`() throws {
    for id in RuleFolder.templates.ids {
      do {
        _ = try RuleFolder.engine(id)
      } catch let error as RuleError {
        Issue.record("\(error.text)")
      }
    }
  }

  /// What the list leaves out: notes that contradict the numbers, say nothing, or were copied.
  private static let beyond: Set<String> = [
    "note-contradicts-result", "note-percentage-differs", "boilerplate-reason", "reason-copied-between-rows",
  ]

  /// `rules.tsv` is no part of the repository; where it is at hand, ids, groups and severities agree with it.
  @Test func `rules are those of the list`() throws {
    guard let list = SharedFiles.path("domain/rules.tsv") else { return }
    let text = try String(contentsOfFile: list, encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    let known = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0) })
    for rule in try RuleFolder.rules.get().rules
    where rule.group != "across" && !Self.beyond.contains(rule.id) {
      let row = try #require(known[rule.id], "\(rule.id)")
      #expect(row[1] == rule.group, "\(rule.id)")
      #expect(row[3] == rule.severity.rawValue, "\(rule.id)")
      #expect(row[5] == rule.basis.certainty.rawValue, "\(rule.id)")
    }
  }

  @Test(arguments: RuleFolder.templates.ids)
  func `no rule speaks about a clean form`(template: String) throws {
    let engine = try RuleFolder.engine(template)
    let report = engine.check(CleanForms.form(for: template))
    #expect(report.findings.isEmpty, "\(report.findings.map { "\($0.rule) \($0.path) \($0.message)" })")
  }
}
