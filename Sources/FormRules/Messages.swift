import FormModel
import FormTemplates

/// Everything this room says to people besides what stands in `Rules/`.
enum Messages {
  static let oneCheckOnly = "一条规则只能有一个 check"
  static let missingDates = "起止日期没有填全，无法判断是否跨年"
  static let emptyRuleFile = "规则文件是空的"
  static let noListToChange = "没有同名的词表可以增减；新词表直接写成列表"
  static func notInList(_ word: String) -> String { "词表里没有“\(word)”，不用删去" }
  static let needsRule = "至少写一项要求"
  static func wrongID(_ id: String, name: String) -> String { "id 是“\(id)”，文件名却是“\(name).yaml”，两者应当相同" }
  static func twice(_ id: String, path: String) -> String { "规则“\(id)”已在 \(path) 中" }
  static func unknownUnless(_ id: String) -> String { "unless 里的规则“\(id)”不存在" }
  static func unread(_ label: String) -> String { "“\(label)”读不出数，无法判断" }
  static func unreadResult(_ name: String) -> String { "“\(name)”的实际完成值读不出做到多少，无法判断" }
  static func blank(_ label: String) -> String { "“\(label)”没有填，无法判断" }
  static func doubtful(_ label: String) -> String { "“\(label)”与起止日期不合，无法判断" }
  static func partlyBlank(_ label: String) -> String { "“\(label)”没有填全，无法判断" }
  static func gap(_ difference: Decimal) -> String { difference < 0 ? "少 \(-difference)" : "多 \(difference)" }
  static let noMoneyUnit = "金额单位没有写明，无法比较"
  static let allRows = "所有指标都"
  static func state(_ text: String?) -> String { text.map { "现在是\(quoted($0))" } ?? "现在没有填" }
  static func quoted(_ text: String) -> String { "“\(text)”" }
  static let separator = "、"

  /// How a printed number came about: `，相差是截到 2 位小数造成的`.
  static func habit(_ rounding: RoundingHabits.Rounding) -> String {
    let place = rounding.decimals == 0 ? "整数" : " \(rounding.decimals) 位小数"
    return "，相差是" + (rounding.way == .truncated ? "截到" : "四舍五入到") + place + "造成的"
  }
  static let roundedAmounts = "，相差在金额取整的范围内"
  static let otherReverse = "，是按另一种反向计分办法算的"
  static let eachRow = "各条指标"
  static let rowsAndExecution = "各条指标和预算执行率"
  /// In the larger unit where that is exact: `128 万元`, `10050 元`.
  static func yuan(_ amount: Decimal) -> String {
    let large = amount / 10000
    return amount >= 10000 && large.rounded(decimals: 4) == large ? "\(large) 万元" : "\(amount) 元"
  }
  static let tenThousandTimes = "，正好相差一万倍"
  static let otherUnits = "各行金额的单位不同，无法相加"
  static let farBehind = "严重落后（红）"
  static let behind = "落后（黄）"
  static let ahead = "超前（蓝）"
  static let met = "达到了指标值"
  static let missed = "没有达到指标值"
  static let lessThanWeight = "低于分值"
  static func lost(_ points: Decimal) -> String { "扣了 \(points) 分" }
  static func rows(_ count: Int) -> String { "\(count) 条指标" }
  static func hollow(_ word: String) -> String { "“\(word)”不是原因" }
  static let noMeasure = "没有写改进措施"
  static func copied(_ label: String) -> String { "与“\(label)”一字不差" }
  static func unknownGrade(_ text: String) -> String { "等级“\(text)”不在表样里，无法判断" }
  static func otherUnit(_ name: String) -> String { "“\(name)”的实际完成值与指标值单位不同，无法比较" }
  static func maybeFraction(_ name: String) -> String { "“\(name)”的实际完成值没有写 %，可能是小数，无法比较" }

  // MARK: Changes since the approval

  static let loosened = "，放宽了"
  static let tightened = "，收紧了"
  static let nothing = "空"
  static func extent(_ difference: Decimal, _ unit: String, _ percent: Decimal?) -> String {
    let share = percent.map { "（\($0 < 0 ? -$0 : $0)%）" } ?? ""
    return (difference < 0 ? "少 \(-difference)" : "多 \(difference)") + unit + share
  }
  static func toDecide(_ count: Int) -> String { "有 \(count) 处要先认定是不是同一条指标" }
  static let unitsDoNotConvert = "两张表的计量单位不能换算，无法比较"
  static let unitMissing = "有一张表没有写计量单位，无法比较"
  static let notNumbers = "有一张表没有填或读不出数，无法比较"
  static let columnMissing = "有一张表没有这一栏，无法比较"
}
