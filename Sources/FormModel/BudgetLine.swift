/// One line of 预算执行情况 in a self-evaluation; all texts as printed, money in the form's unit.
public struct BudgetLine: Sendable, Hashable {
  /// Which line: `total` 年度资金总额, `currentYear` 当年财政拨款, `carriedOver` 上年结转资金, `other` 其他资金.
  public var line: String
  /// The cells of the line that are not blank.
  public private(set) var cells: [Column: String]

  /// A column of the budget table; the raw value is its key in the interchange format.
  public enum Column: String, Sendable, Hashable, CaseIterable {
    /// 年初预算数.
    case initial
    /// 全年(调整后)预算数.
    case adjusted
    /// 全年执行数.
    case executed
    /// 分值.
    case weight
    /// 执行率.
    case rate
    /// 得分.
    case score

    /// Its place in `allCases`.
    var ordinal: Int {
      switch self {
      case .initial: 0
      case .adjusted: 1
      case .executed: 2
      case .weight: 3
      case .rate: 4
      case .score: 5
      }
    }
  }

  public init(line: String, cells: [Column: String] = [:]) {
    self.line = line
    self.cells = cells.filter { !$0.value.isEmpty }
  }

  /// The printed text of a cell; an empty text clears it.
  public subscript(_ column: Column) -> String? {
    get { cells[column] }
    set { cells[column] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }
}
