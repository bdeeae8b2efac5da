/// A file of a folder of rules, as a value.
public struct RuleFile: Sendable, Hashable {
  /// Path with `/`; the last folder is the group, the file name without `.yaml` the rule's id. Shown in errors.
  public var path: String
  /// The YAML of the rule.
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The folder the file lies in (`completeness`, `vocabulary`; `local` when the path names none), and the
  /// file name without `.yaml`; `nil` for any other kind of file.
  var place: (group: String, name: String)? {
    guard path.hasSuffix(".yaml") else { return nil }
    let bytes = path.utf8
    let body = bytes.dropLast(5)
    guard let slash = body.lastIndex(of: 0x2F) else { return ("local", String(Substring(body))) }
    let folder = body[..<slash]
    let start = folder.lastIndex(of: 0x2F).map { folder.index(after: $0) } ?? folder.startIndex
    return (String(Substring(folder[start...])), String(Substring(body[body.index(after: slash)...])))
  }

  /// The name of a list of words; `nil` for a rule.
  public var wordList: String? { place.flatMap { $0.group == "vocabulary" ? $0.name : nil } }

  /// Whether the rule, as every file of the repository writes it, is for self-evaluations alone; `false` in doubt.
  var isForSelfEvaluationsOnly: Bool {
    var text = text
    let line = "\napplies-to: [self-evaluation]\n".utf8
    return text.withUTF8 { bytes in
      // It stands among the first lines; the rest is not searched.
      let head = bytes.prefix(400)
      return head.indices.contains { head[$0] == 0x0A && head[$0...].starts(with: line) }
    }
  }

  /// The text as far as `examples:`, which is most of a rule file and needed only by tests and documentation;
  /// the whole text when something else stands behind the examples.
  var head: String {
    var text = text
    let length = text.withUTF8 { Self.headLength($0) }
    return length.map { String(decoding: text.utf8.prefix($0), as: UTF8.self) } ?? text
  }

  private static func headLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end: Int?
    var start = 0
    while start < bytes.count {
      if end != nil {
        guard continues.contains(bytes[start]) else { return nil }
      } else if bytes[start] == 0x65, bytes[start...].starts(with: "examples:".utf8) {
        end = start
      }
      while start < bytes.count, bytes[start] != 0x0A { start += 1 }
      start += 1
    }
    return end
  }

  /// What a line inside a list begins with: a blank, `-`, `#`, or nothing.
  private static let continues: [UInt8] = [0x20, 0x2D, 0x23, 0x0A, 0x0D]
}
