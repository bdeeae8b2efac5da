import FormModel

/// What a check looks at: a field of the form, or a column of the rows.
enum Place: Sendable, Hashable {
  case field(FieldKey)
  case column(IndicatorColumn)

  /// The places that a word of a rule file names: a field's or column's key, `name` for 三级指标, or a group.
  static func named(_ word: String) -> [Place]? {
    switch word {
    case "name": return [.column(.level3)]
    case "goals": return [.field(.totalGoal), .field(.annualGoal)]
    default:
      if let column = IndicatorColumn(rawValue: word) { return [.column(column)] }
      let key = FieldKey(rawValue: word)
      return FieldKey.standard.contains(key) || key.group == "narrative" ? [.field(key)] : nil
    }
  }

  static let names =
    ["name", "goals"] + IndicatorColumn.allCases.map(\.rawValue) + FieldKey.standard.map(\.rawValue)

  var isColumn: Bool {
    if case .column = self { true } else { false }
  }
}

/// One place of a form with what is printed there.
struct Cell {
  var path: FormPath
  /// As printed; `nil` when there is nothing.
  var text: String?
  /// The row it stands in.
  var row: Int?
}
