import ChineseText
import FormTemplates
import FoundationEssentials

/// A template as a person reads it.
enum TemplateText {
  static func description(of template: Template, width: Int) -> String {
    let head = ["\(template.title)（\(template.id)）", template.summary, Messages.basis(template.basis), ""]
    return
      (head.flatMap { wrapped($0, width: width) } + fields(template, width) + [""] + levels(template, width)
      + [""] + weights(template) + [""] + kinds(template, width)).joined(separator: "\n")
  }

  private static func fields(_ template: Template, _ width: Int) -> [String] {
    [Messages.Heading.fields]
      + template.fields.values.flatMap { field in
        let required = field.isRequired ? Messages.requiredMark : ""
        return hanging("  \(field.section) · \(field.label)\(required)：", field.meaning, width)
      }
  }

  private static func levels(_ template: Template, _ width: Int) -> [String] {
    [Messages.Heading.levels]
      + template.levels.flatMap { level1 in
        hanging("  \(level1.name)\(required(level1))：", level1.meaning, width)
          + level1.levels.flatMap { level2 in
            hanging("    \(level2.name)\(required(level2))：", level2.meaning, width)
              + level2.examples.map { "      \(Messages.example("\($0.name) \($0.target)"))" }
          }
      }
  }

  private static func required(_ level: TemplateLevel) -> String {
    level.isRequired ? Messages.requiredMark : ""
  }

  private static func weights(_ template: Template) -> [String] {
    let plan = template.weights
    let choices = plan.firstLevel.map { points in
      template.levels.compactMap { level in points[level.name].map { "\(level.name) \($0)" } }.joined(
        separator: "，")
    }
    return [Messages.Heading.weights, "  " + Messages.weightPlan(plan)] + choices.map { "  · \($0)" }
  }

  private static func kinds(_ template: Template, _ width: Int) -> [String] {
    guard !template.projectKinds.isEmpty else { return [] }
    return [Messages.Heading.kinds]
      + template.projectKinds.flatMap { kind in
        hanging(
          "  \(kind.name)：", kind.indicators.map { "\($0.level3) \($0.target)" }.joined(separator: "；"), width
        )
      }
  }

  private static func hanging(_ head: String, _ text: String, _ width: Int) -> [String] {
    let lines = wrapped(head + text, width: width)
    return lines.prefix(1) + lines.dropFirst().flatMap { wrapped($0, width: width - 6).map { "      \($0)" } }
  }
}
