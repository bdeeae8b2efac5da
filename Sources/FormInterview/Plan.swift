import FormModel
import FormTemplates

/// The questions of a form in order: 基本信息 → 资金 → 目标 → 指标 → 权重 → 检查 → 输出.
///
/// Made anew from form and template whenever it is needed, so it never disagrees with the form.
public struct Plan: Sendable {
  /// All questions in the order in which they are asked.
  public let questions: [Question]
  /// The section of each question, by index.
  public let sections: [Section]

  /// A part of the interview; fields bring their own section names from the template.
  public enum Section: Sendable, Hashable {
    case fields(String)
    case indicators
    case weights
    case review
    case output
  }

  public init(form: Form, template: Template) {
    var entries: [(Question, Section)] = template.fields.values.map {
      (.field($0.key), .fields($0.section))
    }
    for group in Self.groups(of: form, template: template) {
      for row in group.rows {
        entries.append((.cell(row: row, .level3), .indicators))
        entries.append((.cell(row: row, .target), .indicators))
        for column in template.columns where column.isAsked && column.column.isDetail {
          entries.append((.cell(row: row, column.column), .indicators))
        }
      }
      if let level2 = group.level2 {
        entries.append((.newRow(level1: group.level1, level2: level2), .indicators))
      }
    }
    if template.columns.contains(where: { $0.column == .weight }) {
      entries += form.indicators.indices.map { (.cell(row: $0, .weight), .weights) }
    }
    entries += [(.review, .review), (.output, .output)]
    questions = entries.map(\.0)
    sections = entries.map(\.1)
  }

  /// The rows of a form by second level: the template's tree first, then what stands outside it.
  static func groups(of form: Form, template: Template) -> [Group] {
    var groups = template.levels.flatMap { level1 in
      level1.levels.map { Group(level1: level1.name, level2: $0.name, rows: []) }
    }
    for (index, row) in form.indicators.enumerated() {
      let level1 = template.level(row.level1)?.name ?? row.level1
      let level2 = row.level2.map { template.level(row.level1, $0)?.name ?? $0 }
      if let known = groups.firstIndex(where: { $0.level1 == level1 && $0.level2 == level2 }) {
        groups[known].rows.append(index)
      } else {
        groups.append(Group(level1: level1, level2: level2, rows: [index]))
      }
    }
    return groups
  }

  struct Group: Sendable {
    var level1: String
    var level2: String?
    var rows: [Int]
  }

  /// The position of a question; `nil` for one that is not asked.
  public func index(of question: Question) -> Int? { questions.firstIndex(of: question) }

  /// The section of a question; the review for one that is not asked.
  public func section(of question: Question) -> Section {
    index(of: question).map { sections[$0] } ?? .review
  }
}

extension IndicatorColumn {
  /// Whether the column explains a row rather than naming, measuring or scoring it.
  var isDetail: Bool {
    switch self {
    case .explanation, .formula, .valueBasis, .dataSource, .scoringRule: true
    default: false
    }
  }
}
