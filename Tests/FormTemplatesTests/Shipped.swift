import BundledData
import FormTemplates

/// The templates that come with the program.
enum Shipped {
  static let files = BundledData.files(under: "Templates").map { file in
    TemplateFile(path: file.path, text: file.text)
  }
  static let library = TemplateLibrary(files)
  static let ids = library.ids
  /// The ids of the forms that are filled in at the prompt.
  static let targets = ids.filter { (try? library.template($0))?.kind == .target }
  static let selfEvaluations = ids.filter { !targets.contains($0) }
}

/// A library of files written in a test: id → text.
func library(_ texts: KeyValuePairs<String, String>) -> TemplateLibrary {
  TemplateLibrary(texts.map { id, text in TemplateFile(path: "Templates/\(id)/template.yaml", text: text) })
}
