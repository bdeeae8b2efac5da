import FormModel

/// The words of reports.
extension Messages {
  // Formats
  static let humanPurpose = "给人看：画出所在的行，标出有问题的格"
  static let concisePurpose = "一行一条"
  static let jsonReportPurpose = "一个 JSON，每张表都在内，末尾有小结"
  static let ndjsonReportPurpose = "一行一条的 JSON"
  static let sarifPurpose = "SARIF 2.1.0，供代码平台和编辑器"
  static let gitHubPurpose = "GitHub 工作流的批注"
  static let jUnitPurpose = "JUnit XML，供持续集成"
  static let csvReportPurpose = "一行一条的表格"
  static let markdownReportPurpose = "Markdown 表格，可贴进邮件和网页"
  static let htmlReportPurpose = "网页文件夹：一个目录，每张表一页"

  // Findings
  static let noFindings = "没有问题"
  static let isNew = "（新）"
  static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "错误"
    case .warning: "警告"
    case .info: "提示"
    }
  }
  static func name(of state: BaselineState) -> String {
    switch state {
    case .new: "新增"
    case .unchanged: "未变"
    }
  }
  static func help(_ finding: Finding) -> String { "怎么改（\(name(of: finding.remedy))）：\(finding.help)" }
  static func name(of remedy: Remedy) -> String {
    switch remedy {
    case .safe: "只改写法"
    case .needsYou: "要人定"
    }
  }
  static func suggestedWording(_ text: String) -> String { "可写成：\(text)" }
  static func basis(_ basis: Basis) -> String { "依据：\(basis.document)" }
  static func explain(_ rule: String) -> String { "规则：jixiao rules explain \(rule)" }
  static func foundAndExpected(_ finding: Finding) -> String? {
    let parts = [finding.found.map { "现在：\($0)" }, finding.expected.map { "应为：\($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "　")
  }

  // Sums
  static func formLine(_ form: CheckedForm) -> String {
    guard form.isReadable else { return "\(form.name)：读不了" }
    let name = form.project.map { "（\($0)）" } ?? ""
    let answered = form.answered.isEmpty ? "" : "，免检 \(form.answered.count)"
    return "\(form.name)\(name)：错误 \(form.count(of: .error))，警告 \(form.count(of: .warning))，"
      + "提示 \(form.count(of: .info))\(answered)"
  }
  static let byRule = "按规则"
  static let sumHeading = "小结"
  static func inForms(_ count: Int) -> String { "\(count) 张表" }
  static func sum(_ summary: ReportSummary) -> String {
    var parts = [
      "查了 \(summary.forms) 张表：错误 \(summary.errors)，警告 \(summary.warnings)，提示 \(summary.infos)",
      "\(summary.clean) 张没有问题",
    ]
    if summary.answered > 0 { parts.append("免检 \(summary.answered) 条") }
    if summary.tally != RuleTally() {
      parts.append(
        "规则有意见 \(summary.tally.withFindings)，通过 \(summary.tally.passed)，"
          + "不适用 \(summary.tally.notApplicable)，不能判断 \(summary.tally.cannotTell)")
    }
    if summary.unreadable > 0 { parts.append("\(summary.unreadable) 处读不了") }
    if let baseline = summary.baseline {
      parts.append("比基线新增 \(baseline.new)，未变 \(baseline.unchanged)，消除 \(baseline.gone)")
    }
    return parts.joined(separator: "；")
  }

  // Tables
  static let markdownHeads = ["级别", "位置", "意见", "现在", "应为", "怎么改", "依据", "规则"]
  static let csvHeads = [
    "文件", "第几张", "项目名称", "文件位置", "表内位置", "级别", "规则", "意见", "现在", "应为", "怎么改", "可写成", "依据",
    "与基线比", "改法", "改成",
  ]

  // Pages
  static let indexTitle = "绩效表检查意见"
  static let searchLabel = "查找"
  static let searchHint = "项目或文件名"
  static let ruleHead = "规则"
  static let allRules = "全部"
  static let projectHead = "项目"
  static let fileHead = "文件"
  static let titleHead = "查什么"
  static let levelHead = "级别"
  static let findingsHead = "意见"
  static let formsHead = "表"
  static let backToIndex = "返回目录"
  static let wholeForm = "整张表"
  static func pageOf(_ number: Int, _ count: Int) -> String { "第 \(number) 页，共 \(count) 页" }
  static func leftOut(_ count: Int) -> String { "另有 \(count) 条意见没有列在这一页，请看 --format ndjson 的输出" }
  static let tableLeftOut = "表太大，没有画在这一页"
}

extension ReportSummary {
  /// The sum in one line, as reports for people end.
  public var text: String { Messages.sum(self) }
}

extension CheckedForm {
  /// The form and how many findings it has, in one line.
  public var summaryLine: String { Messages.formLine(self) }
}
