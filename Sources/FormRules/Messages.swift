import FoundationEssentials

/// Everything this room says to people besides what stands in `Rules/`.
enum Messages {
  static let oneCheckOnly = "一条规则只能有一个 check"
  static let missingDates = "起止日期没有填全，无法判断是否跨年"
  static let emptyRuleFile = "规则文件是空的"
  static let needsRule = "至少写一项要求"
  static func wrongID(_ id: String, name: String) -> String { "id 是“\(id)”，文件名却是“\(name).yaml”，两者应当相同" }
  static func twice(_ id: String, path: String) -> String { "规则“\(id)”已在 \(path) 中" }
  static func unknownUnless(_ id: String) -> String { "unless 里的规则“\(id)”不存在" }
  static func unread(_ label: String) -> String { "“\(label)”读不出数，无法判断" }
  static func blank(_ label: String) -> String { "“\(label)”没有填，无法判断" }
  static func doubtful(_ label: String) -> String { "“\(label)”与起止日期不合，无法判断" }
  static func partlyBlank(_ label: String) -> String { "“\(label)”没有填全，无法判断" }
  static func gap(_ difference: Decimal) -> String { difference < 0 ? "少 \(-difference)" : "多 \(difference)" }
  static let noMoneyUnit = "金额单位没有写明，无法比较"
  static let allRows = "所有指标都"
  static func state(_ text: String?) -> String { text.map { "现在是\(quoted($0))" } ?? "现在没有填" }
  static func quoted(_ text: String) -> String { "“\(text)”" }
  static let separator = "、"
}
