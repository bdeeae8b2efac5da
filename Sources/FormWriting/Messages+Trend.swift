import FormComparison
import FormModel
import FoundationEssentials

/// What reports over several years say.
extension Messages {
  /// The words of `jixiao trend`.
  enum Trend {
    static let human = "给人看的：要说的、各年预算与总分、每条指标各年的数"
    static let markdown = "Markdown，可贴到网页、邮件里"
    static let json = "给其他程序读"
    static let csv = "电子表格能打开，一行是一条指标的一年"
    static let html = "网页，带折线图，可打印"
    static let title = "绩效指标历年对照"

    static func extent(_ years: [Int], targets: Int, evaluations: Int, indicators: Int) -> String {
      let span = [years.first, years.last].compactMap { $0.map { "\($0)" } }
      return
        "\(span.joined(separator: "—")) 年，共 \(years.count) 年：申报表 \(targets) 张，自评表 \(evaluations) 张，指标 \(indicators) 条"
    }
    static let nothing = "各年之间没有要说的"
    static func sayings(_ count: Int) -> String { "要说的 \(count) 处" }
    static let yearsHeading = "各年预算与总分"
    static let indicatorsHeading = "各条指标"
    static let ofOneYear = "只有一年的表，没有可比的"
    static let undated = "没有写年度的表，没有放进来"
    static let yearHeads = ["年度", "有哪些表", "批复金额", "全年执行数", "执行率", "总分（重算）"]
    static let lineHeads = ["指标", "类别", "年度", "指标值", "实际完成值", "完成程度", "得分", "说明"]
    static let pageHeads = ["指标", "走势", "年度", "指标值", "实际完成值", "完成程度", "得分", "说明"]
    static let csvHeads = [
      "项目名称", "实施单位", "一级指标", "二级指标", "指标", "年度", "当年名称", "指标值", "自评表的指标值", "实际完成值", "完成百分比", "是否达到",
      "分值", "自评得分", "按批复重算", "按自评重算", "与上一年的配对", "把握", "历年",
    ]
    static let targetKey = "指标值"
    static let actualKey = "实际完成值"
    static func chart(_ name: String) -> String { "“\(name)”各年的指标值和实际完成值" }
    static func indicator(_ name: String, _ level: String) -> String {
      level.isEmpty ? name : "\(name)（\(level)）"
    }

    static func forms(hasTarget: Bool, hasEvaluation: Bool) -> String {
      hasTarget && hasEvaluation ? "申报表、自评表" : hasTarget ? "申报表" : "自评表"
    }
    static func points(_ points: Decimal, _ grade: String?) -> String {
      "\(points) 分" + (grade.map { " \($0)" } ?? "")
    }
    static func printed(_ points: Decimal) -> String { "（自评 \(points)）" }
    static func onApproved(_ points: Decimal) -> String { "，按批复 \(points)" }
    static func granted(_ text: String) -> String { "批复 \(text)" }
    static func executed(_ text: String, _ rate: String) -> String {
      rate.isEmpty ? "执行 \(text)" : "执行 \(text)，执行率 \(rate)"
    }
    static func scored(_ text: String) -> String { "总分 \(text)" }
    static func row(_ points: Decimal, of weight: Decimal?) -> String {
      weight.map { "\(points) / \($0) 分" } ?? "\(points) 分"
    }
    static func attained(isMet: Bool) -> String { isMet ? "达到" : "没有达到" }
    static func yes(_ isMet: Bool) -> String { isMet ? "是" : "否" }
    static func called(_ name: String) -> String { "当年叫“\(name)”" }
    static func ownTarget(_ text: String) -> String { "自评表写作 \(text)" }
    static func joined(_ link: FormComparison.Trend.Link) -> String {
      "与上一年\(Messages.name(of: link.rung))（把握 \(link.confidence)%）"
    }

    static let same = "＝"
    static let alwaysOver = "年年超额"
    static func since(_ year: Int) -> String { "\(year) 年才有" }
    static func until(_ year: Int) -> String { "\(year) 年以后没有" }
    static func without(_ years: [Int]) -> String { "\(years.map { "\($0)" }.joined(separator: "、")) 年没有" }

    // MARK: What catches the eye

    static func ofYear(_ year: Int) -> String { "\(year) 年：" }
    static func ofYear(_ year: String) -> String { "\(year) 年 " }
    static func overshot(_ name: String, _ count: Int) -> String { "“\(name)”\(count) 年都超过目标较多，目标可能定低了" }
    static let overshotHelp = "怎么改（要人定）：按这几年的实际完成值定下一年的指标值，确是特殊情况的写明原因"
    static func result(_ year: Int, _ target: String, _ actual: String, _ attained: String) -> String {
      "\(year) 年 \(target) → \(actual)（\(attained)）"
    }
    static func came(_ name: String, _ year: Int) -> String { "“\(name)”\(year) 年才有" }
    static func went(_ name: String, _ year: Int) -> String { "“\(name)”\(year) 年以后没有了" }
    static func paused(_ name: String, _ years: [Int]) -> String {
      "“\(name)”\(years.map { "\($0)" }.joined(separator: "、")) 年没有，后来又有了"
    }
    static func doubt(_ doubt: FormComparison.Trend.Doubt) -> String {
      switch (doubt.kind, doubt.isTaken) {
      case (.same, _): "可能是同一条指标，没有连起来"
      case (.split, true): "一条拆成了几条"
      case (.split, false): Messages.maybeSplit
      case (.merged, true): "几条合成了一条"
      case (.merged, false): Messages.maybeMerged
      }
    }
    static func fromTo(_ older: String, _ newer: String) -> String { "\(older) → \(newer)" }
    static func openWithin(_ year: Int, _ count: Int) -> String {
      "\(year) 年的申报表与自评表有 \(count) 对指标待认定，没有配上：先用 jixiao compare 认定"
    }
    static func repeated(_ year: Int, _ kind: FormKind, _ names: [String], isSame: Bool) -> String {
      let form = kind == .target ? "申报表" : "自评表"
      return "\(year) 年的\(form)有 \(names.count) 张：\(names.joined(separator: "、"))，"
        + (isSame ? "内容相同" : "内容不同，用的是 \(names.first ?? "")；请去掉不要的")
    }
    static func names(_ names: [(name: String, years: [Int])]) -> String {
      "项目名称各年不同："
        + names.map { "\($0.years.map { "\($0)" }.joined(separator: "、")) 年“\($0.name)”" }.joined(
          separator: "；")
    }
  }
}
