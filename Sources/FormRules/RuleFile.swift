/// A file of a folder of rules, as a value.
public struct RuleFile: Sendable, Hashable {
  /// Path with `/`; the last folder is the group, the file name without `.yaml` the rule's id. Shown in errors.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The folder the file lies in: `completeness`, `vocabulary`; `local` when the path names none.
  var group: String {
    let parts = path.split(separator: "/")
    return parts.count >= 2 ? String(parts[parts.count - 2]) : "local"
  }

  /// The file name without `.yaml`; `nil` for any other kind of file.
  var name: String? {
    guard let last = path.split(separator: "/").last, last.hasSuffix(".yaml") else { return nil }
    return String(last.dropLast(5))
  }
}
