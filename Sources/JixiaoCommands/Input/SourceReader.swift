import FormModel
import FormReading
import Glibc

/// Reads the forms of one source; what is wrong becomes sentences, so that others can go on.
struct SourceReader: Sendable {
  let library: Library
  /// Whether the bytes are kept beside the forms, for who wants to write into the file.
  var keepsInput = false

  /// What came of a source.
  struct Outcome: Sendable {
    var source: FormSource
    var forms: [LocatedForm] = []
    /// What could not be read.
    var faults: [SourceFault] = []
    /// Whether there are forms in the file, be it not the one that was asked for.
    var isRead = false
    /// The file's bytes, where they are kept.
    var input: FormInput?
    /// A file from a folder whose format is not known: it is counted, not complained of.
    var isPassedOver = false

    /// What could not be read, each as a person reads it: what, where, why, what to do.
    var problems: [String] { faults.map(\.text) }
  }

  func read(_ source: FormSource) -> Outcome {
    var outcome = Outcome(source: source)
    if source.isUnmatchedPattern {
      outcome.faults = [SourceFault(Messages.noMatch(source.path))]
      return outcome
    }
    do {
      let input = try input(source)
      let reading = FormReader.readAll(input)
      outcome.forms = reading.forms
      if keepsInput { outcome.input = input }
      outcome.faults = reading.problems.map { SourceFault($0) }
      if source.isFromFolder, reading.forms.isEmpty, isForNobody(reading, input) {
        outcome.isPassedOver = true
        outcome.faults = []
      }
    } catch let error as FileError {
      outcome.faults = [SourceFault(error.message)]
    } catch {
      outcome.faults = [(error as? ReadingError).map { SourceFault($0) } ?? SourceFault("\(error)")]
    }
    choose(&outcome)
    return outcome
  }

  /// Whether a file of a folder is none that people take for a form: a picture, a program.
  private func isForNobody(_ reading: FormsRead, _ input: FormInput) -> Bool {
    if case .foreign(let kind) = reading.problems.first?.problem {
      return kind == .picture || kind == .binary
    }
    return FormReader.format(of: input) == nil
  }

  /// Leaves the form that the source means.
  private func choose(_ outcome: inout Outcome) {
    guard let number = outcome.source.number, !outcome.forms.isEmpty else { return }
    if outcome.forms.indices.contains(number - 1) {
      outcome.forms = [outcome.forms[number - 1]]
      outcome.faults = []
    } else {
      outcome.isRead = true
      let words = Messages.noSuchForm(outcome.source.shownPath, number, count: outcome.forms.count)
      outcome.faults = [SourceFault(words)]
      outcome.forms = []
    }
  }

  /// The bytes of a source, no more than a form may have.
  func input(_ source: FormSource) throws -> FormInput {
    let limits = FormInput.Limits()
    let file = try opened(source)
    if let size = file.size { try FormReader.check(size: size, of: source.path, limits: limits) }
    return FormInput(
      bytes: try file.readAll(upTo: limits.bytes),
      name: source.shownPath == "-" ? Messages.standardInput : source.shownPath, layouts: library.layouts,
      spellings: library.spellings, tools: ReadingTools(pdf: Poppler.part), limits: limits)
  }
}

extension SourceReader {
  private func opened(_ source: FormSource) throws -> FileDescriptor {
    do {
      return source.path == "-" ? .standardInput : try .input(source.path)
    } catch  where InputList.isFolder(source.path) {
      _ = try InputList.names(in: source.path)
      throw FileError(.read, source.path, code: source.number == nil ? ENODATA : EISDIR)
    }
  }
}

/// Something that could not be read.
struct SourceFault: Sendable {
  /// As a person reads it: what, where, why, what to do.
  var text: String
  /// What is wrong, in one line.
  var message: String
  /// What to do, where it is not part of the message.
  var help: String?
  /// Where in the file; `nil` for the file as a whole.
  var location: SourceLocation?

  init(_ text: String) { (self.text, message) = (text, text) }

  init(_ error: ReadingError) {
    (text, message, help) = (error.text, error.message, error.help)
    location = error.mark.map { .text(line: $0.line, column: $0.column) }
  }
}
