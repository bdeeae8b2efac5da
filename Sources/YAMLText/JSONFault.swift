/// How a text breaks JSON's grammar (RFC 8259).
public enum JSONFault: Sendable, Hashable {
  case unexpected(String, expected: Expected)
  /// The text ends inside a value.
  case unexpectedEnd
  case unclosedText
  case badEscape
  /// Half of a `\uD83D\uDE00` pair.
  case loneSurrogate
  case badNumber
  /// A raw line break or control character inside a text.
  case controlCharacter

  /// What may stand in the place.
  public enum Expected: Sendable, Hashable {
    case value, key, colon
    /// A comma or the closing bracket.
    case comma
  }
}
