import FormModel
import FormReading
import FormTemplates

/// Forms that no rule speaks about: `example.yaml` beside the templates.
enum CleanForms {
  static let shanghai = form(for: "shanghai-target")
  static let mof2021 = form(for: "mof-2021-target")

  static func form(for template: String) -> Form { all[template] ?? Form() }

  /// By the template's id.
  static let all: [String: Form] = RuleFolder.examples
}
