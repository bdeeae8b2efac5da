import FormModel
import FormTemplates
import Foundation
import Testing

@Suite struct DocumentationTests {
  /// The example of Documentation/AddingATemplate.md does what the page says.
  @Test func theExampleDecodes() throws {
    let page = BundledDataTests.root.appending(path: "Documentation/AddingATemplate.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    let example = String(try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5))
    let library = TemplateLibrary(
      Shipped.files + [TemplateFile(path: "own/district/template.yaml", text: example)])
    do {
      let template = try library.template("district")
      #expect(template.fields.keys.prefix(4).map(\.rawValue) == ["year", "project", "contact", "category"])
      #expect(template.fields[.totalGoal] == nil)
      #expect(template.level("效益", "生态效益") == nil)
      #expect(template.level("效益", "可持续影响")?.isRequired == true)
      #expect(template.parameters["satisfaction-floor"] == ["85"])
      #expect(template.rules["missing-formula"]?.offReason != nil)
      #expect(!template.projectKinds.flatMap(\.indicators).contains { $0.level2 == "生态效益指标" })
    } catch { Issue.record("\(error.text)") }
  }

  /// Every key of the format is on the page.
  @Test func everyKeyIsExplained() throws {
    let page = BundledDataTests.root.appending(path: "Documentation/AddingATemplate.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let keys = [
      "title", "summary", "kind", "basis", "fields", "levels", "columns", "weights", "parameters",
      "row-levels",
      "project-kinds", "rules", "label", "printed", "native", "aliases", "section", "type", "required",
      "taken-over",
      "meaning", "example", "demand", "choices", "default", "parts", "examples", "asked", "indicators",
      "execution",
      "decimals", "first-level", "severity", "off", "words", "document", "certainty", "none", "scoring",
      "recognised-by",
      "reverse", "grades", "bands", "exempt", "rounding", "rate", "score", "execution-score", "accepted",
      "explained",
      "titles", "units", "years", "usual", "linear", "ratio",
    ]
    for key in keys { #expect(text.contains("`\(key)`"), "\(key)") }
    for id in Shipped.ids {
      for name in try Shipped.library.template(id).parameters.keys {
        #expect(text.contains("`\(name)`"), "\(name)")
      }
    }
    for type in TemplateField.ValueType.allCases { #expect(text.contains("`\(type.rawValue)`")) }
    for certainty in Basis.Certainty.allCases { #expect(text.contains("`\(certainty.rawValue)`")) }
  }
}
