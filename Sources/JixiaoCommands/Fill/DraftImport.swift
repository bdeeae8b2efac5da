import FormModel
import FormReading
import FormTemplates
import FormWriting

/// Makes a draft of a form in another format, so that `fill` and `:open` take whatever can be read.
struct DraftImport {
  let library: Library
  /// Asks which of several forms is meant; throws where nobody can be asked.
  let choose: ([LocatedForm], String) throws -> LocatedForm

  /// The draft to be filled in: the file itself where it is one, or is new.
  ///
  /// - Parameter template: for a form that names none.
  /// - Throws: `Complaint` where the form cannot be read, or the draft is there already.
  func draft(for path: String, template: String?) throws -> String {
    let source = FormSource(argument: path)
    guard source.path != "-", try isOtherFormat(source) else { return path }
    let draft = "\(AtomicFile.folder(of: source.path))/\(source.stem).yaml"
    guard !AtomicFile.exists(draft) else {
      throw Complaint(Messages.draftIsThere(draft, instead: path), .cannotCreate)
    }
    let outcome = SourceReader(library: library).read(source)
    var report = ReadingReport()
    for line in report.add(outcome) { Console.error(line) }
    guard let first = outcome.forms.first else { throw Complaint(Messages.noDraft(path), .unreadable) }
    var form = outcome.forms.count == 1 ? first.form : try choose(outcome.forms, path).form
    form.template = form.template ?? template ?? Messages.defaultTemplate
    let layouts = library.layouts
    try AtomicFile.write(YAMLWriter.text(of: form, layouts: layouts), to: draft)
    Console.out(Messages.madeDraft(draft, of: path))
    return draft
  }

  /// Whether there is a file that holds forms in another format than a draft's.
  private func isOtherFormat(_ source: FormSource) throws -> Bool {
    guard AtomicFile.isRegular(source.path) else { return false }
    if source.number != nil { return true }
    let head = try FileDescriptor.input(source.path).readAll(upTo: FormInput.Limits().bytes)
    let input = FormInput(bytes: head, name: source.path, spellings: library.spellings)
    guard let format = FormReader.format(of: input) else { return false }
    return !format.extensions.contains("yaml")
  }
}
