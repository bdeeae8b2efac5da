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
}

/// A reporter whose report is one text: opening, pairs, closing.
public protocol TextComparisonReporter: ComparisonReporter {
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

/// A reporter whose report is a folder: a page for each pair, and an index over them.
public protocol FolderComparisonReporter: ComparisonReporter {
  /// The page of a pair, and its line in the index.
  ///
  /// - Parameter name: its file name, which the index links to.
  /// - Throws: ``WritingError`` when a layout is missing or broken.
  func page(of pair: ComparedForms, name: String) throws -> (text: String, entry: ComparisonEntry)

  /// The pages of the index, the first of which is to be opened; all of them go into the same folder.
  ///
  /// - Parameter unpaired: forms without a counterpart.
  func index(
    of entries: [ComparisonEntry], _ unpaired: UnpairedForms
  ) throws -> [(name: String, text: String)]
}

/// A reporter whose report is a file of an office program: all pairs on the same few tables.
public protocol OfficeComparisonReporter: ComparisonReporter {
  /// The whole file.
  ///
  /// - Parameters:
  ///   - pairs: the rows of each pair.
  ///   - unpaired: forms without a counterpart.
  /// - Throws: ``WritingError`` when the layout is missing or broken, or a table cannot be held.
  func bytes(of pairs: [ComparisonSections], _ unpaired: UnpairedForms) throws -> [UInt8]
}

/// All formats of comparisons: adding one is adding its line here.
public enum ComparisonReporters {
  /// In the order in which help lists them.
  public static let all: [any ComparisonReporter.Type] = [
    HumanComparison.self,
    JSONComparison.self,
    MarkdownComparison.self,
    CSVComparison.self,
    HTMLComparison.self,
    XLSXComparison.self,
    DOCXComparison.self,
  ]

  /// The reporter of a name; `nil` for an unknown one.
  public static func reporter(named name: String) -> (any ComparisonReporter.Type)? {
    all.first { $0.format.name == name }
  }
}
