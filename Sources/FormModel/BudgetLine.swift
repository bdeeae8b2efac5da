/// One line of 预算执行情况 in a self-evaluation; all texts as printed, money in the form's unit.
public struct BudgetLine: Sendable, Hashable {
  /// Which line: `total` 年度资金总额, `currentYear` 当年财政拨款, `carriedOver` 上年结转资金, `other` 其他资金.
  public var line: String
  /// By column; empty as long as all cells are blank.
  private var texts: [String?] = []

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

    /// How many there are.
    static let count = 6

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
    for (column, text) in cells { self[column] = text }
  }

  /// The cells of the line that are not blank.
  public var cells: [Column: String] {
    Dictionary(
      uniqueKeysWithValues: Column.allCases.compactMap { column in self[column].map { (column, $0) } })
  }

  /// The printed text of a cell; an empty text clears it.
  public subscript(_ column: Column) -> String? {
    get { texts.isEmpty ? nil : texts[column.ordinal] }
    set {
      let text = newValue.flatMap { $0.isEmpty ? nil : $0 }
      if texts.isEmpty {
        if text == nil { return }
        texts = Array(repeating: nil, count: Column.count)
      }
      texts[column.ordinal] = text
      if text == nil, texts.allSatisfy({ $0 == nil }) { texts = [] }
    }
  }
}
