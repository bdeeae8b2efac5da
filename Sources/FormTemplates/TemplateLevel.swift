import FormModel

/// A 一级 or 二级指标 of a template.
public struct TemplateLevel: Sendable, Hashable {
  /// As the template prints it: `产出指标`.
  public var name: String
  /// Other spellings in the wild: `产出`, `产出类指标`.
  public var aliases: [String]
  /// Whether at least one row must stand under it.
  public var isRequired: Bool
  /// Usual points of a first level; `nil` where the profile gives none.
  public var weight: Decimal?
  /// What belongs here, in one line.
  public var meaning: String
  /// Model rows, each `名称：指标值`.
  public var examples: [Example]
  /// What the rules ask of a row here, in one line.
  public var demand: String?
  /// 二级指标 below a first level.
  public var levels: [TemplateLevel]

  /// A model row.
  public struct Example: Sendable, Hashable {
    /// 三级指标, a usual name.
    public var name: String
    /// A usual 指标值.
    public var target: String

    public init(name: String, target: String) {
      self.name = name
      self.target = target
    }
  }

  public init(
    name: String, aliases: [String] = [], isRequired: Bool = false, weight: Decimal? = nil, meaning: String,
    examples: [Example] = [], demand: String? = nil, levels: [TemplateLevel] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.isRequired = isRequired
    self.weight = weight
    self.meaning = meaning
    self.examples = examples
    self.demand = demand
    self.levels = levels
  }

  /// Whether this is the level that a form calls `text`.
  public func isNamed(_ text: String) -> Bool { name == text || aliases.contains(text) }
}
