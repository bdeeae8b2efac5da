import FormModel
import YAMLText

/// `one-of`: a text is one of the words of a list, or of the template.
struct OneOfCheck: Check {
  static let kind = "one-of"
  /// `{allowed}`: the words that may stand there; `{home}`: the first level that a second level belongs to.
  static let placeholders = ["allowed", "home"]

  private let places: [Place]
  private let values: [String]
  private let onlyKnown: Bool

  /// Without `values` the words come from the template: its levels, or the choices of a field.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    values = try parameters.texts("values")
    onlyKnown = try parameters.flag("only-known-elsewhere")
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for place in places {
      if values.isEmpty, case .column(let column) = place, column == .level1 || column == .level2 {
        judgeLevels(column, scope, &verdict)
      } else {
        for cell in scope.filledCells(of: [place]) { judge(cell, scope, &verdict) }
      }
    }
    return verdict
  }

  /// Levels that the template has are right.
  private func judgeLevels(_ column: IndicatorColumn, _ scope: Scope, _ verdict: inout Verdict) {
    let facts = scope.table.facts
    for row in scope.filledRows(column) {
      if (column == .level1 ? facts[row].level1 : facts[row].level2) != nil {
        verdict.look()
      } else {
        judge(scope.cell(row, column), scope, &verdict)
      }
    }
  }

  private func judge(_ cell: Cell, _ scope: Scope, _ verdict: inout Verdict) {
    guard let problem = problem(of: cell, in: scope) else { return }
    verdict.look()
    guard !problem.allowed.isEmpty else { return }
    let allowed = problem.allowed.joined(separator: Messages.separator)
    let values = ["allowed": allowed, "home": problem.home ?? ""]
    verdict.hit(Hit(cell.path, found: cell.text, expected: problem.home ?? allowed, values: values))
  }

  /// What may stand in a cell instead; empty when all is well, `nil` when the cell is not spoken about.
  private func problem(of cell: Cell, in scope: Scope) -> (allowed: [String], home: String?)? {
    let text = scope.plainText(of: cell).text
    if !values.isEmpty { return (values.contains(text) ? [] : values, nil) }
    switch cell.path {
    case .field(let key):
      let choices = scope.context.template.fields[key]?.choices ?? []
      return choices.isEmpty ? nil : (choices.contains(text) ? [] : choices, nil)
    case .indicator(let row, .level1):
      let known = scope.context.rows[row].level1 != nil
      return (known ? [] : scope.context.levels.firstNames, nil)
    case .indicator(let row, .level2): return secondLevel(text, scope.context.rows[row], scope)
    default: return nil
    }
  }

  private func secondLevel(
    _ text: String, _ facts: RowFacts, _ scope: Scope
  ) -> (allowed: [String], home: String?)? {
    guard let first = facts.level1 else { return nil }
    if facts.level2 != nil { return ([], nil) }
    let levels = scope.context.levels
    let allowed = levels.secondNames.filter { $0.first == first }.map(\.name)
    guard !allowed.isEmpty else { return nil }
    let homes = levels.seconds(named: text).map { levels.secondNames[$0] }
    guard let home = homes.first else { return onlyKnown ? nil : (allowed, nil) }
    return (allowed, levels.firstNames[home.first] + "/" + home.name)
  }
}
