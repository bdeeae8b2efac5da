import FormModel
import FormTemplates

/// A row of the indicator table: one of the form's, or a level without one.
struct IndicatorRow {
  /// The place in `Form.indicators`; `nil` for a level without a row.
  var index: Int?
  var indicator: Indicator

  /// The printed text; a first level carries its points (`产出目标(34)`).
  subscript(_ column: IndicatorColumn) -> String {
    if column == .level1, let points = indicator.level1Weight?.text {
      return "\(indicator.level1)(\(points))"
    }
    return indicator[column] ?? ""
  }

  /// What rows must have in common for their level cells to be merged.
  func mark(_ column: IndicatorColumn) -> [String] {
    column == .level1 ? [self[.level1]] : [self[.level1], self[.level2]]
  }

  /// The form's rows with its empty levels among them; for a form without any, the template's levels.
  static func rows(of form: Form, template: Template) -> [IndicatorRow] {
    var rows = form.indicators.enumerated().map { IndicatorRow(index: $0, indicator: $1) }
    for level2 in form.emptyLevels {
      let level1 = template.levels.first { $0.levels.contains { $0.isNamed(level2) } }
      let place = rows.lastIndex { level1?.isNamed($0.indicator.level1) ?? false }
      let name = place.map { rows[$0].indicator.level1 } ?? level1?.name ?? ""
      rows.insert(blank(name, level2), at: place.map { $0 + 1 } ?? rows.count)
    }
    return rows.isEmpty ? template.levels.flatMap(blanks) : rows
  }

  private static func blanks(below level: TemplateLevel) -> [IndicatorRow] {
    level.levels.isEmpty ? [blank(level.name, nil)] : level.levels.map { blank(level.name, $0.name) }
  }

  private static func blank(_ level1: String, _ level2: String?) -> IndicatorRow {
    IndicatorRow(index: nil, indicator: Indicator(level1: level1, level2: level2, level3: ""))
  }
}
