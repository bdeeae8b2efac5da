import FormModel
import FoundationEssentials

/// What is said about the documents beside a form.
extension Messages {
  static let narrativeFile = "经费说明.txt"
  static let lastYearFile = "去年.yaml"
  static let lastYear = "去年"
  static func ofYear(_ year: Int) -> String { "\(year)年" }
  static func notLastYear(_ name: String, _ own: Int, _ year: Int) -> String {
    "\(name) 是 \(own) 年的表，不在 \(year) 年之前，无法比较"
  }
  static func otherUnit(_ name: String, than when: String) -> String {
    "“\(name)”的单位与\(when)的不同，无法比较"
  }
  static func noAmounts(_ when: String) -> String { "本年或\(when)的金额读不出，无法比较" }
  static func severalAmounts(_ name: String) -> String { "\(name) 里有几个金额，看不出哪个是本年的" }
  static func noSection(_ name: String, _ heading: String) -> String {
    "\(name) 里找不到“\(heading)”，无法比较"
  }
  static func noPeriod(_ name: String) -> String { "\(name) 里没有读出起止时间，无法比较" }
  static func severalPeriods(_ name: String) -> String { "\(name) 里有几段时间，看不出哪个是项目的" }
  static let missingPeriod = "表里的起止日期没有填全，无法比较"

  static func period(_ period: PeriodInText) -> String {
    self.period(text(of: period.start), text(of: period.end))
  }
  static func period(_ start: String, _ end: String) -> String { start == end ? start : "\(start)至\(end)" }
  private static func text(of point: PeriodInText.Point) -> String {
    "\(point.year)年" + (point.month.map { "\($0)月" } ?? "") + (point.day.map { "\($0)日" } ?? "")
  }

  /// Where in a narrative; a line's column says nothing.
  static func place(_ location: SourceLocation) -> String {
    if case .text(let line, _) = location { "第 \(line) 行" } else { "\(location)" }
  }

  /// `少 12.5%`, `多 30%`.
  static func change(from before: Decimal, to now: Decimal) -> String {
    guard before != 0 else { return gap(now - before) }
    let share = abs((now - before) / before * 100).rounded(decimals: 1)
    return (now < before ? "少 " : "多 ") + "\(share)%"
  }
}
