import BundledData
import FormModel
import FormReading
import FormTemplates
import FormWriting
import Glibc
import YAMLText

/// Forms from files and to files; every error is a sentence for the person.
enum FormFiles {
  /// All forms of a file of any format; `-` is standard input.
  static func forms(at path: String, _ library: Library) throws -> [LocatedForm] {
    do {
      return try FormReader.read(bytes(at: path), name: path, layouts: library.layouts)
    } catch let error as ReadingError {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// The only form of a file, or its first.
  static func form(at path: String, _ library: Library) throws -> LocatedForm {
    guard let first = try forms(at: path, library).first else {
      throw Complaint(Messages.noForm(path), .unreadable)
    }
    return first
  }

  /// A draft with its comments.
  static func nativeDocument(_ text: String, named path: String, _ library: Library) throws -> NativeDocument
  {
    let read: NativeDocument?
    do throws(YAMLError) {
      read = try NativeDocument.read(text, layouts: library.layouts)
    } catch {
      throw Complaint(error.text(in: text, named: path), .unreadable)
    }
    guard let read else { throw Complaint(Messages.noForm(path), .unreadable) }
    return read
  }

  /// Answers in the native shape, any part of them.
  static func answers(at path: String, template: Template) throws -> LocatedForm {
    let text = try text(at: path)
    do throws(YAMLError) {
      return try readAnswers(text, layout: NativeLayout(template)) ?? LocatedForm(form: Form())
    } catch {
      throw Complaint(error.text(in: text, named: path), .unreadable)
    }
  }

  /// The whole file as text, without a byte order mark.
  static func text(at path: String) throws -> String {
    let input = FormInput(bytes: try bytes(at: path), name: path)
    do throws(ReadingError) {
      return try input.text()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  private static func bytes(at path: String) throws(FileError) -> [UInt8] {
    let file = path == "-" ? FileDescriptor.standardInput : try FileDescriptor.input(path)
    return try file.readAll(upTo: readingLimit)
  }
}

extension FormFiles {
  /// Twice what a form may have: enough to refuse a file as too large, and an end for `/dev/zero`.
  private static let readingLimit = 128 << 20

  /// The draft table for a screen.
  static func tableText(of form: Form, _ template: Template, width: Int) -> String {
    PlainTextWriter(options: WritingOptions(width: width)).text(of: form, template: template)
      .trimmingLastLineEnd
  }

  /// The form in the format that the file name's ending tells.
  static func text(of form: Form, _ template: Template, for path: String) throws -> String {
    try text(of: [(form, template)], for: path)
  }

  /// The forms of one file in the format that the file name's ending tells.
  ///
  /// - Throws: `Complaint` where a file of the format holds one form and there are more.
  static func text(of forms: [(form: Form, template: Template)], for path: String) throws -> String {
    let ending = path == "-" ? "yaml" : path.split(separator: ".").last.map(String.init) ?? ""
    guard let writer = FormWriters.writer(named: ending) else {
      let known = FormWriters.formats.compactMap(\.extensions.first)
      throw Complaint(Messages.unknownFormat(path, known: known), .usage)
    }
    do {
      let writer = writer.init(options: WritingOptions(layouts: layouts))
      if forms.count == 1 { return try writer.text(of: forms[0].form, template: forms[0].template) }
      if let text = try writer.text(of: forms) { return text }
      throw Complaint(Messages.oneFormOnly(path, count: forms.count), .usage)
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }

  /// Writes an output file atomically; `-` is standard output.
  static func put(_ text: String, to path: String) throws(FileError) {
    if path == "-" {
      Console.out(text.trimmingLastLineEnd)
    } else {
      try AtomicFile.write(text, to: path)
    }
  }

  /// Writes a form's table beside the draft.
  ///
  /// - Returns: what to say about it.
  static func export(_ form: Form, _ template: Template, to path: String) throws -> String {
    try put(text(of: form, template, for: path), to: path)
    return Messages.exported(path)
  }

  /// The output layouts inside the executable, by file name.
  private static var layouts: [String: String] {
    var layouts: [String: String] = [:]
    for file in BundledData.files(under: "Templates") where file.path.hasSuffix(".mustache") {
      layouts[AtomicFile.name(of: file.path)] = file.text
    }
    return layouts
  }
}

extension String {
  /// Without the line end that every text file has and `Console.out` adds.
  var trimmingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
