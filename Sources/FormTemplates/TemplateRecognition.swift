import FormModel

/// The template that a form follows, and why it is thought so.
public struct RecognisedTemplate: Sendable, Hashable {
  /// The template's id.
  public var id: String
  /// What speaks for it, in Chinese, strongest first; empty when nothing does and it is only the usual one.
  public var reasons: [String]
}

extension Form {
  /// The template that the form follows, told by its tree, columns, name, place and year.
  ///
  /// A template that the form names is not asked about: that is the caller's to look up. For many forms make one
  /// ``TemplateRecogniser``.
  ///
  /// - Parameter templates: those at hand; only those of the form's kind are considered. Where nothing tells two of
  ///   them apart, the usual one wins, then the first.
  /// - Returns: `nil` when no template is of the form's kind.
  public func recognisedTemplate(among templates: [Template]) -> RecognisedTemplate? {
    TemplateRecogniser(templates).template(of: self)
  }
}
