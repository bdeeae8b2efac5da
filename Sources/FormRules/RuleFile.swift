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

  /// The text as far as `examples:`, which is most of a rule file and needed only by tests and documentation;
  /// the whole text when something else stands behind the examples.
  var head: String {
    let bytes = text.utf8
    var start = bytes.startIndex
    var end: String.Index?
    while start < bytes.endIndex {
      let line = bytes[start...]
      if end == nil, line.starts(with: "examples:".utf8) {
        end = start
      } else if end != nil, let first = line.first, !Self.continues.contains(first) {
        return text
      }
      guard let newline = line.firstIndex(of: 0x0A) else { break }
      start = bytes.index(after: newline)
    }
    return end.map { String(text[..<$0]) } ?? text
  }

  /// What a line inside a list begins with: a blank, `-`, `#`, or nothing.
  private static let continues: [UInt8] = [0x20, 0x2D, 0x23, 0x0A, 0x0D]
}
