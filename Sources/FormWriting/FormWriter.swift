import FormModel
import FormTemplates

/// Turns a form into a file of one output format.
///
/// A new format is one file with a writer and one line in ``FormWriters``.
public protocol FormWriter: Sendable {
  /// Name, endings and purpose of the format.
  static var format: OutputFormat { get }

  /// - Parameter options: a writer takes from them what concerns it.
  init(options: WritingOptions)

  /// The whole file.
  ///
  /// - Parameter template: gives the order, labels and weights that the form is printed with.
  /// - Throws: ``WritingError`` when something the format needs is missing, or it cannot hold what the form holds.
  func bytes(of form: Form, template: Template) throws -> [UInt8]

  /// One file with several forms; `nil` where a file of the format holds one form only.
  func bytes(of forms: [(form: Form, template: Template)]) throws -> [UInt8]?
}

/// A writer whose files are text in UTF-8.
public protocol TextFormWriter: FormWriter {
  /// The whole text of the output, ending in a line end.
  ///
  /// - Throws: ``WritingError`` when something the format needs is missing; never for what a form holds.
  func text(of form: Form, template: Template) throws -> String

  /// One text with several forms; `nil` where a file of the format holds one form only.
  func text(of forms: [(form: Form, template: Template)]) throws -> String?
}

extension TextFormWriter {
  /// One after the other.
  public func text(of forms: [(form: Form, template: Template)]) throws -> String? {
    try forms.map { try text(of: $0.form, template: $0.template) }.joined()
  }

  /// The text in UTF-8.
  public func bytes(of form: Form, template: Template) throws -> [UInt8] {
    Array(try text(of: form, template: template).utf8)
  }

  /// The text in UTF-8.
  public func bytes(of forms: [(form: Form, template: Template)]) throws -> [UInt8]? {
    try text(of: forms).map { Array($0.utf8) }
  }
}

/// An output format as people name it.
public struct OutputFormat: Sendable, Hashable {
  /// What `--format` takes: `markdown`.
  public var name: String
  /// Endings of file names without the dot, the usual one first: `md`, `markdown`.
  public var extensions: [String]
  /// One line in Chinese: what the format is for.
  public var purpose: String

  public init(name: String, extensions: [String], purpose: String) {
    self.name = name
    self.extensions = extensions
    self.purpose = purpose
  }
}
