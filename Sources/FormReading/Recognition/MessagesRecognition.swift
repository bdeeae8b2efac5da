/// What the recogniser says about cells.
extension Messages {
  static let hiddenCell = "隐藏的行、列或单元格"
  static let hiddenSheet = "隐藏的工作表"
  static let hiddenText = "隐藏或划掉的文字"
  static let labelBracket = "栏目名括号里的内容，表里没有放它的地方"
  static let secondLevelPoints = "二级指标的分值，表里没有放它的地方"
  static let otherTitle = "标题上面的另一个标题"
  static let secondValue = "这一栏前面已经有值"
  static let valueForName = "像是指标值，不像指标名称"
  static let rowWithoutPoints = "没有分值，也许不是指标"
  static let reachingValue = "这一格也合并了下一行，下一行没有照抄"
  static let wideValue = "这一格也合并了右边一栏，右边没有照抄"
  static let rowWithoutName = "这一行没有指标名称"
  static let formulaNotCounted = "公式还没有算出结果；用 Excel 或 WPS 打开，保存一次"
  static let formulaOfNumbers = "是公式算出的数，原来想写的也许不是它"

  static func otherUnit(than unit: String) -> String { "金额单位和前面的“\(unit)”不同" }
  static let periodTarget = "整个实施周期的指标值，年度表里没有这一栏"
  static let targetQuality = "指标性质，不是指标值的一部分"
  static let executionPoints = "预算执行率的分值，不属于绩效指标"
  static let pointsLine = "各一级指标的分值之和，由各行算得"
  static let cutText = "印出来的字正好占满格子，后面（或前面）可能还有字没有印出来，请对照原件"
  static let continuedRow = "接在上一行后面，上一行这一栏是空的"

  static func inferredLevel(_ name: String) -> String { "没有印出一级指标，按二级指标归入“\(name)”" }

  static func repeatedEnd(of name: String) -> String { "像是“\(name)”换页后重复的字" }
}
