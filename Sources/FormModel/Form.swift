/// One printed form, every value with its text as printed.
///
/// A missing key and a missing value mean "no such cell, or blank": a blank text is never stored.
public struct Form: Sendable, Hashable {
  /// Target form or self-evaluation.
  public var kind: FormKind
  /// The id of the template (profile) the form follows, when it is known.
  public var template: String?
  /// The family of published forms it belongs to, as the interchange format names it.
  public var family: String?
  /// Single-valued fields as printed.
  private var values: FieldValues<String>
  /// 预算执行情况 of a self-evaluation, one entry a printed line.
  public var budget: [BudgetLine]
  /// 绩效指标 in printed order.
  public var indicators: [Indicator]
  /// 二级指标 headings that are printed without a row.
  public var emptyLevels: [String]
  /// 免检: findings that somebody has answered for.
  public var suppressions: [Suppression]

  public init(
    kind: FormKind = .target, template: String? = nil, family: String? = nil,
    fields: [FieldKey: String] = [:], budget: [BudgetLine] = [], indicators: [Indicator] = [],
    emptyLevels: [String] = [], suppressions: [Suppression] = []
  ) {
    var values = FieldValues<String>()
    for (key, text) in fields where !text.isEmpty { values[key] = text }
    self.kind = kind
    self.template = template
    self.family = family
    self.values = values
    self.budget = budget
    self.indicators = indicators
    self.emptyLevels = emptyLevels
    self.suppressions = suppressions
  }

  /// The text of a field. Setting an empty text removes the field.
  public subscript(_ key: FieldKey) -> String? {
    get { values[key] }
    set { values[key] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// All single-valued fields with their texts.
  public var fields: [FieldKey: String] { Dictionary(uniqueKeysWithValues: values.list) }

  /// The fields with a text that a template has added, by key.
  public var ownKeys: [FieldKey] { values.ownKeys }

  /// The fields that have a text: those of the interchange format in its order, then a template's own by key.
  public var fieldKeys: [FieldKey] { values.list.map(\.0) }

  /// A money field, read in the form's own unit. `nil` where the field is blank.
  public func amount(_ key: FieldKey) -> Amount? {
    self[key].map { Amount($0, unit: moneyUnit) }
  }

  /// 元 or 万元 as declared by the form; `nil` when undeclared or not understood.
  public var moneyUnit: MoneyUnit? { self[.moneyUnit].flatMap(MoneyUnit.init(printed:)) }

  /// The budget year as a number; `nil` unless it is four digits (half or full width).
  public var year: Int? { self[.year].flatMap(fourDigitYear) }
}
