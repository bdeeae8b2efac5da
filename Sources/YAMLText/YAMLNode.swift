/// A value of a YAML document with its place. Every scalar stays the text that was written:
/// `12:30`, `010` and `yes` are not turned into something else.
public struct YAMLNode: Sendable, Hashable {
  /// What was written.
  public var content: Content
  /// Where the value begins.
  public var mark: YAMLMark

  /// The three shapes of a value.
  public enum Content: Sendable, Hashable {
    /// `quoted` is true for quoted and block texts, which are never "nothing".
    case scalar(String, quoted: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  public init(_ content: Content, at mark: YAMLMark) {
    self.content = content
    self.mark = mark
  }

  /// Whether nothing was written: `键:` with no value, `~` or `null`.
  public var isNull: Bool {
    if case .scalar(let text, quoted: false) = content {
      return text.isEmpty || text == "~" || text == "null"
    }
    return false
  }
}

/// One `key: value` of a mapping, in written order.
public struct YAMLEntry: Sendable, Hashable {
  /// The key as written.
  public var key: String
  /// Where the key begins.
  public var keyMark: YAMLMark
  /// What the key stands for.
  public var value: YAMLNode

  public init(key: String, keyMark: YAMLMark, value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

/// A place in a text: line and column from 1, columns in characters.
public struct YAMLMark: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// From 1, in characters.
  public var column: Int
  /// Which text it is in, for a document put together from several; 0 otherwise.
  public var source: Int

  public init(line: Int, column: Int, source: Int = 0) {
    self.line = line
    self.column = column
    self.source = source
  }
}
