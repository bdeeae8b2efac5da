import FormModel
import FormTemplates
import FormWriting
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pages that work offline, stay small, and link to each other.
struct HTMLReporterTests {
  private let reporter = HTMLReporter(ReportSamples.setting)

  private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test func aPageShowsTheFormWithItsCellsMarked() throws {
    let page = try reporter.page(of: ReportSamples.checked(), name: "0001.html")
    #expect(isXML(page.text))
    #expect(page.text.contains("marked\">制度印发并执行<a class=\"note warning\" href=\"#f1\">1</a>"))
    #expect(page.text.contains("id=\"f1\""))
    #expect(page.text.contains("href=\"index.html\""))
    #expect(page.entry.rules == ["vague-target", "weight-sum"])
  }

  @Test func nothingComesFromTheNetwork() throws {
    let page = try reporter.page(of: ReportSamples.checked(), name: "0001.html")
    let index = try reporter.index(of: [page.entry], ReportSummary())
    for text in [page.text] + index.map(\.text) {
      let links = text.matches(of: /(src|href)="(?<target>[^"]*)"/).map { String($0.output.target) }
      #expect(links.allSatisfy { !$0.contains("//") })
      #expect(!text.contains("@import") && !text.contains("url("))
    }
  }

  @Test func generatedFormsGiveXML() throws {
    let template = try Samples.template()
    for seed in 0..<40 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let finding = ReportSamples.finding(at: .field(.project), message: generator.text(9))
      let page = try reporter.page(of: ReportSamples.checked([finding], form: form), name: "甲.html")
      #expect(isXML(page.text), "seed \(seed)")
    }
  }

  @Test func aHugePageIsCutAndSaysSo() throws {
    let findings = (0..<4_000).map { number in
      ReportSamples.finding(at: .indicator(number % 8, .target), message: String(repeating: "长", count: 300))
    }
    let page = try reporter.page(of: ReportSamples.checked(findings), name: "0001.html")
    #expect(page.text.utf8.count <= HTMLReporter.largest)
    #expect(page.text.contains("条意见没有列在这一页"))
  }

  @Test func theIndexIsSharedAmongPages() throws {
    let entry = try reporter.page(of: ReportSamples.checked(), name: "0001.html").entry
    let index = try reporter.index(of: Array(repeating: entry, count: 5_000), ReportSummary())
    #expect(index.count > 1)
    #expect(index.allSatisfy { $0.text.utf8.count <= HTMLReporter.largest && isXML($0.text) })
    #expect(index.map(\.name).prefix(2) == ["index.html", "index-2.html"])
    #expect(index[0].text.contains("href=\"index-2.html\""))
    #expect(index[1].text.contains("href=\"index.html\""))
  }

  @Test func aMissingLayoutIsSaid() throws {
    let reporter = HTMLReporter(ReportSetting())
    #expect(throws: WritingError.missingLayout(HTMLReporter.layoutNames.page)) {
      try reporter.page(of: ReportSamples.checked(), name: "甲.html")
    }
  }
}
