/// All output formats: adding one is adding its line here.
public enum FormWriters {
  /// In the order in which help lists them.
  public static let all: [any FormWriter.Type] = [
    PlainTextWriter.self,
    MarkdownWriter.self,
    HTMLWriter.self,
    CSVWriter.self,
    XLSXWriter.self,
    DOCXWriter.self,
    YAMLWriter.self,
    JSONWriter.self,
    JSONLinesWriter.self,
  ]

  /// What help lists.
  public static var formats: [OutputFormat] { all.map { $0.format } }

  /// The writer of a format by its name (`markdown`) or the ending of a file name (`md`, `.MD`); `nil` for
  /// an unknown one.
  public static func writer(named name: String) -> (any FormWriter.Type)? {
    let wanted = (name.first == "." ? name.dropFirst() : name[...]).lowercased()
    return all.first { $0.format.name == wanted || $0.format.extensions.contains(wanted) }
  }
}
