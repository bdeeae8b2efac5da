import FormModel
import FormTemplates
import Mustache

/// One self-contained page that prints on A4 and is well-formed XML; no scripts, nothing from the network.
///
/// Its look is the layout `form.html.mustache`, handed over in ``WritingOptions/layouts``.
public struct HTMLWriter: TextFormWriter {
  public static let format = OutputFormat(
    name: "html", extensions: ["html", "htm"], purpose: Messages.htmlPurpose)

  /// The file name of the layout.
  public static let layoutName = "form.html.mustache"

  private let layout: String?
  private let findings: [Finding]

  public init(options: WritingOptions = WritingOptions()) {
    layout = options.layouts[Self.layoutName]
    findings = options.findings
  }

  public func text(of forms: [(form: Form, template: Template)]) -> String? { nil }

  public func text(of form: Form, template: Template) throws -> String {
    guard let layout else { throw WritingError.missingLayout(Self.layoutName) }
    let notes = findings.map { FindingNote($0, form: form, template: template) }
    return try MustacheTemplate.layout(layout, named: Self.layoutName).render(
      HTMLPage(FormTable(form, template: template), findings: notes))
  }
}
