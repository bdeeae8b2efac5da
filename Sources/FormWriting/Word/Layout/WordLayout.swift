import FormModel
import FormTemplates
import Mustache
import OfficeFiles

/// A place's own Word layout, made ready to be filled: an archive whose document, heads and feet hold placeholders.
struct WordLayout: Sendable {
  /// The part that names title, unit and year; every document gets one of its own.
  static let properties = "docProps/core.xml"

  private enum Content: Sendable {
    case bytes([UInt8])
    case template(MustacheTemplate)
    case properties
  }

  private let parts: [(name: String, content: Content)]
  private let names: Placeholders
  /// The entries of ``Placeholders`` that it prints.
  let used: Set<Int>

  /// - Throws: `WritingError.faultyDocument` with everything that is wrong.
  init(_ file: PlaceLayout.Document, template: Template) throws(WritingError) {
    var problems: [LayoutProblem] = []
    let names = Placeholders(template)
    var parts: [(name: String, content: Content)] = []
    var used: Set<Int> = []
    do throws(OfficeFileError) {
      try ZipArchive.open(file.bytes) { (archive) throws(OfficeFileError) in
        problems += WordParts.problems(of: archive.names)
        for name in WordParts.ordered(archive.names) {
          let bytes = try archive.bytes(of: name)
          guard let part = WordParts.printed(name) else {
            parts.append((name, try Self.plain(name, bytes, &problems)))
            continue
          }
          let source = WordSource(try WordParts.markup(bytes, name, &problems), part: part, names: names)
          problems += source.problems
          used.formUnion(source.used)
          parts.append((name, Self.content(source, bytes, &problems)))
        }
      }
    } catch {
      if case .libraryMissing(let package) = error { throw .libraryMissing(package: package) }
      let what = Messages.notWord(Messages.reason(error))
      problems.append(LayoutProblem(what: what, remedy: Messages.notWordRemedy))
    }
    guard problems.isEmpty else { throw .faultyDocument(path: file.path, problems) }
    (self.parts, self.names, self.used) = (parts, names, used)
  }

  private static func content(
    _ source: WordSource, _ bytes: [UInt8], _ problems: inout [LayoutProblem]
  ) -> Content {
    guard source.problems.isEmpty, let text = source.source else { return .bytes(bytes) }
    do throws(WritingError) {
      return .template(try MustacheTemplate.layout("{{% CONTENT_TYPE: WORD}}" + text, named: ""))
    } catch {
      problems.append(LayoutProblem(what: Messages.overlapping, remedy: Messages.crossingRemedy))
      return .bytes(bytes)
    }
  }

  /// A part without placeholders; what it says about its author is left out.
  private static func plain(
    _ name: String, _ bytes: [UInt8], _ problems: inout [LayoutProblem]
  ) throws(OfficeFileError) -> Content {
    if name == properties { return .properties }
    return .bytes(try WordParts.withoutAuthor(name, bytes, &problems))
  }

  /// The document of a form.
  ///
  /// - Parameter properties: the text of the part that names title, unit and year.
  func parts(_ form: Form, template: Template, properties: String) -> [ZipPackage.Part] {
    let values = FormValues(form, template: template, names: names)
    return parts.map { part in
      let bytes =
        switch part.content {
        case .bytes(let bytes): bytes
        case .template(let template): Array(template.render(values).utf8)
        case .properties: Array(properties.utf8)
        }
      return ZipPackage.Part(name: part.name, bytes: bytes)
    }
  }
}
