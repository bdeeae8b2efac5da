import FormModel
import FormTemplates

/// The interchange form on one line, by ``JSONWriter``: the lines of many forms make one file.
public struct JSONLinesWriter: TextFormWriter {
  public static let format = OutputFormat(
    name: "ndjson", extensions: ["ndjson", "jsonl"], purpose: Messages.ndjsonPurpose)

  public init(options: WritingOptions = WritingOptions()) {}

  public func text(of form: Form, template: Template) -> String {
    JSONWriter.line(of: LocatedForm(form: form), options: JSONWriter.Options(meanings: true))
  }
}
