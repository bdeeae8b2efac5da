import FormModel
import FormReading
import Glibc

/// Reads the forms of one source; what is wrong becomes sentences, so that others can go on.
struct SourceReader: Sendable {
  let library: Library

  /// What came of a source.
  struct Outcome: Sendable {
    var source: FormSource
    var forms: [LocatedForm] = []
    /// What could not be read: what, where, why, what to do.
    var problems: [String] = []
    /// Whether there are forms in the file, be it not the one that was asked for.
    var isRead = false
    /// A file from a folder whose format is not known: it is counted, not complained of.
    var isPassedOver = false
  }

  func read(_ source: FormSource) -> Outcome {
    var outcome = Outcome(source: source)
    do {
      let input = try input(source)
      let reading = FormReader.readAll(input)
      outcome.forms = reading.forms
      outcome.problems = reading.problems.map(\.text)
      if source.isFromFolder, reading.forms.isEmpty, isForNobody(reading, input) {
        outcome.isPassedOver = true
        outcome.problems = []
      }
    } catch let error as FileError {
      outcome.problems = [error.message]
    } catch {
      outcome.problems = [(error as? ReadingError)?.text ?? "\(error)"]
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
      outcome.problems = []
    } else {
      outcome.isRead = true
      outcome.problems = [Messages.noSuchForm(outcome.source.path, number, count: outcome.forms.count)]
      outcome.forms = []
    }
  }

  /// The bytes of a source, no more than a form may have.
  private func input(_ source: FormSource) throws -> FormInput {
    let limits = FormInput.Limits()
    if InputList.isFolder(source.path) {
      _ = try InputList.names(in: source.path)
      throw FileError(.read, source.path, code: source.number == nil ? ENODATA : EISDIR)
    }
    let file = source.path == "-" ? FileDescriptor.standardInput : try FileDescriptor.input(source.path)
    if let size = file.size { try FormReader.check(size: size, of: source.path, limits: limits) }
    return FormInput(
      bytes: try file.readAll(upTo: limits.bytes),
      name: source.path == "-" ? Messages.standardInput : source.path, layouts: library.layouts,
      spellings: library.spellings, tools: ReadingTools(pdf: Poppler.part), limits: limits)
  }
}
