import Mustache

/// One web page: what catches the eye, money and points by year, each indicator with its lines over the years.
///
/// Nothing comes from the network; it prints on A4. The look is the layout `trend.html.mustache`.
public struct HTMLTrend: TrendReporter {
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
}
