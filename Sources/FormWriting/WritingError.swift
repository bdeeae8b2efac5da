/// Why an output could not be made.
public enum WritingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The layout of this file name was not handed to the writer.
  case missingLayout(String)
  /// The layout of this file name is not valid mustache; with the parser's words.
  case faultyLayout(String, reason: String)

  public var description: String {
    switch self {
    case .missingLayout(let name): Messages.missingLayout(name)
    case .faultyLayout(let name, let reason): Messages.faultyLayout(name, reason: reason)
    }
  }
}
