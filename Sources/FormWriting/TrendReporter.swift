import FormModel

/// Turns projects over several years into the text of one format.
///
/// A new format is one file with a reporter in `Trends/` and one line in ``TrendReporters``. Reporters are pure and keep
/// nothing between projects.
public protocol TrendReporter: Sendable {
  /// Name and purpose of the format.
  static var format: ReportFormat { get }

  /// - Parameter setting: a reporter takes from it what concerns it.
  init(_ setting: ReportSetting)

  /// The whole report.
  ///
  /// - Parameter left: forms that take part in no trend.
  /// - Throws: ``WritingError`` when a layout is missing or broken.
  func text(of projects: [TrendedProject], _ left: LeftOutForms) throws -> String
}

/// A reporter whose report can also be a folder: a page for each project, and an index over them.
public protocol FolderTrendReporter: TrendReporter {
  /// The pages with their file names; the first is to be opened.
  ///
  /// - Parameter left: forms that take part in no trend.
  /// - Throws: ``WritingError`` when a layout is missing or broken.
  func pages(of projects: [TrendedProject], _ left: LeftOutForms) throws -> [(name: String, text: String)]
}

/// All formats of reports over several years: adding one is adding its line here.
public enum TrendReporters {
  /// In the order in which help lists them.
  public static let all: [any TrendReporter.Type] = [
    HumanTrend.self,
    JSONTrend.self,
    MarkdownTrend.self,
    CSVTrend.self,
    HTMLTrend.self,
  ]

  /// The reporter of a name; `nil` for an unknown one.
  public static func reporter(named name: String) -> (any TrendReporter.Type)? {
    all.first { $0.format.name == name }
  }
}
