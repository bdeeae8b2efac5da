/// The comments of a native form file, each with the part of the form it belongs to.
public struct FormComments: Sendable, Hashable {
  /// In written order.
  public var list: [FormComment]
  /// The rows of the form when it was read: row anchors are indices into it.
  public var rows: [RowName]
  /// The lines of 预算执行情况 when the form was read: budget anchors are indices into it.
  public var budget: [String]
  /// The suppressions of the form when it was read: suppression anchors are indices into it.
  public var suppressions: [Suppression]

  /// What tells one row from another.
  public struct RowName: Sendable, Hashable {
    /// 一级指标.
    public var level1: String
    /// 二级指标.
    public var level2: String?
    /// 三级指标.
    public var name: String

    public init(_ row: Indicator) {
      level1 = row.level1
      level2 = row.level2
      name = row.level3
    }
  }

  /// No comments.
  public init() {
    list = []
    rows = []
    budget = []
    suppressions = []
  }

  /// Comments anchored in a form as it is now.
  public init(_ list: [FormComment], of form: Form) {
    self.list = list
    rows = form.indicators.map(RowName.init)
    budget = form.budget.map(\.line)
    suppressions = form.suppressions
  }
}

/// A comment or a blank line of a native form file.
public struct FormComment: Sendable, Hashable {
  /// From `#` to the end of the line; empty for a blank line.
  public var text: String
  /// The part of the form it belongs to.
  public var anchor: Anchor
  /// Where it stands beside that part.
  public var placement: Placement

  /// Where it stands beside its anchor.
  public enum Placement: Sendable, Hashable {
    /// On lines of its own before it.
    case above
    /// Behind it on the same line.
    case trailing
    /// On lines of its own after everything that belongs to it.
    case below
  }

  /// The part of a native form file that a comment belongs to.
  public enum Anchor: Sendable, Hashable {
    /// Before everything.
    case head
    /// A key that is no field: `模板`, `项目资金`, `绩效指标`, by its path of labels.
    case key([String])
    case field(FieldKey)
    case level(String, String?)
    /// A row, or one cell of it; the index counts `FormComments.rows`.
    case row(Int, IndicatorColumn?)
    /// A line of 预算执行情况, or one cell of it; the index counts `FormComments.budget`.
    case budget(Int, BudgetLine.Column?)
    /// One 免检, or one key of it; the index counts `FormComments.suppressions`.
    case suppression(Int, String?)
    /// After everything.
    case end
  }

  public init(_ text: String, at anchor: Anchor, _ placement: Placement) {
    self.text = text
    self.anchor = anchor
    self.placement = placement
  }
}
