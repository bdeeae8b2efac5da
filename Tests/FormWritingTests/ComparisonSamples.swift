import FormComparison
import FormModel
import FormTemplates
import FormWriting

/// Compared forms to report on.
enum ComparisonSamples {
  /// The approved library form and a self-evaluation of it with a lower target, a row less and hostile texts.
  static func pair(
    project: String = "社区图书自助借还服务", target: String = "≥5台",
    note: String = "</script><script>alert(1)</script>"
  ) throws -> ComparedForms {
    let template = try Samples.template("shanghai-self-evaluation")
    var approved = Samples.library
    approved[.project] = project
    for row in approved.indicators.indices where approved.indicators[row].weight == nil {
      approved.indicators[row].weight = Score("10")
    }
    var evaluated = approved
    evaluated.kind = .selfEvaluation
    evaluated.indicators[0].target = TargetValue(target)
    evaluated.indicators[0].actual = TargetValue("5台")
    evaluated.indicators[0].score = evaluated.indicators[0].weight
    evaluated.indicators[0].note = note
    evaluated.indicators.removeLast()
    let comparison = Comparison(approved: approved, evaluated: evaluated, words: MatchingWords())
    return ComparedForms(
      approved: checked(approved, try Samples.template(), "申报.yaml"),
      evaluated: checked(evaluated, template, "自评.yaml"), comparison: comparison,
      points: template.scoring.map { TwofoldPoints(comparison, plan: $0) }, isAlone: false)
  }

  private static func checked(_ form: Form, _ template: Template, _ file: String) -> CheckedForm {
    CheckedForm(
      file: file, read: LocatedForm(form: form), profile: CheckedProfile(template), findings: [])
  }
}
