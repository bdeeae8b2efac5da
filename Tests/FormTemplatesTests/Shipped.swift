import BundledData
import FormTemplates

/// The templates that come with the program.
enum Shipped {
  static let library = TemplateLibrary(
    BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) })
  static let ids = library.ids
}

/// A library of files written in a test: id → text.
func library(_ texts: KeyValuePairs<String, String>) -> TemplateLibrary {
  TemplateLibrary(texts.map { id, text in TemplateFile(path: "Templates/\(id)/template.yaml", text: text) })
}
