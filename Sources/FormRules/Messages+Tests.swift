/// What is said about the tests of rules.
extension Messages {
  static let earlierForm = "前一张.yaml"
  static let thisForm = "这一张.yaml"
  static func list(_ parts: [String]) -> String { parts.isEmpty ? "没有意见" : parts.joined(separator: "；") }
  static func spoke(_ rule: String, _ message: String) -> String { "\(rule)：\(message)" }
  static func oneOf(_ words: [String]) -> String { "模板是 \(words.joined(separator: "、")) 之一" }
  static func noExampleForm(template: String) -> String { "没有模板“\(template)”，或没有它的范例 example.yaml" }
  static func onlySpeak(_ rules: [String]) -> String {
    rules.isEmpty ? "没有一条规则有意见" : "有意见的正好是 \(rules.joined(separator: "、"))（别的规则也该有意见的，写进 also）"
  }
  static let sameWhenRetyped = "换一种打法，结论不变"
  static func retyped(_ amplification: Amplification, isFlagged: Bool) -> String {
    let way =
      switch amplification {
      case .fullWidth: "改成全角数字和符号"
      case .asciiSigns: "≥ 写成 >=、括号写成半角"
      case .blanks: "格里前后加空格"
      }
    return way + (isFlagged ? "就没有意见了" : "就有了意见")
  }
  static func silentOnClean(_ template: String) -> String { "对 \(template) 的范例没有意见" }
  static func atLeast(_ count: Int, of key: String) -> String { "至少 \(count) 个 \(key) 例子" }
  static func shortTitle(_ count: Int) -> String { "title 不超过 \(count) 字" }
  static func characters(_ count: Int) -> String { "\(count) 字" }
  static func filled(_ key: String) -> String { "写明 \(key)" }
  static let blankText = "空的"
  static let noCircle = "unless 不绕成圈"
}
