import ChineseText
import FormModel
import FormTemplates

/// The names that a Word layout of a template can use: labels of the template and keys of the interchange format.
struct Placeholders: Sendable {
  /// What a name stands for.
  enum Source: Sendable, Hashable {
    case title
    case yearLine
    case field(FieldKey)
    /// The number of a row, from 1.
    case number
    case column(IndicatorColumn)
    case comparator
    case measure
    case unit
    case budgetLine
    case budget(BudgetLine.Column)
  }

  /// What is repeated.
  enum List: String, Sendable, CaseIterable { case indicators, budget }

  /// One name with its other spellings.
  struct Entry: Sendable {
    var source: Source
    /// The list in whose rows it stands; `nil` for the form itself.
    var list: List?
    /// The first that no other entry has is shown.
    var spellings: [String]
    /// As it is shown to people.
    var name = ""
  }

  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  init(_ template: Template) {
    entries = Self.form(template) + Self.rows(template) + Self.budget
    for place in entries.indices { add(place) }
  }

  /// The names of a scope, for people.
  func names(in list: List?) -> [String] {
    (list.map { list in entries.filter { $0.list == list } } ?? []).map(\.name)
      + entries.filter { $0.list == nil }.map(\.name)
  }

  /// The entry that a name means within a list's rows, or outside; the list's own first.
  func entry(_ written: String, in list: List?) -> Int? {
    let key = foldedWithoutSpace(written)
    return list.flatMap { places[Self.key(key, $0)] } ?? places[Self.key(key, nil)]
  }

  /// The list that a section's name means.
  static func list(_ written: String) -> List? {
    let key = foldedWithoutSpace(written)
    return List.allCases.first { $0.rawValue == key || Messages.names(of: $0).contains(key) }
  }

  // MARK: Entries

  private mutating func add(_ place: Int) {
    let entry = entries[place]
    for spelling in entry.spellings {
      let key = Self.key(foldedWithoutSpace(spelling), entry.list)
      guard places[key] == nil else { continue }
      places[key] = place
      if entries[place].name.isEmpty { entries[place].name = spelling }
    }
  }

  private static func key(_ name: String, _ list: List?) -> String { "\(list?.rawValue ?? "")/\(name)" }

  private static func form(_ template: Template) -> [Entry] {
    let own = Array(template.fields.keys)
    let keys = own + FieldKey.standard.filter { !own.contains($0) && $0 != .title }
    return [
      Entry(source: .title, spellings: [Messages.formTitle, "title"]),
      Entry(source: .yearLine, spellings: [Messages.yearLineName, "yearLine"]),
    ]
      + keys.filter { $0 != .title }.map { key in
        let field = template.fields[key]
        let labels = [field?.label, Messages.placeholder(of: key)].compactMap { $0 }
        return Entry(source: .field(key), spellings: labels + [key.rawValue] + (field?.aliases ?? []))
      }
  }

  private static func rows(_ template: Template) -> [Entry] {
    [Entry(source: .number, list: .indicators, spellings: [Messages.number, "number"])]
      + IndicatorColumn.allCases.map { column in
        let known = template.columns.first { $0.column == column }
        return Entry(
          source: .column(column), list: .indicators,
          spellings: [template.printedLabel(of: column), Messages.head(of: column), column.rawValue]
            + (known?.aliases ?? []))
      } + [
        Entry(source: .comparator, list: .indicators, spellings: [Messages.comparator, "comparator"]),
        Entry(source: .measure, list: .indicators, spellings: [Messages.measure, "value"]),
        Entry(source: .unit, list: .indicators, spellings: [Messages.measureUnit, "unit"]),
      ]
  }

  private static var budget: [Entry] {
    [Entry(source: .budgetLine, list: .budget, spellings: [Messages.budgetLineName, "line"])]
      + BudgetLine.Column.allCases.map {
        Entry(source: .budget($0), list: .budget, spellings: [Messages.label(of: $0), $0.rawValue])
      }
  }
}
