import FormModel
import FormReading
import FormRules
import FormTemplates
import Foundation

/// The rules and templates of the repository, read from disk.
enum RuleFolder {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let files: [RuleFile] = texts(under: "Rules").map { RuleFile(path: $0.path, text: $0.text) }

  static let templates = TemplateLibrary(
    texts(under: "Templates").map { file in TemplateFile(path: file.path, text: file.text) })

  /// All rules, or none with the error printed by the test that loads them.
  static let rules: Result<RuleSet, any Error> = Result { try RuleSet(files: files) }

  /// Forms that no rule speaks about, by template.
  static let examples: [String: Form] = Dictionary(
    uniqueKeysWithValues: templates.ids.compactMap { id in
      ((try? templates.exampleForm(of: id)) ?? nil).map { (id, $0) }
    })

  /// Runs the examples of all rules.
  static let tester: Result<RuleTester, any Error> = Result {
    try RuleTester(
      rules: rules.get(), templates: templates.ids.map { try templates.template($0) }, clean: examples)
  }

  static let ids: [String] = ((try? rules.get())?.rules ?? []).map(\.id)

  static func engine(_ template: String = "shanghai-target") throws -> RuleEngine {
    try RuleEngine(rules: rules.get(), template: templates.template(template))
  }

  /// The engines of the templates that target forms follow, made once.
  static let engines: [String: RuleEngine] = Dictionary(
    uniqueKeysWithValues: templates.ids.compactMap { id in (try? engine(id)).map { (id, $0) } })

  private static func texts(under folder: String) -> [(path: String, text: String)] {
    let base = root.appendingPathComponent(folder)
    let paths = FileManager.default.subpaths(atPath: base.path) ?? []
    return paths.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { path in
      (try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)).map {
        (folder + "/" + path, $0)
      }
    }
  }
}
