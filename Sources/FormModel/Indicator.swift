/// One row of 绩效指标: a 三级指标 with its levels, target, weight and, at year-end, result.
public struct Indicator: Sendable, Hashable {
  /// 一级指标.
  public var level1: String
  /// 一级指标 points printed in the level cell ("产出目标(34)"), 2019-style forms only.
  public var level1Weight: Score?
  /// 二级指标; `nil` in forms that have two levels only.
  public var level2: String?
  /// 三级指标: the indicator's name.
  public var level3: String
  /// 指标值 (年度指标值).
  public var target: TargetValue?
  /// 实际完成值.
  public var actual: TargetValue?
  /// 分值 (权重), in points of the form's total.
  public var weight: Score?
  /// 得分 (自评分).
  public var score: Score?
  /// 偏差原因分析及改进措施, or 备注.
  public var note: String?
  /// Explanatory columns that only some layouts have, by column, as printed.
  public private(set) var details: [IndicatorColumn: String]

  public init(
    level1: String, level1Weight: Score? = nil, level2: String? = nil, level3: String,
    target: TargetValue? = nil, actual: TargetValue? = nil, weight: Score? = nil,
    score: Score? = nil, note: String? = nil, details: [IndicatorColumn: String] = [:]
  ) {
    let filled = details.isEmpty ? details : details.filter { !$0.value.isEmpty }
    self.level1 = level1
    self.level1Weight = level1Weight
    self.level2 = level2
    self.level3 = level3
    self.target = target
    self.actual = actual
    self.weight = weight
    self.score = score
    self.note = note
    self.details = filled
  }

  /// The printed text of any column. Setting `nil` or an empty text clears it; a level or the name
  /// becomes empty, everything else absent.
  public subscript(_ column: IndicatorColumn) -> String? {
    get {
      switch column {
      case .level1: level1
      case .level1Weight: level1Weight?.text
      case .level2: level2
      case .level3: level3
      case .target: target?.text
      case .actual: actual?.text
      case .weight: weight?.text
      case .score: score?.text
      case .note: note
      default: details.isEmpty ? nil : details[column]
      }
    }
    set {
      let text = newValue.flatMap { $0.isEmpty ? nil : $0 }
      switch column {
      case .level1: level1 = text ?? ""
      case .level1Weight: level1Weight = text.map(Score.init)
      case .level2: level2 = text
      case .level3: level3 = text ?? ""
      case .target: target = text.map { TargetValue($0) }
      case .actual: actual = text.map { TargetValue($0) }
      case .weight: weight = text.map(Score.init)
      case .score: score = text.map(Score.init)
      case .note: note = text
      default: details[column] = text
      }
    }
  }
}

extension [Indicator] {
  /// The printed text of a cell, as `self[row][column]`, which copies the whole row.
  public func cell(_ row: Int, _ column: IndicatorColumn) -> String? {
    switch column {
    case .level1: self[row].level1
    case .level1Weight: self[row].level1Weight?.text
    case .level2: self[row].level2
    case .level3: self[row].level3
    case .target: self[row].target?.text
    case .actual: self[row].actual?.text
    case .weight: self[row].weight?.text
    case .score: self[row].score?.text
    case .note: self[row].note
    default: self[row].details.isEmpty ? nil : self[row].details[column]
    }
  }
}

/// A row is coded as its printed cells by column key, `{"level3": "设备数", "target": "≥6台"}`.
extension Indicator: Codable {
  public init(from decoder: any Decoder) throws {
    let cells = try decoder.singleValueContainer().decode([String: String].self)
    self.init(level1: "", level3: "")
    for (key, text) in cells {
      if let column = IndicatorColumn(rawValue: key) { self[column] = text }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var cells: [String: String] = [:]
    for column in IndicatorColumn.allCases { cells[column.rawValue] = self[column] }
    var container = encoder.singleValueContainer()
    try container.encode(cells)
  }
}
