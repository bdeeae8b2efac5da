import FormModel
import FoundationEssentials
import YAMLText

/// `number`: a plain number (weight, score, amount) is readable and keeps its bounds.
///
/// Blank cells are passed over: `present` speaks about them.
struct NumberCheck: Check {
  static let kind = "number"
  /// `{limit}`: the bound or number of decimals that is broken; `{plain}`: the number of points without their name.
  static let placeholders = ["limit", "plain"]

  private let places: [Place]
  private let mustRead: Bool
  private let min: Decimal?
  private let max: Decimal?
  private let above: Decimal?
  private let decimals: Int?

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    mustRead = try parameters.flag("readable")
    min = try parameters.number("min")
    max = try parameters.number("max")
    above = try parameters.number("above")
    decimals = try parameters.count("decimals")
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for place in places {
      switch place {
      case .field(let key):
        guard let text = scope.form[key], !isBlankText(text) else { continue }
        judge(.field(key), text, value(of: key, text, scope.context), &verdict)
      case .column(let column): judge(column, scope, &verdict)
      }
    }
    return verdict
  }

  private func judge(_ column: IndicatorColumn, _ scope: Scope, _ verdict: inout Verdict) {
    let table = scope.table
    let weights = column == .weight ? table.weights : nil
    for row in scope.filledRows(column) {
      guard let text = table.cell(row, column) else { continue }
      judge(.indicator(row, column), text, weights.map { $0[row] } ?? decimal(printed: text), &verdict)
    }
  }

  private func judge(_ path: FormPath, _ text: String, _ value: Decimal?, _ verdict: inout Verdict) {
    guard let value else {
      if mustRead {
        verdict.look()
        verdict.hit(Hit(path, found: text, values: values(of: text)))
      }
      return
    }
    verdict.look()
    if let limit = broken(by: value) {
      verdict.hit(Hit(path, found: text, values: ["limit": "\(limit)"]))
    }
  }

  private func values(of text: String) -> [String: String] {
    var values = decimals.map { ["limit": "\($0)"] } ?? [:]
    if let points = points(printed: text) { values["plain"] = "\(points)" }
    return values
  }

  private func value(of key: FieldKey, _ text: String, _ context: FormContext) -> Decimal? {
    key.group == "funding" ? context.amount(key)?.value : decimal(printed: text)
  }

  private func broken(by value: Decimal) -> Decimal? {
    if let min, value < min { return min }
    if let max, value > max { return max }
    if let above, value <= above { return above }
    if let decimals {
      if value.truncated(decimals: decimals) != value { return Decimal(decimals) }
    }
    return nil
  }
}
