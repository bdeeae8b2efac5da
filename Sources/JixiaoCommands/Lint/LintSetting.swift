import FormModel
import FormRules
import FormWriting
import Terminal

/// What reporters are told about the rules and the screen.
enum LintSetting {
  static func setting(for library: Library, _ surroundings: Surroundings) throws -> ReportSetting {
    let rules = try library.rules().rules.map { rule in
      ReportedRule(
        id: rule.id, title: rule.title, group: Messages.name(ofGroup: rule.group), severity: rule.severity,
        help: rule.help, basis: rule.basis)
    }
    let style = surroundings.style
    return ReportSetting(
      rules: rules + ProgramRule.allCases.map(\.reported), version: Messages.version,
      width: surroundings.width, paint: { look, text in style(role(of: look), text) },
      layouts: FormFiles.writingOptions.layouts)
  }

  private static func role(of look: ReportSetting.Look) -> Style.Role {
    switch look {
    case .heading: .heading
    case .error, .mark: .error
    case .warning: .warning
    case .suggestion: .success
    case .info, .hint: .hint
    }
  }
}
