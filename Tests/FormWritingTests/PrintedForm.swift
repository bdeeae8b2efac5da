import FormModel

/// What a printed table shows of a form: everything but the template's id, the family and the suppressions.
struct PrintedForm: Equatable {
  var fields: [String: String]
  var kind: FormKind
  var budget: [String]
  var rows: [String]
  var emptyLevels: [String]

  /// - Parameters:
  ///   - printed: the form that was printed, whose blanks the table may have filled: a title and sums.
  ///   - keepsBlanks: whether blanks and line breaks count.
  init(_ form: Form, printed: Form, keepsBlanks: Bool) {
    let seen: (String) -> String = { keepsBlanks ? $0 : bare($0) }
    kind = form.kind
    fields = [:]
    for (key, text) in form.fields {
      if printed[key] == nil, [.title, .totalWeight].contains(key) { continue }
      fields[key.rawValue] = seen(text)
    }
    budget = form.budget.map { line in
      seen(([line.line] + BudgetLine.Column.allCases.map { line[$0] ?? "" }).joined(separator: "|"))
    }
    rows = form.indicators.map { row in
      seen(IndicatorColumn.allCases.map { row[$0] ?? "" }.joined(separator: "|"))
    }
    emptyLevels = form.emptyLevels
  }

  /// Where two forms differ, shortly.
  func differences(from other: PrintedForm) -> [String] {
    var list: [String] = []
    if kind != other.kind { list.append("kind \(kind) \(other.kind)") }
    for key in Set(fields.keys).union(other.fields.keys).sorted() where fields[key] != other.fields[key] {
      let (a, b) = (fields[key] ?? "nil", other.fields[key] ?? "nil")
      let same = zip(a, b).prefix { $0 == $1 }.count
      let parts = [a, b].map { "…\($0.dropFirst(max(0, same - 9)).prefix(60))".debugDescription }
      list.append("\(key): \(parts[0]) ≠ \(parts[1])")
    }
    if budget != other.budget { list.append("budget: \(budget) ≠ \(other.budget)") }
    if rows.count != other.rows.count {
      list.append(
        "rows: \(rows.count) ≠ \(other.rows.count), not printed: \(Set(other.rows).subtracting(rows))")
    }
    for (a, b) in zip(rows, other.rows) where a != b {
      list.append("row: \(a.debugDescription)\n   ≠ \(b.debugDescription)")
    }
    if emptyLevels != other.emptyLevels { list.append("empty: \(emptyLevels) ≠ \(other.emptyLevels)") }
    return list
  }
}
