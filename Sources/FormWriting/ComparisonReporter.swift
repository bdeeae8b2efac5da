import FormModel

/// Turns approved forms held against self-evaluations into the text of one format.
///
/// A new format is one file with a reporter in `Comparisons/` and one line in ``ComparisonReporters``. Reporters are
/// pure and keep nothing between pairs.
public protocol ComparisonReporter: Sendable {
  /// Name and purpose of the format.
  static var format: ReportFormat { get }

  /// - Parameter setting: a reporter takes from it what concerns it.
  init(_ setting: ReportSetting)

  /// What stands before the first pair.
  func opening() -> String

  /// What is said of one pair.
  func text(of pair: ComparedForms) -> String

  /// What stands between the texts of two pairs.
  var separator: String { get }

  /// What stands behind the last pair.
  ///
  /// - Parameter unpaired: forms without a counterpart.
  func closing(_ unpaired: UnpairedForms) -> String
}

/// All formats of comparisons: adding one is adding its line here.
public enum ComparisonReporters {
  /// In the order in which help lists them.
  public static let all: [any ComparisonReporter.Type] = [
    HumanComparison.self,
    JSONComparison.self,
    MarkdownComparison.self,
  ]

  /// The reporter of a name; `nil` for an unknown one.
  public static func reporter(named name: String) -> (any ComparisonReporter.Type)? {
    all.first { $0.format.name == name }
  }
}
