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
  public var id: String? { folder(ofFileNamed: "/template.yaml") }

  /// The folder's name, where the file is an example form; `nil` for any other file.
  var exampleID: String? { folder(ofFileNamed: "/example.yaml") }

  private func folder(ofFileNamed name: String) -> String? {
    guard path.hasSuffix(name) else { return nil }
    return path.utf8.dropLast(name.utf8.count).split(separator: UInt8(ascii: "/")).last.map {
      String(Substring($0))
    }
  }
}
