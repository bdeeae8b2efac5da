import FormModel

/// Turns what was found in forms into the text of one format.
///
/// A new format is one file with a reporter and one line in ``FindingReporters``. Reporters are pure and keep
/// nothing between forms: the forms of a batch are reported on several threads and put together in their order.
public protocol FindingReporter: Sendable {
  /// Name, ending and purpose of the format.
  static var format: ReportFormat { get }

  /// - Parameter setting: a reporter takes from it what concerns it.
  init(_ setting: ReportSetting)
}

/// A reporter whose report is one text: opening, forms, closing.
public protocol TextReporter: FindingReporter {
  /// What stands before the first form.
  func opening() -> String

  /// What is said of one form; empty where the format has nothing to say of it.
  func text(of form: CheckedForm) -> String

  /// ``text(of:)`` in UTF-8, which is what is written.
  func bytes(of form: CheckedForm) -> [UInt8]

  /// What stands between the texts of two forms.
  var separator: String { get }

  /// What stands behind the last form.
  func closing(_ summary: ReportSummary) -> String
}

extension TextReporter {
  /// The text's own.
  public func bytes(of form: CheckedForm) -> [UInt8] { Array(text(of: form).utf8) }
  /// Nothing.
  public func opening() -> String { "" }
  /// Nothing.
  public var separator: String { "" }
  /// Nothing.
  public func closing(_ summary: ReportSummary) -> String { "" }
}

/// A reporter whose report is a folder: a page for each form, and an index over them.
public protocol FolderReporter: FindingReporter {
  /// The page of a form.
  ///
  /// - Parameter name: its file name, which the index links to.
  /// - Throws: ``WritingError`` when a layout is missing or broken.
  func page(of form: CheckedForm, name: String) throws -> ReportPage

  /// The pages of the index, the first of which is to be opened; all of them go into the same folder.
  func index(of pages: [ReportEntry], _ summary: ReportSummary) throws -> [(name: String, text: String)]
}

/// All formats of reports: adding one is adding its line here.
public enum FindingReporters {
  /// In the order in which help lists them.
  public static let all: [any FindingReporter.Type] = [
    HumanReporter.self,
    ConciseReporter.self,
    JSONReporter.self,
    NDJSONReporter.self,
    SARIFReporter.self,
    GitHubReporter.self,
    JUnitReporter.self,
    CSVReporter.self,
    MarkdownReporter.self,
    HTMLReporter.self,
  ]

  /// The reporter of a name; `nil` for an unknown one.
  public static func reporter(named name: String) -> (any FindingReporter.Type)? {
    all.first { $0.format.name == name }
  }
}

/// A format of reports as people name it.
public struct ReportFormat: Sendable, Hashable {
  /// What `--format` takes: `sarif`.
  public var name: String
  /// One line in Chinese: what the format is for.
  public var purpose: String
  /// Whether findings that a baseline knows are listed too, marked as such.
  public var listsKnown: Bool
  /// Whether it shows which part of a draft a safe fix replaces.
  public var showsReplacements: Bool

  public init(name: String, purpose: String, listsKnown: Bool = false, showsReplacements: Bool = false) {
    self.name = name
    self.purpose = purpose
    self.listsKnown = listsKnown
    self.showsReplacements = showsReplacements
  }
}
