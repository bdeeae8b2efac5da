/// A place in a form, by meaning: what a finding points at and what `:goto` takes.
///
/// Rows are held by index; `text(in:)` prints the path people read, `绩效指标/产出指标/数量指标/2/指标值`.
public enum FormPath: Sendable, Hashable {
  /// The form as a whole.
  case form
  /// A single-valued field.
  case field(FieldKey)
  /// All indicators of a first or second level.
  case level(String, String?)
  /// One row of 绩效指标 (index in `Form.indicators`), or one cell of it.
  case indicator(Int, IndicatorColumn?)
  /// One cell of 预算执行情况 (index in `Form.budget`).
  case budget(Int, BudgetLine.Column?)

  /// Whether `other` is this place or lies inside it.
  public func contains(_ other: FormPath) -> Bool {
    switch (self, other) {
    case (.form, _): true
    case (.indicator(let a, nil), .indicator(let b, _)): a == b
    case (.budget(let a, nil), .budget(let b, _)): a == b
    case (.level(let a, nil), .level(let b, _)): a == b
    default: self == other
    }
  }
}
