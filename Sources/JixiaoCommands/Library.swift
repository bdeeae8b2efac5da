import BundledData
import ChineseText
import FormModel
import FormRules
import FormTemplates

/// The templates and rules at hand: those in the executable, and the user's own.
struct Library: Sendable {
  private let templates = TemplateLibrary(
    BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) })
  /// Folders of the user's own rules, later ones over earlier ones.
  let ruleFolders: [String]

  /// The rules, already under way on another core; a person waits for the first question.
  let rulesAhead: Background<RuleSet>?

  /// - Parameter needsRules: begins to decode the rules at once.
  init(ruleFolders: [String] = [], needsRules: Bool = false) {
    self.ruleFolders = ruleFolders
    rulesAhead = needsRules ? Background { try Self.rules(with: ruleFolders) } : nil
  }

  var templateIDs: [String] { templates.ids }

  /// How native files of each template are laid out; a template is decoded when its layout is asked for.
  var layouts: NativeLayouts { NativeLayouts(templates) }

  func templateSummaries() throws(Complaint) -> [TemplateSummary] {
    do throws(TemplateError) {
      return try templates.summaries()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// - Throws: `Complaint` with the ids there are, or where a template file is broken.
  func template(_ id: String) throws(Complaint) -> Template {
    do throws(TemplateError) {
      return try templates.template(id)
    } catch {
      guard case .unknownTemplate(_, let known) = error else { throw Complaint(error.text, .unreadable) }
      let near = closestMatch(to: id, among: known)
      throw Complaint(Messages.unknownTemplate(id, didYouMean: near, known: known), .usage)
    }
  }

  /// The template that a form names, else the usual one for its kind.
  func template(of form: Form) throws(Complaint) -> Template {
    try template(form.template ?? Messages.defaultTemplate)
  }
}
