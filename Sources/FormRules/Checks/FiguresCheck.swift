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
  private let promise: GoalPromise
  private let measures: GoalMeasures

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    inIndicators = try parameters.flag("in-indicators")
    asInIndicators = try parameters.flag("as-in-indicators")
    promise = try GoalPromise(&parameters)
    measures = try GoalMeasures(&parameters)
  }

  var isAboutRows: Bool { asInIndicators }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for cell in scope.filledCells(of: places) {
      let text = scope.plainText(of: cell).text
      if asInIndicators {
        holdAgainst(text, scope, &verdict)
      } else if inIndicators {
        compare(text, cell, scope, &verdict)
      } else {
        requireOne(text, cell, &verdict)
      }
    }
    return verdict
  }

  private func requireOne(_ text: String, _ cell: Cell, _ verdict: inout Verdict) {
    verdict.look()
    if !GoalFigures.hasFigureOrDate(text) { verdict.hit(Hit(cell.path, found: cell.text)) }
  }

  private func compare(_ text: String, _ cell: Cell, _ scope: Scope, _ verdict: inout Verdict) {
    let promised = GoalFigures.figures(in: text, promised: promise)
    guard !promised.isEmpty, !scope.form.indicators.isEmpty else { return }
    verdict.look()
    let known = numbers(of: scope)
    // The row is there, with another number: as-in-indicators says so.
    let differing = measures.differences(promised, scope).map(\.figure.text)
    let missing = promised.filter { figure in
      !differing.contains(figure.text)
        && ![figure.counted, figure.value, figure.yearly].contains(where: known.contains)
        && !(figure.text.hasSuffix("%") && known.contains(figure.value / 100))
    }
    guard let first = missing.first else { return }
    let texts = missing.map(\.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let all = texts.joined(separator: Messages.separator)
    verdict.hit(Hit(cell.path, found: first.text, values: ["figure": first.text, "figures": all]))
  }

  private func holdAgainst(_ text: String, _ scope: Scope, _ verdict: inout Verdict) {
    let promised = GoalFigures.figures(in: text, promised: promise)
    guard !promised.isEmpty, !scope.form.indicators.isEmpty else { return }
    verdict.look()
    for difference in measures.differences(promised, scope) {
      let (figure, row) = (difference.figure, difference.row)
      verdict.hit(
        Hit(
          .indicator(row, .target), found: scope.form.indicators[row].target?.text, expected: figure.text,
          values: ["figure": figure.text, "measure": figure.clause]))
    }
  }

  /// Every number of the targets and names, as printed and in base units.
  private func numbers(of scope: Scope) -> Set<Decimal> {
    var numbers: Set<Decimal> = []
    for row in scope.form.indicators.indices {
      let facts = scope.context.rows[row]
      for figure in GoalFigures.numbers(in: facts.name) + GoalFigures.numbers(in: facts.target) {
        numbers.insert(figure)
      }
      switch scope.form.indicators[row].target?.meaning {
      case .quantity(let quantity): numbers.insert(quantity.unit?.inBase(quantity.value) ?? quantity.value)
      case .range(let lower, let upper, let unit):
        numbers.insert(unit?.inBase(lower) ?? lower)
        numbers.insert(unit?.inBase(upper) ?? upper)
      default: break
      }
    }
    return numbers
  }
}
