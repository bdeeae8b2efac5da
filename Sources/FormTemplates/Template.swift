import FormModel
import OrderedCollections

/// A form profile: everything about a form that differs from place to place and year to year.
///
/// Decoded from `Templates/<id>/template.yaml`; never written in code.
public struct Template: Sendable, Hashable {
  public var id: String
  /// 表名, as printed above the form.
  public var title: String
  /// One line for people who choose a template.
  public var summary: String
  /// What its forms are: targets or self-evaluations.
  public var kind: FormKind
  /// Where the profile comes from, and how surely.
  public var basis: Basis
  /// The fields in the order in which they are asked and printed.
  public var fields: OrderedDictionary<FieldKey, TemplateField>
  /// 一级指标 in printed order.
  public var levels: [TemplateLevel]
  /// Columns of the indicator table in printed order.
  public var columns: [TemplateColumn]
  /// How many points there are, and where.
  public var weights: WeightPlan
  /// Numbers and words that rules read (`satisfaction-floor: 80`), by name.
  public var parameters: [String: [String]]
  /// How results become points; `nil` where the forms are not scored.
  public var scoring: ScoringPlan?
  /// By what its forms are known, besides their tree.
  public var marks: TemplateMarks
  /// Common indicators by kind of project, offered while filling.
  public var projectKinds: [ProjectKind]
  /// What this profile changes about rules, by rule id.
  public var rules: [String: RuleAdjustment]

  public init(
    id: String, title: String, summary: String, kind: FormKind, basis: Basis,
    fields: OrderedDictionary<FieldKey, TemplateField>, levels: [TemplateLevel], columns: [TemplateColumn],
    weights: WeightPlan, scoring: ScoringPlan? = nil, marks: TemplateMarks = TemplateMarks(),
    parameters: [String: [String]] = [:], projectKinds: [ProjectKind] = [],
    rules: [String: RuleAdjustment] = [:]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.kind = kind
    self.basis = basis
    self.fields = fields
    self.levels = levels
    self.columns = columns
    self.weights = weights
    self.scoring = scoring
    self.marks = marks
    self.parameters = parameters
    self.projectKinds = projectKinds
    self.rules = rules
  }
}

extension Template {
  /// The first level with this name or alias.
  public func level(_ name: String) -> TemplateLevel? { levels.first { $0.isNamed(name) } }

  /// The second level with this name or alias below a first level.
  public func level(_ level1: String, _ level2: String) -> TemplateLevel? {
    level(level1)?.levels.first { $0.isNamed(level2) }
  }

  /// The name of a field for people; its key where the template does not know it.
  public func label(of key: FieldKey) -> String { fields[key]?.label ?? key.rawValue }

  /// The label of a field in the printed form; its key where the template does not know it.
  public func printedLabel(of key: FieldKey) -> String { fields[key]?.printedLabel ?? key.rawValue }

  /// The label printed above a column; its key where the template has no such column.
  public func label(of column: IndicatorColumn) -> String {
    columns.first { $0.column == column }?.label ?? column.rawValue
  }
}
