import YAMLText

/// Why a rule or word list cannot be used: the file and the place in it.
public struct RuleError: Error, Sendable, Hashable {
  /// Path of the file as it was given.
  public var path: String
  /// The text of the file.
  public var source: String
  /// What is wrong, with line and column.
  public var cause: YAMLError

  public init(path: String, source: String, cause: YAMLError) {
    self.path = path
    self.source = source
    self.cause = cause
  }

  /// The whole error as a person reads it, in Chinese: place, what, the line itself, what is allowed there.
  public var text: String { cause.text(in: source, named: path) }
}
