import Mustache

/// A folder of web pages about comparisons: an index that sorts and filters, and a page for each pair with bars and the
/// arithmetic.
///
/// Nothing comes from the network, and no page is larger than ``largest`` bytes. The look is the layouts
/// `comparison.html.mustache` and `comparison-index.html.mustache`.
public struct HTMLComparison: FolderComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "html", purpose: Messages.htmlComparison)

  /// The file names of the layouts.
  public static let layoutNames = (page: "comparison.html.mustache", index: "comparison-index.html.mustache")

  /// Bytes that a page has at most.
  public static let largest = 1_000_000

  private let page: Result<MustacheTemplate, WritingError>
  private let index: Result<MustacheTemplate, WritingError>

  public init(_ setting: ReportSetting) {
    page = Self.layout(Self.layoutNames.page, setting)
    index = Self.layout(Self.layoutNames.index, setting)
  }

  /// What is too much for a page is left out, and said to be.
  public func page(of pair: ComparedForms, name: String) throws -> (text: String, entry: ComparisonEntry) {
    let layout = try page.get()
    var text = layout.render(ComparisonPage(pair))
    var most = 500
    while text.utf8.count > Self.largest, most > 0 {
      text = layout.render(ComparisonPage(pair, most: most))
      most /= 2
    }
    return (text, ComparisonEntry(pair, page: name))
  }

  public func index(
    of entries: [ComparisonEntry], _ unpaired: UnpairedForms
  ) throws -> [(name: String, text: String)] {
    let layout = try index.get()
    let parts = Self.parts(entries)
    return parts.enumerated().map { number, part in
      let page = ComparisonIndexPage(entries, part, number: number, count: parts.count, unpaired: unpaired)
      return (ComparisonIndexPage.name(number), layout.render(page))
    }
  }

  /// The entries of each page of the index, by the bytes that they will take about.
  private static func parts(_ entries: [ComparisonEntry]) -> [ArraySlice<ComparisonEntry>] {
    var parts: [ArraySlice<ComparisonEntry>] = []
    var (start, bytes) = (0, 0)
    for (place, entry) in entries.enumerated() {
      let size = 65 + entry.page.utf8.count + entry.project.utf8.count
      if bytes + size > largest * 9 / 10, place > start {
        parts.append(entries[start..<place])
        (start, bytes) = (place, 0)
      }
      bytes += size
    }
    return parts + [entries[start...]]
  }

  private static func layout(
    _ name: String, _ setting: ReportSetting
  ) -> Result<MustacheTemplate, WritingError> {
    guard let text = setting.layouts[name] else { return .failure(.missingLayout(name)) }
    return Result { () throws(WritingError) in try MustacheTemplate.layout(text, named: name) }
  }
}
