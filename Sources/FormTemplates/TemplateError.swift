import YAMLText

/// Why a template cannot be used.
public enum TemplateError: Error, Sendable, Hashable {
  /// No template has this id; `known` are those that can be used.
  case unknownTemplate(String, known: [String])
  /// A template file is wrong: its path, its text, and the place and cause in it.
  case invalid(path: String, source: String, cause: YAMLError)
}

extension TemplateError {
  /// The whole error as a person reads it, in Chinese: place, what, the line itself, what to do.
  public var text: String {
    switch self {
    case .unknownTemplate(let id, let known): Messages.unknownTemplate(id, known: known)
    case .invalid(let path, let source, let cause): cause.text(in: source, named: path)
    }
  }
}
