import FormInterview
import FormModel
import FormRules
import FormTemplates
import Terminal

extension Library {
  func ruleIDs() throws -> [String] { [] }

  func findings(in read: LocatedForm, template: Template) throws -> [Finding] { [] }

  func liveCheck(for template: Template) throws -> LiveCheck {
    LiveCheck(findings: { _ in [] }, isLive: { _ in true })
  }

  func text(of path: FormPath, in form: Form, _ template: Template) -> String { "\(path)" }
}
enum RuleText {
  static func list(_ library: Library) throws -> String { "" }
  static func explanation(of id: String, in library: Library, style: Style, width: Int) throws -> String {
    ""
  }
}
