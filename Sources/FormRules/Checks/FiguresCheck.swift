import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// `figures`: the figures of a text: that there is one, that each stands in an indicator, or that an indicator about
/// the same measure has the same number.
struct FiguresCheck: Check {
  static let kind = "figures"
  /// `{figure}`: the first figure without an indicator, or the one that differs; `{figures}`: all of them; `{measure}`:
  /// what the text gives the figure to.
  static let placeholders = ["figure", "figures", "measure"]

  private let places: [Place]
  private let inIndicators: Bool
  private let asInIndicators: Bool
  private let reading: GoalReading

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    inIndicators = try parameters.flag("in-indicators")
    asInIndicators = try parameters.flag("as-in-indicators")
    reading = try GoalReading(&parameters)
  }

  var isAboutRows: Bool { asInIndicators }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for cell in scope.filledCells(of: places) {
      let text = scope.plainText(of: cell)
      if asInIndicators {
        holdAgainst(text, scope, &verdict)
      } else if inIndicators {
        compare(text, cell, scope, &verdict)
      } else {
        verdict.look()
        if !GoalFigures.hasFigureOrDate(text) { verdict.hit(Hit(cell.path, found: cell.text)) }
      }
    }
    return verdict
  }

  private func compare(_ goal: PlainText, _ cell: Cell, _ scope: Scope, _ verdict: inout Verdict) {
    let promised = scope.context.figures(in: goal, by: reading)
    let figures = promised.figures
    guard !figures.isEmpty, !scope.form.indicators.isEmpty else { return }
    verdict.look()
    // The row is there, with another number: as-in-indicators says so.
    let differing = promised.differences.map(\.figure.text)
    var missing =
      differing.isEmpty
      ? Array(figures.indices) : figures.indices.filter { !differing.contains(figures[$0].text) }
    for row in scope.table.all where !missing.isEmpty {
      forEachNumber(of: row, in: scope) { number in
        missing.removeAll { isSame(number, figures[$0]) }
      }
    }
    guard let first = missing.first else { return }
    let texts = missing.map { figures[$0].text }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let all = texts.joined(separator: Messages.separator)
    verdict.hit(
      Hit(cell.path, found: figures[first].text, values: ["figure": figures[first].text, "figures": all]))
  }

  private func holdAgainst(_ goal: PlainText, _ scope: Scope, _ verdict: inout Verdict) {
    let promised = scope.context.figures(in: goal, by: reading)
    guard !promised.figures.isEmpty, !scope.form.indicators.isEmpty else { return }
    verdict.look()
    for difference in promised.differences {
      let (figure, row) = (difference.figure, difference.row)
      verdict.hit(
        Hit(
          .indicator(row, .target), found: scope.table.cell(row, .target), expected: figure.text,
          values: ["figure": figure.text, "measure": figure.clause]))
    }
  }

  private func isSame(_ number: Decimal, _ figure: GoalFigures.Figure) -> Bool {
    number == figure.counted || number == figure.value || number == figure.yearly
      || figure.isPercentage && number * 100 == figure.value
  }

  /// Goes through the numbers of a row's target and name, as printed and in base units.
  private func forEachNumber(of row: Int, in scope: Scope, _ body: (Decimal) -> Void) {
    NumberInText.forEachValue(in: scope.table.text(row, .target).text, body)
    NumberInText.forEachValue(in: scope.table.name(row).text, body)
    switch scope.form.indicators[row].target?.meaning {
    case .quantity(let quantity): body(quantity.unit?.inBase(quantity.value) ?? quantity.value)
    case .range(let lower, let upper, let unit):
      body(unit?.inBase(lower) ?? lower)
      body(unit?.inBase(upper) ?? upper)
    default: break
    }
  }
}
