import FormModel
import FormRules
import FormTemplates

/// What is said about rules, their tests and their examples.
extension Messages {
  static let rulesUsage = "用法：jixiao rules，jixiao rules explain 规则，或 jixiao rules test [文件夹]"
  static func unknownRule(_ id: String, near rules: RuleSet) -> String {
    unknownRule(id, didYouMean: RuleNames(rules).nearest(id))
  }
  static let isOff = "不查"
  static func offBecause(_ reason: String) -> String { "（\(reason)）" }

  enum Explain {
    static let what = "查什么"
    static let level = "级别"
    static let why = "为什么"
    static let basis = "依据"
    static let wrong = "错例"
    static let right = "对例"
    static let remedy = "怎么改"
    static let suppress = "怎么免检"
    static func document(_ basis: Basis) -> String { "\(basis.document)（\(name(of: basis.certainty))）" }
    static let fixable = "只改写法的，jixiao lint --fix 可以代改"
    static func scope(_ rule: Rule) -> String {
      let forms = rule.appliesTo.map { $0 == .target ? "申报表" : "自评表" }.joined(separator: "、")
      return "用于\(forms)；\(rule.isLive ? "填报时就提醒" : "整张表填完才查")"
    }
    static func change(_ change: RuleAdjustment, in template: String) -> String? {
      if let reason = change.offReason { return "\(template)：不查，\(reason)" }
      if let severity = change.severity { return "\(template)：\(Messages.name(of: severity))" }
      return nil
    }
    static func unchanged(_ severity: Severity, in template: String) -> String {
      "\(template)：\(Messages.name(of: severity))"
    }
    static func notFor(_ template: String) -> String { "\(template)：不适用于这种表" }
    static func onTemplate(_ id: String) -> String { "  （模板 \(id)）" }
    static func asOf(_ day: String) -> String { "  （监控日期 \(day)）" }
    static func earlier(_ lines: [String]) -> String {
      (["· 同时检查的另一张表："] + lines.map { "  \($0)" }).joined(separator: "\n")
    }
    static func emptyLevel(_ level: String) -> String { "· \(level)：有标题，没有指标" }
    static func cleared(_ label: String) -> String { "（\(label)空着）" }
    static func suppression(_ id: String, path: String?, until year: String?) -> String {
      let place = path.map { "    位置: \($0)\n" } ?? ""
      return """
        填报时输入 :说明 理由；或写进 YAML 草稿（位置照意见里的写，不写就是整张表；过了截止日就不算数）：
        免检:
          - 规则: \(id)
        \(place)    理由: 为什么这一处可以不改
            责任人: 姓名
            截止: \(year.flatMap(fourDigitYear).map { "\($0)" } ?? "2027")-12-31
        """
    }
  }
  static func narrativeExample(_ lines: [String]) -> String { "· 经费说明：\(lines.joined(separator: "｜"))" }
  static func lastYearExample(_ lines: [String]) -> String {
    lines.isEmpty
      ? "· 去年的表：与今年相同" : (["· 去年的表："] + lines.map { "  \($0)" }).joined(separator: "\n")
  }
  static let emptyExample = "· 没有指标"
  static func points(_ text: String) -> String { "\(text) 分" }
  static func withoutExample(_ level: String) -> String { "· 没有\(level)" }
  static func fieldExample(_ label: String, _ text: String?) -> String { "· \(label)：\(text ?? "空")" }

  // Tests
  static func noRules(_ folder: String) -> String {
    "\(folder) 里没有规则文件（类别/规则名.yaml 或 vocabulary/词表.yaml）"
  }
  static func brokenRule(_ text: String) -> String { "读不了  \(text)" }
  static func line(of report: RuleTestReport) -> String {
    let word = report.problems.isEmpty ? "通过　" : "不通过"
    return "\(word)  \(report.rule)  例子 \(report.examples)，连同换打法共 \(report.runs) 张表"
  }
  static func others(_ rules: [String]) -> String {
    "  例子里另有别的规则有意见：\(rules.joined(separator: "、"))"
  }
  static func text(of problem: RuleTestProblem, at place: String) -> String {
    "  \(place)" + (problem.expected.map { "\n    应为：\($0)" } ?? "") + "\n    实际：\(problem.found)"
  }
  static func sum(_ sum: RuleTestSum) -> String {
    "测了 \(sum.rules) 条规则、\(sum.examples) 个例子（\(sum.runs) 张表）：\(sum.rules - sum.failed) 条通过，\(sum.failed) 条不通过"
      + (sum.unreadable > 0 ? "；\(sum.unreadable) 个文件读不了" : "")
  }

  enum Coverage {
    static let kinds = "检查方式"
    static let examples = "例子的写法"
    static let gaps = "例子没有测到的"
    static let words = "词表"
    static let noGaps = "  没有：每个条件、参数去掉后，每个数字加减一档后，都有例子的结论随之改变"
    static let conditions = "去掉也不变的条件"
    static let parameters = "去掉也不变的参数"
    static let borders = "改一档也不变的界限"
    static func count(rules: Int, examples: Int) -> String { "\(rules) 条规则，\(examples) 个例子" }
    static func unused(_ kinds: [String]) -> String { "  没有用到：\(kinds.joined(separator: " "))" }
    static func words(used: Int, of count: Int, _ missing: [String], rest: Int) -> String {
      guard !missing.isEmpty else { return "\(used)/\(count)" }
      return "\(used)/\(count)，例子里没有：\(missing.joined(separator: "、"))"
        + (rest > 0 ? " 等 \(rest + missing.count) 个" : "")
    }
  }
}
