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
    case .any: judgeTogether(scope, needsAll: false)
    case .used: judgeAll(scope) { scope.context.has($0) && isUsed($0, scope) }
    case .column: judgeColumn(scope)
    case .row: judgeTogether(scope, needsAll: true)
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
        if !isGood(key, scope) { verdict.hit(hit(key, scope)) }
      case .column(let column):
        verdict.look(at: scope.rows.count)
        for row in scope.rows.subtracting(goodRows(column, scope)) {
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
    let asked = places.filter(scope.context.has)
    guard !scope.rows.isEmpty || asked.contains(where: { !$0.isColumn }),
      !asked.isEmpty, !asked.contains(where: { isGoodSomewhere($0, scope) })
    else { return judgeTogether(scope, needsAll: false) }
    var verdict = Verdict()
    verdict.look()
    verdict.hit(Hit(.form, values: ["subject": Messages.allRows]))
    return verdict
  }

  private func isGoodSomewhere(_ place: Place, _ scope: Scope) -> Bool {
    switch place {
    case .field(let key): isGood(key, scope)
    case .column(let column): !goodRows(column, scope).isEmpty
    }
  }

  /// The places of the form together, and those of each row together: one of them is enough, or all are needed.
  private func judgeTogether(_ scope: Scope, needsAll: Bool) -> Verdict {
    var verdict = Verdict()
    var (keys, columns): ([FieldKey], [IndicatorColumn]) = ([], [])
    for place in places where scope.context.has(place) {
      switch place {
      case .field(let key): keys.append(key)
      case .column(let column): columns.append(column)
      }
    }
    if !keys.isEmpty { judge(keys, scope, needsAll: needsAll, &verdict) }
    if !columns.isEmpty { judge(columns, scope, needsAll: needsAll, &verdict) }
    return verdict
  }

  private func judge(_ keys: [FieldKey], _ scope: Scope, needsAll: Bool, _ verdict: inout Verdict) {
    verdict.look()
    let open = keys.filter { !isGood($0, scope) }
    guard let first = open.first, needsAll || open.count == keys.count else { return }
    verdict.hit(hit(first, scope))
  }

  private func judge(_ columns: [IndicatorColumn], _ scope: Scope, needsAll: Bool, _ verdict: inout Verdict) {
    verdict.look(at: scope.rows.count)
    var open = needsAll ? RowSet() : scope.rows
    for column in columns {
      let good = goodRows(column, scope)
      if needsAll { open.formUnion(scope.rows.subtracting(good)) } else { open = open.subtracting(good) }
    }
    for row in open {
      let column = needsAll ? columns.first { !goodRows($0, scope).contains(row) } : columns.first
      if let column { verdict.hit(hit(scope.cell(row, column), scope.form)) }
    }
  }

  /// The rows with a good cell in a column. Without a type a cell only has to be filled.
  private func goodRows(_ column: IndicatorColumn, _ scope: Scope) -> RowSet {
    let filled = scope.filledRows(column)
    return type == nil ? filled : RowSet(filled.filter { isGood(scope.table.cell($0, column), scope) })
  }

  private func hit(_ key: FieldKey, _ scope: Scope) -> Hit {
    hit(Cell(path: .field(key), text: scope.form[key]), scope.form)
  }

  private func hit(_ cell: Cell, _ form: Form) -> Hit {
    let subject = cell.row.map { Messages.quoted(form.indicators[$0].level3) }
    return Hit(
      cell.path, found: cell.text,
      values: ["subject": subject ?? "", "state": Messages.state(isBlankText(cell.text) ? nil : cell.text)])
  }

  private func isGood(_ key: FieldKey, _ scope: Scope) -> Bool {
    // A form's dates are read once for all rules.
    type == .date ? scope.context.date(key) != nil : isGood(scope.form[key], scope)
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
