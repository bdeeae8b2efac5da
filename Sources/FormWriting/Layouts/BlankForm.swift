import FormModel
import FormTemplates

/// The form of a template with nothing filled in, for people who prefer Word or Excel.
public enum BlankForm {
  /// Empty rows of a level that must have one, and of any other.
  private static let rows = (required: 3, others: 2)
  /// Keeps a cell in the table, and is nothing when it is read.
  private static let blank = "　"

  /// Rows enough to write in below every level; all that a person fills in reads back.
  public static func form(of template: Template) -> Form {
    var form = Form(kind: template.kind, template: template.id)
    form[.year] = Messages.blankYear
    form[.moneyUnit] = template.fields[.moneyUnit]?.defaultText
    for key in template.fields.keys where key == .grade || key.group == "narrative" { form[key] = blank }
    if template.kind == .selfEvaluation {
      form.budget = BudgetLine.standardLines.map { BudgetLine(line: $0) }
    }
    form.indicators = template.levels.flatMap { level in
      level.levels.isEmpty
        ? rows(of: level, nil) : level.levels.flatMap { rows(of: level, $0) }
    }
    return form
  }

  private static func rows(of level1: TemplateLevel, _ level2: TemplateLevel?) -> [Indicator] {
    let isRequired = (level2 ?? level1).isRequired
    let row = Indicator(level1: level1.name, level2: level2?.name, level3: "")
    return Array(repeating: row, count: isRequired ? rows.required : rows.others)
  }
}
