import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// `present`: a place is filled, and readable as what it should be.
struct PresentCheck: Check {
  static let kind = "present"
  /// `{subject}`: the row by name, or all rows where none of them has the column; `{state}`: that the place is
  /// blank, or what stands there.
  static let placeholders = ["subject", "state"]

  private let places: [Place]
  private let type: ValueType?
  private let scope: Extent

  /// `as`: what the text must be readable as.
  private enum ValueType: String, CaseIterable { case number, money, date, year }

  /// `of`: how much must be filled.
  private enum Extent: String, CaseIterable {
    /// Every place.
    case all
    /// One of the places of the form or row is enough; the finding stands at the first.
    case any
    /// Every row, once one row has it.
    case used
    /// Every row; where none has it, that is one finding about the form.
    case column
    /// All places of a row: one finding a row, at the first that is not filled.
    case row
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    type = try parameters.choice("as", of: ValueType.self)
    scope = try parameters.choice("of", of: Extent.self) ?? .all
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    switch self.scope {
    case .all: judgeAll(scope, where: scope.context.has)
    case .any: judgeAny(scope)
    case .used: judgeAll(scope) { scope.context.has($0) && isUsed($0, scope) }
    case .column: judgeColumn(scope)
    case .row: judgeRows(scope)
    }
  }

  private func isUsed(_ place: Place, _ scope: Scope) -> Bool {
    guard case .column(let column) = place else { return true }
    return scope.context.isUsed(column)
  }

  private func judgeAll(_ scope: Scope, where isAsked: (Place) -> Bool) -> Verdict {
    var verdict = Verdict()
    for place in places where isAsked(place) {
      switch place {
      case .field(let key):
        verdict.look()
        let text = scope.form[key]
        if !isGood(text, scope) { verdict.hit(hit(Cell(path: .field(key), text: text), scope.form)) }
      case .column(let column):
        verdict.look(at: scope.rows.count)
        // Without a type a cell only has to be filled.
        let open = type == nil ? scope.rows.subtracting(scope.table.filled(column)) : scope.rows
        for row in open where !isGood(scope.table.cell(row, column), scope) {
          verdict.hit(hit(scope.cell(row, column), scope.form))
        }
      }
    }
    return verdict
  }

  /// One place, or several of which one is enough, row by row or as a whole.
  private func judgeColumn(_ scope: Scope) -> Verdict {
    if type == nil, places.count == 1, case .column(let column)? = places.first,
      !scope.filledRows(column).isEmpty
    {
      return judgeAll(scope) { _ in true }
    }
    let cells = scope.cells(of: places)
    guard !cells.isEmpty, !cells.contains(where: { isGood($0.text, scope) }) else { return judgeAny(scope) }
    var verdict = Verdict()
    verdict.look()
    verdict.hit(Hit(.form, values: ["subject": Messages.allRows]))
    return verdict
  }

  private func judgeRows(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for group in groups(in: scope) {
      verdict.look()
      if let first = group.first(where: { !isGood($0.text, scope) }) { verdict.hit(hit(first, scope.form)) }
    }
    return verdict
  }

  private func judgeAny(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for group in groups(in: scope) {
      verdict.look()
      guard let first = group.first, !group.contains(where: { isGood($0.text, scope) }) else { continue }
      verdict.hit(hit(first, scope.form))
    }
    return verdict
  }

  /// The cells of the form's own places, then those of each row.
  private func groups(in scope: Scope) -> [[Cell]] {
    var groups: [[Cell]] = []
    let cells = scope.cells(of: places)
    // One column has the cells of its rows in their order.
    if places.count == 1 { return cells.map { [$0] } }
    for (_, group) in Dictionary(grouping: cells, by: { $0.row ?? -1 }).sorted(by: { $0.key < $1.key }) {
      groups.append(group)
    }
    return groups
  }

  private func hit(_ cell: Cell, _ form: Form) -> Hit {
    let subject = cell.row.map { Messages.quoted(form.indicators[$0].level3) }
    return Hit(
      cell.path, found: cell.text,
      values: ["subject": subject ?? "", "state": Messages.state(isBlankText(cell.text) ? nil : cell.text)])
  }

  private func isGood(_ text: String?, _ scope: Scope) -> Bool {
    guard let text, !isBlankText(text) else { return false }
    return switch type {
    case nil: true
    case .number: decimal(printed: text) != nil
    case .money: Amount(text, unit: scope.context.moneyUnit).value != nil
    case .date: CalendarDate(printed: text) != nil
    case .year: fourDigitYear(text) != nil
    }
  }
}
