import FormModel
import FormTemplates

/// A finding as a reviewer's copy prints it.
struct FindingNote {
  /// `绩效指标/产出指标/数量指标/2/指标值`
  let place: String
  let message: String
  let help: String
  let basis: String
  /// `error`, `warning`, `info`.
  let severity: String

  init(_ finding: Finding, form: Form, template: Template) {
    place = Self.text(of: finding.path, form: form, template: template)
    message = finding.message
    help = finding.help
    basis = finding.basis.document
    severity = finding.severity.rawValue
  }

  private static func text(of path: FormPath, form: Form, template: Template) -> String {
    switch path {
    case .form: return template.title
    case .field(let key): return template.label(of: key)
    case .level(let level1, let level2): return ([level1] + [level2].compactMap { $0 }).joined(separator: "/")
    case .budget(let line, let column):
      let name = form.budget.indices.contains(line) ? Messages.budgetLine(form.budget[line].line) : ""
      return ([Messages.budget, name] + [column.map(Messages.label)].compactMap { $0 }).joined(separator: "/")
    case .indicator(let row, let column):
      guard form.indicators.indices.contains(row) else { return Messages.indicators }
      let indicator = form.indicators[row]
      let parts = [indicator.level1, indicator.level2, indicator.level3, column.map(template.printedLabel)]
      return parts.compactMap { $0 }.joined(separator: "/")
    }
  }
}
