/// A file of a folder of templates. Its text is fetched only when its template is asked for.
public struct TemplateFile: Sendable {
  /// Ends in `<id>/template.yaml` where it is a template; shown in errors.
  public let path: String
  private let load: @Sendable () -> String

  /// - Parameter text: evaluated each time the file is read.
  public init(path: String, text: @autoclosure @escaping @Sendable () -> String) {
    self.path = path
    self.load = text
  }

  /// The file's text.
  public var text: String { load() }

  /// The template's id, which is the name of the folder; `nil` for any other file (a layout).
  public var id: String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 1] == "template.yaml" else { return nil }
    return String(parts[parts.count - 2])
  }
}
