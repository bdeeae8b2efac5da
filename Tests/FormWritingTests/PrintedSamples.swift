import BundledData
import FormModel
import FormReading
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

/// The forms that are printed and read again, and how.
enum PrintedSamples {
  private static let files = BundledData.files(under: "Templates").map {
    TemplateFile(path: $0.path, text: $0.text)
  }
  private static let library = TemplateLibrary(files)
  private static let spellings = Spellings(files: files, templates: library)
  private static let templates = Result { try library.ids.map { try library.template($0) } }

  /// Whether all forms are to be tried, and not some of them.
  static let isSoak = ProcessInfo.processInfo.environment["JIXIAO_SOAK"] == "1"

  /// How many forms are made up for one way to print them.
  static let seeds: Range<UInt64> = 0..<(isSoak ? 250 : 30)

  /// The published forms' reference readings, which lie beside the repository and not in it.
  static func published() throws -> [Form] {
    guard let folder = SharedFiles.path("forms/gold") else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      return try #require(try FormReader.read(bytes, name: name).first).form
    }
  }

  /// A form as people fill them in.
  static func plausible(_ seed: UInt64) -> Form {
    var generator = PlausibleForms(seed: seed)
    return generator.form()
  }

  /// The template that a form follows, or the one of drafts, which prints every form.
  static func template(of form: Form, _ random: inout SplitMix64) throws -> Template {
    let templates = try templates.get()
    let id = random.one(in: 2) ? form.recognisedTemplate(among: templates)?.id : nil
    return try #require(templates.first { $0.id == id ?? "shanghai-target" })
  }

  /// A form as plain text.
  static func text(
    _ form: Form, width: Int, isAmbiguousWide: Bool = false, _ random: inout SplitMix64
  ) throws -> String {
    let options = WritingOptions(width: width, isAmbiguousWide: isAmbiguousWide)
    return PlainTextWriter(options: options).text(of: form, template: try template(of: form, &random))
  }

  /// Whether a text is drawn with lines, whose cells do not tell where the blanks at the ends of their lines stood.
  static func isDrawn(_ text: String) -> Bool { text.contains("┌") }

  /// Reads a text again and compares it to the forms that were printed.
  static func hold(
    _ text: String, to forms: [Form], ending: String = "txt", keepsBlanks: Bool, _ name: String = ""
  ) throws {
    try hold(Array(text.utf8), to: forms, ending: ending, keepsBlanks: keepsBlanks, "\(name)\n\(text)")
  }

  /// The forms of a file.
  static func read(_ bytes: [UInt8], ending: String) throws -> [LocatedForm] {
    try FormReader.read(bytes, name: "表.\(ending)", spellings: spellings)
  }

  /// Reads a file again and compares it to the forms that were printed.
  static func hold(
    _ bytes: [UInt8], to forms: [Form], ending: String, keepsBlanks: Bool = true, _ name: String = ""
  ) throws {
    let back = try read(bytes, ending: ending)
    try #require(back.count == forms.count, "\(name): \(back.count) forms")
    for (form, read) in zip(forms, back) {
      let expected = PrintedForm(form, printed: form, keepsBlanks: keepsBlanks)
      let found = PrintedForm(read.form, printed: form, keepsBlanks: keepsBlanks)
      let differences = expected.differences(from: found)
      try #require(differences.isEmpty, "\(name): \(differences.joined(separator: "\n"))")
    }
  }
}
