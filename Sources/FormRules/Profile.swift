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

  init(_ template: Template, words: WordIndex?) {
    self.template = template
    self.words = words
    levels = LevelNames(template)
    order = FindingOrder(template)
    labels = PathLabels(template)
    fields = Set(template.fields.keys)
    printed = ColumnSet(template.columns.filter(\.isPrinted).map(\.column))
  }

  /// Whether the template has a field.
  func has(_ field: FieldKey) -> Bool { fields.contains(field) }

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
