import Mustache

/// One web page, or a folder with a page a project: what catches the eye, money and points by year, each indicator with its lines over the years.
///
/// Nothing comes from the network; it prints on A4. The look is the layout `trend.html.mustache`.
public struct HTMLTrend: FolderTrendReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "html", purpose: Messages.Trend.html)

  /// The file name of the layout.
  public static let layoutName = "trend.html.mustache"

  private let layout: Result<MustacheTemplate, WritingError>

  public init(_ setting: ReportSetting) {
    guard let text = setting.layouts[Self.layoutName] else {
      layout = .failure(.missingLayout(Self.layoutName))
      return
    }
    layout = Result { () throws(WritingError) in
      try MustacheTemplate.layout(text, named: Self.layoutName)
    }
  }

  public func text(of projects: [TrendedProject], _ left: LeftOutForms) throws -> String {
    try layout.get().render(TrendPage(projects, left))
  }

  public func pages(
    of projects: [TrendedProject], _ left: LeftOutForms
  ) throws -> [(name: String, text: String)] {
    let layout = try layout.get()
    var links: [TrendPage.Link] = []
    var pages: [(name: String, text: String)] = []
    for (index, project) in projects.enumerated() {
      let number = "\(index + 1)"
      let name = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number + ".html"
      let page = TrendPage(page: project)
      pages.append((name, layout.render(page)))
      links += page.projects.map {
        TrendPage.Link(page: name, subject: $0.subject, sayings: $0.sayingsHeading)
      }
    }
    return [(TrendPage.index, layout.render(TrendPage(contents: links, left)))] + pages
  }
}
