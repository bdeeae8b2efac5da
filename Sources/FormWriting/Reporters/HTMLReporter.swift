import FormModel
import FormTemplates
import Mustache

/// A folder of web pages: an index with filters and a page for each form, the form's table with the cells marked.
///
/// Nothing comes from the network, and no page is larger than ``largest`` bytes. Without scripts all is shown. The
/// look is the layouts `report.html.mustache` and `report-index.html.mustache`.
public struct HTMLReporter: FolderReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "html", purpose: Messages.htmlReportPurpose)

  /// The file names of the layouts.
  public static let layoutNames = (page: "report.html.mustache", index: "report-index.html.mustache")

  /// Bytes that a page has at most.
  public static let largest = 1_000_000

  private let page: Result<MustacheTemplate, WritingError>
  private let index: Result<MustacheTemplate, WritingError>
  private let titles: [String: String]

  public init(_ setting: ReportSetting) {
    page = Self.layout(Self.layoutNames.page, setting)
    index = Self.layout(Self.layoutNames.index, setting)
    titles = Dictionary(setting.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
  }

  /// What is too large for a page is left out, and said to be: the table first, then findings from the end.
  public func page(of form: CheckedForm, name: String) throws -> ReportPage {
    let layout = try page.get()
    let entry = ReportEntry(form, page: name)
    var text = layout.render(FindingsPage(form, titles: titles))
    var count = form.findings.count
    while text.utf8.count > Self.largest, count > 0 {
      text = layout.render(FindingsPage(form, titles: titles, hasTable: false, findings: count))
      count /= 2
    }
    return ReportPage(text: text, entry: entry)
  }

  public func index(of pages: [ReportEntry], _ summary: ReportSummary) throws -> [(
    name: String, text: String
  )] {
    let layout = try index.get()
    let parts = Self.parts(pages)
    return parts.enumerated().map { number, entries in
      let page = IndexPage(entries, number: number, count: parts.count, summary: summary, titles: titles)
      return (IndexPage.name(number), layout.render(page))
    }
  }

  /// The entries of each page of the index, by the bytes that they will take about.
  private static func parts(_ entries: [ReportEntry]) -> [[ReportEntry]] {
    var parts: [[ReportEntry]] = [[]]
    var bytes = 0
    for entry in entries {
      let size =
        600 + 3 * (entry.name.utf8.count + entry.title.utf8.count + entry.page.utf8.count)
        + entry.rules.reduce(0) { $0 + $1.utf8.count + 1 }
      if bytes + size > largest * 3 / 4, !parts[parts.count - 1].isEmpty {
        parts.append([])
        bytes = 0
      }
      parts[parts.count - 1].append(entry)
      bytes += size
    }
    return parts
  }

  private static func layout(_ name: String, _ setting: ReportSetting) -> Result<
    MustacheTemplate, WritingError
  > {
    guard let text = setting.layouts[name] else { return .failure(.missingLayout(name)) }
    return Result { () throws(WritingError) in try MustacheTemplate.layout(text, named: name) }
  }
}
