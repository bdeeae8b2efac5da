import FormModel
import FormTemplates
import YAMLText

/// The keys of the interchange format: the standard's, and those of the templates met so far.
struct InterchangeKeys {
  /// What a key of the form itself stands for.
  enum Member: Sendable {
    case part(Part)
    case field(FieldKey)
    /// The keys below it, and the field of each.
    case group(KnownKeys, [FieldKey])
  }

  /// The keys that are no fields, in the order in which errors list them.
  enum Part: String, Sendable, CaseIterable {
    case kind, template, family, budget, indicators, emptyLevels, suppressions, locations, remarks
  }

  /// The keys of one template.
  struct Keys: Sendable {
    var names: KnownKeys
    /// By index in `names`.
    var members: [Member]
  }

  static let kind = 0
  static let template = 1

  /// The keys of a row: its columns, then the meanings that the writer adds and the reader works out again.
  static let row = KnownKeys(IndicatorColumn.allCases.map(\.rawValue) + ["targetValue", "actualValue"])
  static let rowColumns: [IndicatorColumn?] = IndicatorColumn.allCases + [nil, nil]
  static let neededInRow = ["level1", "level3"].compactMap { name in
    row.names.firstIndex(of: name).map { (index: $0, name: name) }
  }

  static let budget = KnownKeys(["line"] + BudgetLine.Column.allCases.map(\.rawValue))
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
    var names = Part.allCases.map(\.rawValue)
    var members = Part.allCases.map(Member.part)
    for key in FieldKey.standard + own {
      let name = String(key.group ?? key.name)
      if names.contains(name) { continue }
      names.append(name)
      let below = (FieldKey.standard + own).filter { $0.group.map(String.init) == name }
      members.append(key.group == nil ? .field(key) : .group(KnownKeys(below.map { String($0.name) }), below))
    }
    return Keys(names: KnownKeys(names), members: members)
  }
}
