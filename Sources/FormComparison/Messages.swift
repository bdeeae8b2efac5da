import FormModel
import FormScoring
import FoundationEssentials

/// What this room says to people.
enum Messages {
  static let days = "天"
  static let points = "分"
  /// How a year stands in the name of a project, longest first.
  static func yearWords(_ year: Int) -> [String] { ["\(year)年度", "\(year)年", "\(year)"] }
  static func list(_ texts: [String]) -> String { texts.joined(separator: "；") }

  // MARK: Arithmetic

  static func met(_ target: String, _ actual: String, _ weight: Decimal) -> String {
    "实际 \(actual)，达到 \(target)，得满分 \(weight)"
  }
  static func missed(_ target: String, _ actual: String) -> String { "实际 \(actual)，没有达到 \(target)，没有规定怎样扣分" }
  static func notZero(_ actual: String, _ weight: Decimal) -> String {
    "目标为 0，实际 \(actual)，不得满分 \(weight)，没有规定扣多少"
  }
  static func share(_ part: Decimal, _ whole: Decimal, _ weight: Decimal, _ points: Decimal) -> String {
    "\(part) ÷ \(whole) × \(weight) = \(points)"
  }
  static func linear(_ actual: Decimal, _ target: Decimal, _ weight: Decimal, _ points: Decimal) -> String {
    "(1 − (\(actual) − \(target)) ÷ \(target)) × \(weight) = \(points)"
      + (points == 0 ? "（不低于 0）" : "")
  }
  static func band(_ name: String, _ from: Decimal, _ to: Decimal, _ weight: Decimal) -> String {
    "“\(name)”：\(weight) × \(from)%～\(to)% = \(weight * from / 100)～\(weight * to / 100)"
  }
  static let exempt = "不适用，不计入总分"
  static func noWeight(_ text: String?) -> String { text.map { "分值“\($0)”不是数，无法计算" } ?? "没有分值，无法计算" }
  static func lost(_ weight: Decimal) -> String { "批复的指标没有自评，\(weight) 分全部不得" }

  static func reason(_ reason: Attainment.Undecided, target: String?, actual: String?) -> String {
    switch reason {
    case .targetMissing: "没有指标值，无法计算"
    case .actualMissing: "没有实际完成值，无法计算"
    case .actualNotNumeric: "实际“\(actual ?? "")”不是数，无法与 \(target ?? "") 比较"
    case .unitsDiffer: "实际 \(actual ?? "") 与目标 \(target ?? "") 单位不同，无法换算"
    case .noDirection: "目标 \(target ?? "") 没有计算符号，实际 \(actual ?? "") 与它不等，看不出好坏"
    case .unknownAnswer: "目标“\(target ?? "")”是定性的，实际“\(actual ?? "")”不是规定的评价用语"
    case .maybeFraction: "实际 \(actual ?? "") 没有写 %，可能是小数，无法计算"
    }
  }

  static func given(_ points: Decimal, difference: Decimal?) -> String {
    guard let difference else { return "，自评 \(twoPlaces(points))，偏高" }
    return difference == 0
      ? "，自评 \(twoPlaces(points))，一致" : "，自评 \(twoPlaces(points))，差 \(signed(difference))"
  }
  static func given(_ points: Decimal) -> String { "，照自评计 \(twoPlaces(points))" }

  static func line(
    of execution: Execution, weight: Decimal, points: Decimal?, printed: Decimal?
  ) -> String {
    guard let percent = execution.percent, let points else { return "预算数为 0，执行率无法计算" }
    let own = printed.map { given($0, difference: $0 - points) } ?? ""
    let rate = percent.truncated(decimals: 2)
    let sign = rate == percent ? "=" : "≈"
    return "\(execution.executed) ÷ \(execution.budget) \(sign) \(rate)%，× \(weight) = \(points)" + own
  }

  /// With at least two decimals, as points are printed: 4 → 4.00.
  static func twoPlaces(_ value: Decimal) -> String {
    let text = "\(value)"
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    return decimals >= 2 ? text : text + String(repeating: "0", count: 2 - decimals)
  }

  /// With its sign: +0.92, −0.92.
  static func signed(_ value: Decimal) -> String {
    value < 0 ? "−\(twoPlaces(-value))" : "+\(twoPlaces(value))"
  }
}
