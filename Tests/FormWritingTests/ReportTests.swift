import ChineseText
import FormModel
import FormTemplates
import FormWriting
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What holds for every format of reports.
struct ReportTests {
  private static let names = FindingReporters.all.map { $0.format.name }

  @Test func formatsAreNamedOnceAndFound() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Self.names.allSatisfy { FindingReporters.reporter(named: $0)?.format.name == $0 })
    #expect(FindingReporters.reporter(named: "xml") == nil)
  }

  private func report(_ name: String, of forms: [CheckedForm]) throws -> String {
    let reporter = try #require(FindingReporters.reporter(named: name)).init(ReportSamples.setting)
    if let reporter = reporter as? any TextReporter { return ReportSamples.report(reporter, of: forms) }
    let folder = try #require(reporter as? any FolderReporter)
    return try forms.map { try folder.page(of: $0, name: "a.html").text }.joined()
  }

  @Test(arguments: names) func everyFindingHasBothPlacesRuleAndHelp(name: String) throws {
    let text = try report(name, of: [ReportSamples.checked()])
    let unescaped = text.replacing("\n", with: "").replacing(" ", with: "").replacing("%3A", with: ":")
      .replacing("%2C", with: ",")
    for place in ["31:12", "Sheet1!F12"] {
      let isThere = unescaped.contains(place) || name == "github" && text.contains("line=31,col=12")
      #expect(isThere, "\(place)\n\(text)")
    }
    for path in ["绩效指标/效益指标/可持续影响指标/1/年度指标值", "绩效指标/产出指标/数量指标/1", "年度总目标", "全表"] {
      #expect(unescaped.contains(path), "\(path)\n\(text)")
    }
    for rule in ["vague-target", "weight-sum"] { #expect(unescaped.contains(rule)) }
    #expect(unescaped.contains("无法衡量"))
    if name != "concise" { #expect(unescaped.contains("写出数值")) }
  }

  @Test(arguments: names) func nothingFromAFileSteersATerminal(name: String) throws {
    let nasty = "甲\u{1B}[2J\u{9B}31m\u{7}\u{7F}\r乙\u{0}\n::error::丙"
    var form = Samples.library
    form[.project] = nasty
    form.indicators[0].level3 = nasty
    let finding = ReportSamples.finding(at: .indicator(0, .level3), message: nasty, found: nasty)
    let checked = try ReportSamples.checked([finding], form: form, file: "目录/\u{1B}[31m.yaml")
    let text = try report(name, of: [checked])
    let risky = text.unicodeScalars.filter { scalar in
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\r") || (0x7F..<0xA0).contains(scalar.value)
    }
    #expect(risky.isEmpty)
    if name != "csv" { #expect(!text.unicodeScalars.contains("\r")) }
    if name == "github" { #expect(text.split(separator: "\n").count == 1) }
    if name == "concise" || name == "ndjson" { #expect(text.split(separator: "\n").count == 1) }
  }

  @Test(arguments: names.filter { $0 != "html" }) func aCleanFormIsNoNews(name: String) throws {
    var checked = try ReportSamples.checked()
    (checked.findings, checked.answered) = ([], [])
    let text = try report(name, of: [checked])
    #expect(!text.contains("无法衡量"))
    if ["human", "concise", "ndjson", "github"].contains(name) { #expect(text.isEmpty) }
  }

  @Test(arguments: ["json", "sarif"]) func objectsAreJSON(name: String) throws {
    for count in 0..<3 {
      let forms = try (0..<count).map { try ReportSamples.checked(file: "\($0).yaml") }
      let text = try report(name, of: forms)
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(value != nil)
    }
  }

  @Test func linesOfNDJSONAreObjectsWithTheSameKeys() throws {
    let lines = try report("ndjson", of: [ReportSamples.checked(number: 3)]).split(separator: "\n")
    let keys = try lines.map { line in
      Set(try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]).keys)
    }
    #expect(lines.count == ReportSamples.findings.count)
    #expect(Set(keys).count == 1)
  }

  @Test func jUnitIsXMLWithOneCaseAFinding() throws {
    let text = try report("junit", of: [ReportSamples.checked(), ReportSamples.checked(number: 2)])
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = counter
    #expect(parser.parse(), "\(text)")
    #expect(counter.counts["testsuite"] == 2)
    #expect(counter.counts["testcase"] == 2 * ReportSamples.findings.count)
    #expect(counter.counts["failure"] == 8)
  }

  @Test func csvIsGuardedAndQuoted() throws {
    let finding = ReportSamples.finding(at: .form, message: "=1+1", found: "甲,\"乙\"")
    let text = try report("csv", of: [ReportSamples.checked([finding])])
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\u{FEFF}文件,"))
    #expect(lines[1].contains(",'=1+1,\"甲,\"\"乙\"\"\","))
  }

  @Test func markdownTablesAreNotBroken() throws {
    let finding = ReportSamples.finding(at: .form, message: "甲|乙\n<b>", found: "*")
    let row = try #require(
      report("markdown", of: [ReportSamples.checked([finding])]).split(separator: "\n").first {
        $0.contains("甲")
      })
    #expect(row.contains("甲\\|乙<br>&lt;b&gt;"))
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { counts[name, default: 0] += 1 }
}
