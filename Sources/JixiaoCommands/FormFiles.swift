import BundledData
import FormModel
import FormReading
import FormTemplates
import FormWriting
import Glibc
import YAMLText

/// Forms from files and to files; every error is a sentence for the person.
enum FormFiles {
  /// All forms of a source of any format.
  ///
  /// - Throws: `Complaint` with everything in it that cannot be read.
  static func forms(at source: FormSource, _ library: Library) throws -> [LocatedForm] {
    let outcome = SourceReader(library: library).read(source)
    guard outcome.problems.isEmpty else {
      throw Complaint(outcome.problems.joined(separator: "\n"), .unreadable)
    }
    return outcome.forms
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

  /// The whole file, no larger than a form may be.
  static func bytes(at path: String) throws -> [UInt8] {
    let file = path == "-" ? FileDescriptor.standardInput : try FileDescriptor.input(path)
    return try file.readAll(upTo: FormInput.Limits().bytes)
  }
}

extension FormFiles {
  /// The draft table for a screen.
  static func tableText(of form: Form, _ template: Template, width: Int) -> String {
    PlainTextWriter(options: WritingOptions(width: width)).text(of: form, template: template)
      .trimmingLastLineEnd
  }

  /// The form in the format that the file name's ending tells.
  static func bytes(
    of form: Form, _ template: Template, for path: String, _ library: Library
  ) throws -> [UInt8] {
    let writer = try writer(for: path).init(options: library.writingOptions())
    do {
      return try writer.bytes(of: form, template: template)
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }

  /// The format that a file name's ending tells; YAML for standard output.
  ///
  /// - Throws: `Complaint` with the endings there are.
  static func writer(for path: String) throws(Complaint) -> any FormWriter.Type {
    let ending = path == "-" ? "yaml" : path.split(separator: ".").last.map(String.init) ?? ""
    if let writer = FormWriters.writer(named: ending) { return writer }
    let known = FormWriters.formats.compactMap(\.extensions.first)
    throw Complaint(Messages.unknownFormat(path, known: known), .usage)
  }

  /// Good defaults, and the output layouts inside the executable.
  static var writingOptions: WritingOptions { WritingOptions(layouts: layouts) }

  /// Writes an output file atomically; `-` is standard output.
  static func put(_ bytes: [UInt8], to path: String) throws(FileError) {
    if path == "-" { try Console.data(bytes) } else { try AtomicFile.write(bytes, to: path) }
  }

  /// Writes a form's table beside the draft.
  ///
  /// - Returns: what to say about it.
  static func export(
    _ form: Form, _ template: Template, to path: String, _ library: Library
  ) throws -> String {
    try put(bytes(of: form, template, for: path, library), to: path)
    return Messages.exported(path)
  }

  private static let layoutFolder = "Templates/layout"

  /// The output layouts inside the executable, by file name.
  private static var layouts: [String: String] {
    var layouts: [String: String] = [:]
    for file in BundledData.files(under: layoutFolder) {
      layouts[String(file.path.dropFirst(layoutFolder.count + 1))] = file.text
    }
    return layouts
  }
}

extension String {
  /// Without the line end that every text file has and `Console.out` adds.
  var trimmingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
