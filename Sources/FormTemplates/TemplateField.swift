import FormModel

/// A single-valued field of a template: how it is labelled, asked and checked.
public struct TemplateField: Sendable, Hashable {
  /// Which field of the form.
  public var key: FieldKey
  /// The name people see and type; no two fields of a template share it.
  public var label: String
  /// The label in the printed form, where two fields may read the same: `其他资金`.
  public var printedLabel: String
  /// Where the native file keeps the value: `["项目资金", "项目资金总额", "合计"]`.
  public var nativeKey: [String]
  /// Other spellings of the label in the wild.
  public var aliases: [String]
  /// The part of the interview it belongs to: 基本信息, 资金, 目标.
  public var section: String
  /// What kind of answer it takes.
  public var type: ValueType
  /// Whether a form without it is incomplete.
  public var isRequired: Bool
  /// What the field is, in one line.
  public var meaning: String
  /// A model answer.
  public var example: String?
  /// What the rules ask of the answer, in one line.
  public var demand: String?
  /// The words to choose from (`type == .choice`), or offered by Tab.
  public var choices: [String]
  /// The value offered when there is none from last year.
  public var defaultText: String?
  /// Fields whose sum this one is, for money totals.
  public var parts: [FieldKey]
  /// Whether `--from` offers last year's value: identity is taken over, amounts and dates are asked anew.
  public var isTakenOver: Bool

  /// The kinds of answer.
  public enum ValueType: String, Sendable, Hashable, CaseIterable {
    case text
    /// Several lines or paragraphs.
    case longText = "long-text"
    /// Four digits.
    case year
    case date
    /// In the form's money unit, or with a unit of its own.
    case money
    /// One of `choices`.
    case choice
  }

  public init(
    key: FieldKey, label: String, printedLabel: String? = nil, nativeKey: [String]? = nil,
    aliases: [String] = [], section: String, type: ValueType = .text,
    isRequired: Bool = false, meaning: String, example: String? = nil, demand: String? = nil,
    choices: [String] = [], defaultText: String? = nil, parts: [FieldKey] = [], isTakenOver: Bool = false
  ) {
    self.key = key
    self.label = label
    self.printedLabel = printedLabel ?? label
    self.nativeKey = nativeKey ?? [label]
    self.aliases = aliases
    self.section = section
    self.type = type
    self.isRequired = isRequired
    self.meaning = meaning
    self.example = example
    self.demand = demand
    self.choices = choices
    self.defaultText = defaultText
    self.parts = parts
    self.isTakenOver = isTakenOver
  }
}
