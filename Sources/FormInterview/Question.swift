import FormModel

/// One thing the interview asks for.
public enum Question: Sendable, Hashable, Codable {
  /// A single-valued field.
  case field(FieldKey)
  /// The name of one more 三级指标 under a second level; blank ends the group.
  case newRow(level1: String, level2: String)
  /// A cell of a row; `.level3` is its name.
  case cell(row: Int, IndicatorColumn)
  /// 检查: all findings, before the form leaves the program.
  case review
  /// 输出: where the finished table goes.
  case output

  /// The place of the form that the answer is written to.
  public var path: FormPath {
    switch self {
    case .field(let key): .field(key)
    case .newRow(let level1, let level2): .level(level1, level2)
    case .cell(let row, let column): .indicator(row, column)
    case .review, .output: .form
    }
  }
}
