import FormTemplates
import FormWriting

/// A file with the form of a template and nothing filled in.
enum BlankFile {
  /// - Throws: `Complaint` for a format that nobody fills in by hand.
  static func bytes(of template: Template, for path: String, _ library: Library) throws -> [UInt8] {
    let writer = try FormFiles.writer(for: path)
    let isOffice = writer == XLSXWriter.self || writer == DOCXWriter.self
    guard isOffice else { throw Complaint(Messages.blankFormats(path), .usage) }
    var options = try library.writingOptions()
    options.showsHints = true
    do {
      return try writer.init(options: options).bytes(of: BlankForm.form(of: template), template: template)
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }
}
