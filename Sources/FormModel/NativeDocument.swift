/// A native form file as a value: the form, and what people wrote beside it.
///
/// Reading gives one, an edit changes `form`, writing puts every comment back.
public struct NativeDocument: Sendable, Hashable {
  /// The form itself.
  public var form: Form
  /// The comments of its file.
  public var comments: FormComments
  /// Where the values stood in the text it was read from; stale after an edit.
  public var locations: FormLocations

  public init(
    form: Form, comments: FormComments = FormComments(), locations: FormLocations = [:]
  ) {
    self.form = form
    self.comments = comments
    self.locations = locations
  }
}
