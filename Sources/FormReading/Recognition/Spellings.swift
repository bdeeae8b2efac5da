import FormTemplates
import Synchronization
import YAMLText

/// Labels, level names and column heads of forms in all their spellings, decoded from `Templates/`.
///
/// Cheap to hold: nothing is decoded before a file needs it, and then once.
public struct Spellings: Sendable {
  private let source: Source

  /// - Parameters:
  ///   - files: any files; those in a folder named `spellings` are read.
  ///   - templates: their labels and aliases are added, so that a template brings its own spellings along.
  public init(files: [TemplateFile], templates: TemplateLibrary = TemplateLibrary([])) {
    source = Source { () throws(TemplateError) in
      var decoder = SpellingsDecoder()
      for file in files where file.isSpellings { try decode(file, &decoder) }
      for id in templates.ids {
        // A broken template has no labels; who asks for it is told what is wrong.
        if let template = try? templates.template(id) { decoder.add(template) }
      }
      return FormWords(decoder.words)
    }
  }

  /// No words at all: nothing is recognised.
  public static let none = Spellings(files: [])

  /// The words, decoded at the first call.
  ///
  /// - Throws: `TemplateError` naming file and line of a broken file of spellings.
  func words() throws(TemplateError) -> FormWords { try source.words() }
}

private func decode(_ file: TemplateFile, _ decoder: inout SpellingsDecoder) throws(TemplateError) {
  let text = file.text
  do throws(YAMLError) {
    try decoder.decode(text, named: file.path)
  } catch {
    throw .invalid(path: file.path, source: text, cause: error)
  }
}

extension TemplateFile {
  fileprivate var isSpellings: Bool {
    path.hasSuffix(".yaml") && path.split(separator: "/").dropLast().last == "spellings"
  }
}

/// Decodes once, whoever asks first.
private final class Source: Sendable {
  private let load: @Sendable () throws(TemplateError) -> FormWords
  private let result = Mutex<Result<FormWords, TemplateError>?>(nil)

  init(_ load: @escaping @Sendable () throws(TemplateError) -> FormWords) { self.load = load }

  func words() throws(TemplateError) -> FormWords {
    let found = result.withLock { result in
      if let known = result { return known }
      let new = Result(catching: load)
      result = new
      return new
    }
    return try found.get()
  }
}
