import FormModel
import FormTemplates

/// Writes the native form file: made for people and for `git diff`.
///
/// The same form gives the same bytes, and reading them gives the same form.
public struct YAMLWriter: TextFormWriter {
  public static let format = OutputFormat(
    name: "yaml", extensions: ["yaml", "yml"], purpose: Messages.yamlPurpose)

  public init(options: WritingOptions) {}

  public func text(of forms: [(form: Form, template: Template)]) -> String? { nil }

  /// The form without comments, with the keys of the template that it names.
  public func text(of form: Form, template: Template) -> String {
    Self.text(of: form, layouts: NativeLayouts(template))
  }

  /// A form with its comments, each in the file exactly once.
  ///
  /// - Parameter layouts: a template they do not know is written with the standard labels.
  public static func text(of document: NativeDocument, layouts: NativeLayouts) -> String {
    let form = document.form
    let layout = (try? layouts.layout(of: form.template)) ?? .standard
    let comments = CommentPlacing(document.comments, in: form).moved
    let builder = NativeTreeBuilder(form: form, layout: layout, commented: Set(comments.map(\.anchor)))
    let entries = builder.entries()
    var anchors: Set<FormComment.Anchor> = [.head, .end]
    for entry in entries { entry.collectAnchors(into: &anchors) }
    var emitter = NativeEmitter(comments: CommentPlacing.settle(comments, on: anchors))
    emitter.write(entries)
    return emitter.text
  }

  /// A form without comments.
  public static func text(of form: Form, layouts: NativeLayouts) -> String {
    text(of: NativeDocument(form: form), layouts: layouts)
  }
}
