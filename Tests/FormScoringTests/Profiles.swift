import BundledData
import FormModel
import FormTemplates

/// The templates that come with the program.
enum Profiles {
  static let library = TemplateLibrary(
    BundledData.files(under: "Templates").map { file in TemplateFile(path: file.path, text: file.text) })

  static let all: [Template] = library.ids.compactMap { try? library.template($0) }

  static func plan(_ id: String = "mof-2020-self-evaluation") throws -> ScoringPlan? {
    try library.template(id).scoring
  }
}
