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
    for cell in scope.filledCells(of: places) {
      guard let value = value(of: cell, in: scope.form) else {
        if mustRead {
          verdict.look()
          verdict.hit(Hit(cell.path, found: cell.text, values: values(of: cell)))
        }
        continue
      }
      verdict.look()
      if let limit = broken(by: value) {
        verdict.hit(Hit(cell.path, found: cell.text, values: ["limit": "\(limit)"]))
      }
    }
    return verdict
  }

  private func values(of cell: Cell) -> [String: String] {
    var values = decimals.map { ["limit": "\($0)"] } ?? [:]
    if let points = cell.text.flatMap(points(printed:)) { values["plain"] = "\(points)" }
    return values
  }

  private func value(of cell: Cell, in form: Form) -> Decimal? {
    guard case .field(let key) = cell.path, key.group == "funding" else {
      return cell.text.flatMap(decimal(printed:))
    }
    return form.amount(key)?.value
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
