import FormModel
import FormTemplates
import FoundationEssentials

/// The points of one first level.
public struct WeightLine: Sendable, Hashable {
  /// 一级指标 as the form prints it.
  public var level: String
  /// Sum of the rows' points, rows without points counted as none; `nil` when a text is not a number.
  public var points: Decimal?
  /// The usual points by the template.
  public var usual: Decimal?
  /// How many rows have no points yet.
  public var rowsWithoutPoints: Int
}

/// The points of a form by first level, and their sum.
public struct WeightSummary: Sendable, Hashable {
  /// In the order of the form's rows.
  public var lines: [WeightLine]
  /// 预算执行率 where the template counts it apart from the indicators and the form has no such row.
  public var execution: Decimal?

  /// The indicators' points; `nil` when a text is not a number.
  public var indicators: Decimal? {
    lines.reduce(Decimal(0)) { sum, line in sum.flatMap { sum in line.points.map { sum + $0 } } }
  }

  /// 总分: indicators and execution; `nil` when a text is not a number.
  public var total: Decimal? { indicators.map { $0 + (execution ?? 0) } }

  public init(_ form: Form, template: Template) {
    let hasOwnRow = form.indicators.contains { $0.level3.contains(Messages.execution) }
    let isApart = template.weights.execution > 0 && !hasOwnRow && form.budget.isEmpty
    execution = isApart ? template.weights.execution : nil
    lines = []
    for indicator in form.indicators { add(indicator, template: template) }
  }

  private mutating func add(_ indicator: Indicator, template: Template) {
    let level = template.level(indicator.level1)
    let name = level?.name ?? indicator.level1
    let place = lines.firstIndex { $0.level == name } ?? lines.count
    if place == lines.count {
      lines.append(WeightLine(level: name, points: 0, usual: level?.weight, rowsWithoutPoints: 0))
    }
    guard let weight = indicator.weight else {
      lines[place].rowsWithoutPoints += 1
      return
    }
    lines[place].points = lines[place].points.flatMap { points in weight.value.map { points + $0 } }
  }
}
