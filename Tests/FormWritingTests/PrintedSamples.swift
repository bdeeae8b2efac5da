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
  private static let spellings = Spellings(files: files, templates: TemplateLibrary(files))

  /// Whether all forms are to be tried, and not some of them.
  static let isSoak = ProcessInfo.processInfo.environment["JIXIAO_SOAK"] == "1"

  /// How many forms are made up for one way to print them.
  static let seeds: Range<UInt64> = 0..<(isSoak ? 250 : 50)

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

  /// A form as plain text.
  static func text(_ form: Form, width: Int, isAmbiguousWide: Bool = false) throws -> String {
    let options = WritingOptions(width: width, isAmbiguousWide: isAmbiguousWide)
    return PlainTextWriter(options: options).text(of: form, template: try Samples.template())
  }

  /// Whether a text is drawn with lines, whose cells do not tell where the blanks at the ends of their lines stood.
  static func isDrawn(_ text: String) -> Bool { text.contains("┌") }

  /// Reads a text again and compares it to the forms that were printed.
  static func hold(
    _ text: String, to forms: [Form], ending: String = "txt", keepsBlanks: Bool, _ name: String = ""
  ) throws {
    let back = try FormReader.read(Array(text.utf8), name: "表.\(ending)", spellings: spellings)
    try #require(back.count == forms.count, "\(name): \(back.count) forms\n\(text)")
    for (form, read) in zip(forms, back) {
      let expected = PrintedForm(form, printed: form, keepsBlanks: keepsBlanks)
      let found = PrintedForm(read.form, printed: form, keepsBlanks: keepsBlanks)
      let differences = expected.differences(from: found)
      try #require(differences.isEmpty, "\(name): \(differences.joined(separator: "\n"))\n\(text)")
    }
  }
}
