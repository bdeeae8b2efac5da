import FormModel
import FormTemplates
import YAMLText

/// The keys of the interchange format: the standard's, and those of the templates met so far.
struct InterchangeKeys {
  /// What a key of the form itself stands for.
  enum Field: Sendable {
    case single(FieldKey)
    /// The keys below it, and the field of each.
    case group(JSONKeys, [FieldKey])
  }

  /// The keys of one template.
  struct Keys: Sendable {
    var members: JSONKeys
    /// By index in `members`; meaningless for the keys that are no field.
    var fields: [Field]
  }

  static let kind = 0
  static let template = 1
  private static let noFields = [
    "kind", "template", "family", "budget", "indicators", "emptyLevels", "suppressions", "locations",
    "remarks",
  ]

  /// The keys of a row: its columns, then the meanings that the writer adds and the reader works out again.
  static let row = JSONKeys(IndicatorColumn.allCases.map(\.rawValue) + ["targetValue", "actualValue"])
  static let rowColumns: [IndicatorColumn?] = IndicatorColumn.allCases + [nil, nil]
  static let neededInRow = ["level1", "level3"].compactMap { name in
    row.names.firstIndex(of: name).map { (index: $0, name: name) }
  }

  static let budget = JSONKeys(["line"] + BudgetLine.Column.allCases.map(\.rawValue))
  static let budgetColumns: [BudgetLine.Column?] = [nil] + BudgetLine.Column.allCases

  static let standard = keys(adding: [])

  let layouts: NativeLayouts
  /// Decoding a template costs more than reading a form.
  private var known: [String: Keys] = [:]

  init(layouts: NativeLayouts) { self.layouts = layouts }

  mutating func keys(of template: String) -> Keys {
    if let keys = known[template] { return keys }
    let own = (try? layouts.layout(of: template))?.fieldKeys.subtracting(FieldKey.standard) ?? []
    let keys = own.isEmpty ? Self.standard : Self.keys(adding: own.sorted())
    known[template] = keys
    return keys
  }

  private static func keys(adding own: [FieldKey]) -> Keys {
    var names = noFields
    var fields = noFields.map { Field.single(FieldKey(rawValue: $0)) }
    for key in FieldKey.standard + own {
      let name = String(key.group ?? key.name)
      if names.contains(name) { continue }
      names.append(name)
      let below = (FieldKey.standard + own).filter { $0.group.map(String.init) == name }
      fields.append(key.group == nil ? .single(key) : .group(JSONKeys(below.map { String($0.name) }), below))
    }
    return Keys(members: JSONKeys(names), fields: fields)
  }
}
