import FormModel

/// Turns findings into the text of one format for other programs.
///
/// A new format is one file with a reporter and one line in ``FindingReporters``.
public protocol FindingReporter: Sendable {
  /// What `--format` takes: `ndjson`.
  static var name: String { get }

  init()

  /// The findings of one form; every line ends in a line end.
  ///
  /// - Parameters:
  ///   - findings: in the order in which they are reported.
  ///   - file: the path of the file as the caller named it.
  ///   - form: the form they are about, for the words of the places and where they stand in the file.
  ///   - labels: the words that places have in the form's template.
  func text(of findings: [Finding], file: String, form: LocatedForm, labels: PathLabels) -> String
}

/// All formats of findings for other programs: adding one is adding its line here.
public enum FindingReporters {
  /// In the order in which help lists them.
  public static let all: [any FindingReporter.Type] = [
    NDJSONReporter.self
  ]
}
