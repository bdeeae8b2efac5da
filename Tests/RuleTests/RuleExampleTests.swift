import FormModel
import FormRules
import Testing

/// The examples of every rule file, run as `jixiao rules test` runs them.
struct RuleExampleTests {
  @Test(arguments: RuleFolder.ids)
  func `every rule says what its examples say, however they are typed`(id: String) throws {
    let tester = try RuleFolder.tester.get()
    let rule = try #require(tester.rules[id])
    let report = tester.report(on: rule)
    #expect(report.examples >= 4 && report.runs >= report.examples)
    for problem in report.problems {
      let line = problem.line.map { ":\($0)" } ?? ""
      Issue.record("\(report.file)\(line): \(problem.expected ?? "") | \(problem.found)")
    }
  }

  @Test(arguments: RuleFolder.ids)
  func `a rule file with CRLF says the same`(id: String) throws {
    let rule = try #require(try RuleFolder.rules.get()[id])
    let files = RuleFolder.files.map { RuleFile(path: $0.path, text: $0.text.replacing("\n", with: "\r\n")) }
    let other = try #require(try RuleSet(files: files)[id])
    #expect(other.message == rule.message)
    #expect(other.help == rule.help)
    #expect(try other.examples().count == rule.examples().count)
  }
}
