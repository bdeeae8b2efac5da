import FormModel
import FormTemplates

/// What rules ask of a template, worked out once for all forms; and how the words of the rules are found.
final class Profile: Sendable {
  let template: Template
  let levels: LevelNames
  let order: FindingOrder
  let labels: PathLabels
  /// Finds the words of all rules at once; `nil` where each list is asked, as for a single form.
  let words: WordIndex?
  private let fields: Set<FieldKey>
  private let printed: ColumnSet
  private let projectKinds: [(name: String, words: WordList)]

  init(_ template: Template, words: WordIndex?) {
    self.template = template
    self.words = words
    levels = LevelNames(template)
    order = FindingOrder(template)
    labels = PathLabels(template)
    fields = Set(template.fields.keys)
    projectKinds = template.projectKinds.map { ($0.name, WordList($0.words)) }
    printed = ColumnSet(template.columns.filter(\.isPrinted).map(\.column))
  }

  /// Whether the template has a field.
  func has(_ field: FieldKey) -> Bool { fields.contains(field) }

  /// The kinds of project that a name speaks of (half width, without blanks).
  func kinds(of project: String) -> [String] {
    projectKinds.compactMap { $0.words.match(in: project) == nil ? nil : $0.name }
  }

  /// Whether the template prints a column.
  func prints(_ column: IndicatorColumn) -> Bool { printed.contains(column) }
}

/// A set of columns.
struct ColumnSet: Sendable {
  private var bits: UInt32 = 0

  init(_ columns: [IndicatorColumn] = []) {
    for column in columns { insert(column) }
  }

  func contains(_ column: IndicatorColumn) -> Bool { bits >> UInt32(column.ordinal) & 1 == 1 }

  mutating func insert(_ column: IndicatorColumn) { bits |= 1 << UInt32(column.ordinal) }
}
