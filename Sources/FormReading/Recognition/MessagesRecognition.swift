/// What the recogniser says about cells.
extension Messages {
  static let hiddenCell = "隐藏的行或列"
  static let periodTarget = "整个实施周期的指标值，年度表里没有这一栏"
  static let targetQuality = "指标性质，不是指标值的一部分"
  static let executionPoints = "预算执行率的分值，不属于绩效指标"
  static let pointsLine = "各一级指标的分值之和，由各行算得"
  static let continuedRow = "接在上一行后面，上一行这一栏是空的"

  static func inferredLevel(_ name: String) -> String { "没有印出一级指标，按二级指标归入“\(name)”" }

  static func repeatedEnd(of name: String) -> String { "像是“\(name)”换页后重复的字" }
}
