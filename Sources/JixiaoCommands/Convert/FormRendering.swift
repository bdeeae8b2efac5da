import FormModel
import FormWriting

/// Turns forms into the bytes of one output format.
struct FormRendering: Sendable {
  let format: any FormWriter.Type
  /// One writer for all forms, so that layouts are decoded once.
  private let writer: any FormWriter
  /// Whether places and remarks are written beside the values (JSON alone).
  let hasLocations: Bool
  let library: Library

  init(
    _ format: any FormWriter.Type, options: WritingOptions, hasLocations: Bool = false, library: Library
  ) {
    (self.format, self.hasLocations, self.library) = (format, hasLocations, library)
    writer = format.init(options: options)
  }

  /// The ending of files of this format.
  var ending: String { format.format.extensions.first ?? format.format.name }

  /// Whether its files are text.
  var isText: Bool { format is any TextFormWriter.Type }

  /// Whether the texts of many forms, one after the other, are one file: nothing needs to wait for the rest.
  var isLines: Bool { format == JSONLinesWriter.self }

  /// One form as a file of its own.
  ///
  /// - Throws: `Complaint` for a form whose template is not known, or a broken layout.
  func bytes(of form: LocatedForm) throws -> [UInt8] {
    if isLines { return Array(JSONWriter.line(of: form, options: json).utf8) }
    if isJSON { return Array(JSONWriter.text(of: form, options: json).utf8) }
    return try asComplaint {
      try writer.bytes(of: form.form, template: library.template(of: form.form))
    }
  }

  /// Several forms as one file; `nil` where a file of the format holds one form only.
  func bytes(of forms: [LocatedForm]) throws -> [UInt8]? {
    if forms.count == 1 { return try bytes(of: forms[0]) }
    if isLines { return forms.flatMap { Array(JSONWriter.line(of: $0, options: json).utf8) } }
    if isJSON { return Array(JSONWriter.text(of: forms, options: json).utf8) }
    return try asComplaint {
      try writer.bytes(
        of: forms.map { ($0.form, try library.template(of: $0.form)) })
    }
  }

  private var isJSON: Bool { format == JSONWriter.self }
  private var json: JSONWriter.Options { JSONWriter.Options(meanings: true, locations: hasLocations) }

  private func asComplaint<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }
}
