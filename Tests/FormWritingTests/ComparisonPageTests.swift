import FormComparison
import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of comparisons")
struct ComparisonPageTests {
  private static let setting = ReportSetting(rules: [], layouts: Samples.layouts)
  private let reporter = HTMLComparison(setting)

  @Test("A page shows the change, both points and the bar")
  func page() throws {
    let page = try reporter.page(of: ComparisonSamples.pair(), name: "0001.html")
    #expect(page.text.contains("≥5台") && page.text.contains("放宽") && page.text.contains("没有自评"))
    #expect(page.text.contains("<rect class=\"met\" width=\"100\""))
    #expect(page.entry.changes == 2 && page.entry.loosened == 1)
    #expect(XMLParser(data: Data(page.text.utf8)).parse())
  }

  @Test("Text of a form is never markup or script", arguments: ["</script><b>x", "\"&'<!--", "]]>\u{202E}甲"])
  func hostile(project: String) throws {
    let page = try reporter.page(of: ComparisonSamples.pair(project: project), name: "0001.html")
    #expect(XMLParser(data: Data(page.text.utf8)).parse())
    let index = try #require(try reporter.index(of: [page.entry], UnpairedForms(approved: [project])).first)
    #expect(!index.text.contains("</script><b>") && !index.text.contains("\u{202E}"))
    #expect(index.text.components(separatedBy: "</script>").count == 2)
  }

  @Test("The index of 5,000 projects stays below a megabyte")
  func largeIndex() throws {
    let entry = try reporter.page(of: ComparisonSamples.pair(), name: "0001.html").entry
    let entries = (1...5_000).map { number in
      var entry = entry
      entry.page = "\(number).html"
      entry.project = "某街道社区综合服务设施运行维护和公共服务提升项目（第\(number)期）"
      entry.unit = "某区第\(number % 300)街道办事处"
      return entry
    }
    let pages = try reporter.index(of: entries, UnpairedForms())
    #expect(pages.map(\.name) == ["index.html"])
    #expect(pages.allSatisfy { $0.text.utf8.count < HTMLComparison.largest })
    let more = try reporter.index(of: entries + entries, UnpairedForms())
    #expect(more.count > 1 && more.allSatisfy { $0.text.utf8.count < HTMLComparison.largest })
  }

  @Test("A line of CSV an indicator, those that are gone too")
  func csv() throws {
    let pair = try ComparisonSamples.pair()
    let lines = CSVComparison(Self.setting).text(of: pair).split(separator: "\r\n")
    #expect(lines.count == pair.approved.read.form.indicators.count)
    #expect(lines.first?.contains("≥5台") == true && lines.first?.contains("放宽") == true)
    #expect(lines.last?.contains("没有自评") == true)
  }
}
