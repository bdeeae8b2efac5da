import FormTemplates
import FormWriting
import Foundation
import OfficeFiles
import TestSupport
import Testing

/// Layouts that places bring: the fixtures, made with python-docx and LibreOffice, and documents of a few lines.
enum PlaceSamples {
  static let ids = ["district-target", "district-libreoffice", "district-self-evaluation"]
  private static let folder = PackageFolder.path + "/Tests/Fixtures/layouts"

  /// The layouts of the common kind, and those of the fixtures.
  static func options() throws -> WritingOptions {
    var options = WritingOptions(layouts: Samples.layouts)
    for id in ids {
      let path = "\(folder)/\(id)/form.docx"
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      options.placeLayouts[id] = PlaceLayout(document: PlaceLayout.Document(path: path, bytes: bytes))
    }
    let sheet = "\(folder)/district-target/form.sheet.yaml"
    options.placeLayouts["district-target"]?.sheets = [
      PlaceLayout.Sheet(path: sheet, text: try String(contentsOfFile: sheet, encoding: .utf8))
    ]
    return options
  }

  static func template(_ id: String) throws -> Template {
    var files = Samples.templateFiles
    for id in ids {
      let path = "\(folder)/\(id)/template.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      files.append(TemplateFile(path: path, text: text))
    }
    return try TemplateLibrary(files).template(id)
  }

  /// A Word document of a few elements.
  static func document(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let texts = [
      "word/document.xml": "<w:document \(word)><w:body>\(body)</w:body></w:document>",
      "docProps/core.xml": "<cp/>", "_rels/.rels": "<Relationships/>",
    ].merging(parts) { $1 }
    let all =
      [("[Content_Types].xml", "<Types/>")] + texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let package = ZipPackage(parts: all.map { ZipPackage.Part(name: $0.0, bytes: Array($0.1.utf8)) })
    return (try? package.bytes()) ?? []
  }

  /// The document's own part of what the writer makes of a layout.
  static func rendered(_ layout: [UInt8], _ form: FormSample = FormSample()) throws -> String {
    let writer = DOCXWriter(options: options(layout))
    return try text(of: "word/document.xml", in: writer.bytes(of: form.form, template: Samples.template()))
  }

  static func options(_ layout: [UInt8]) -> WritingOptions {
    let document = PlaceLayout.Document(path: "form.docx", bytes: layout)
    return WritingOptions(
      layouts: Samples.layouts, placeLayouts: ["shanghai-target": PlaceLayout(document: document)])
  }

  static func text(of part: String, in bytes: [UInt8]) throws -> String {
    let content = try ZipArchive.open(bytes) { (archive) throws(OfficeFileError) in
      try archive.bytes(of: part)
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The texts of a part without its tags.
  static func plain(_ text: String) -> String {
    Markup.plain(text.replacing(/<[^>]*>/, with: ""))
  }

  /// A paragraph with a run for each text.
  static func paragraph(_ runs: String...) -> String {
    "<w:p>\(runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined())</w:p>"
  }

  /// A table of cells with a paragraph each.
  static func table(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      "<w:tr>\(row.map { "<w:tc><w:tcPr/>\(paragraph($0))</w:tc>" }.joined())</w:tr>"
    }
    return "<w:tbl>\(lines.joined())</w:tbl>"
  }
}

/// A form to be printed.
struct FormSample {
  var form = Samples.library
}
