import FormComparison
import FoundationEssentials

/// What the web pages of comparisons say.
extension Messages {
  static let htmlComparison = "网页文件夹：目录可排序、筛选，一个项目一页，可打印"
  static let csvComparison = "电子表格能打开，一行一条指标"
  static let comparisonHeads = [
    "项目名称", "实施单位", "年度", "一级指标", "二级指标", "批复的指标", "自评的指标", "配对", "批复的指标值", "自评的指标值", "实际完成值", "改动", "方向",
    "批复的分值", "自评的分值", "自评得分", "按批复重算", "按自评重算", "算式", "偏差原因",
    "本类按批复得分", "本类按自评得分",
  ]
  static func name(of rung: IndicatorMatching.Rung) -> String {
    switch rung {
    case .exact: "同名"
    case .folded: "去掉空格和虚词后同名"
    case .similar: "相近"
    case .chosen: "人工认定"
    }
  }
  static let xlsxComparison = "Excel 工作簿：对照、变动、得分各一张，文件夹先有汇总"
  static let docxComparison = "Word 文档：对照、变动、得分，可打印"
  static let summaryName = "汇总"
  static func name(of part: ComparisonSections.Part) -> String {
    switch part {
    case .pairs: "对照"
    case .changes: "变动"
    case .points: "得分"
    }
  }
  static func heads(of part: ComparisonSections.Part) -> [String] {
    switch part {
    case .pairs:
      [
        "一级指标", "二级指标", "批复的指标", "自评的指标", "配对", "批复的指标值", "自评的指标值", "实际完成值", "批复的分值", "自评的分值", "偏差原因",
      ]
    case .changes: ["变动", "对象", "方向", "批复", "自评", "说明", "所在"]
    case .points: ["类别", "指标", "批复的分值", "自评的分值", "自评得分", "按批复重算", "按自评重算", "算式（按批复）", "算式（按自评）"]
    }
  }
  static func named(_ project: String, year: String) -> String {
    year.isEmpty ? project : "\(project)（\(year)）"
  }
  static let subtotal = "小计"
  static let executionName = "预算执行率"
  static let totalName = "总分"
  static func outOfHundred(_ total: TwofoldPoints.Total) -> String {
    [total.outOfHundred.map { "折合 \($0) 分" }, total.grade].compactMap { $0 }.joined(separator: "，")
  }
  static let noRows = "没有"
  static func notDecided(_ confidence: Int) -> String { "待认定，把握 \(confidence)%" }
  static let backToComparisons = "返回目录"
  static let printedShort = "自评总分"
  static let onOwnShort = "按自评口径"
  static let onApprovedShort = "按批复口径"
  static let worthShort = "改动的影响"
  static let unknown = "算不出"
  static let notEvaluated = "没有自评"
  static let levelsHeading = "各类指标得分"
  static func level(_ name: String, approved: String?, own: String) -> String {
    approved.map { "\(name)：按批复 \($0)，按自评 \(own)" } ?? "\(name)：\(own)"
  }
  static func unknownRows(_ count: Int) -> String { count == 0 ? "" : "（\(count) 条算不出）" }
  static let attainmentHeading = "各条指标"
  static let rowHeads = ["类别", "指标", "指标值", "完成值", "完成程度", "得分怎样算出来"]
  static func attained(_ percent: String, isMet: Bool) -> String {
    "\(percent)%，\(isMet ? "达到" : "没有达到")"
  }
  static func pageCut(_ most: Int) -> String { "内容太多，每部分只列出前 \(most) 条；全部内容见 --format json" }

  // MARK: Index

  static let gradesHeading = "等级分布（按自评口径重算）"
  static let deviationsHeading = "差得最多的项目"
  static let listHeading = "全部项目"
  static let indexHeads = ["项目", "单位", "年度", "自评总分", "重算", "按批复", "差", "等级", "改动", "放宽", "待认定", "意见"]
  static let search = "查找项目或单位"
  static let onlyChanged = "只看有改动的"
  static let onlyOpen = "只看待认定的"
  static let allUnits = "全部单位"
  static let needsScript = "这一页的表由脚本列出，请允许脚本运行；每个项目另有一页。"
  static let previousPage = "上一页"
  static let nextPage = "下一页"
  static func comparisons(_ count: Int, changed: Int, loosened: Int, open: Int) -> String {
    "共 \(count) 个项目：\(changed) 个有改动，其中 \(loosened) 个放宽了目标；\(open) 个有待认定的配对"
  }
  static func deviation(worth: Decimal?, printed: Decimal?) -> String {
    var parts: [String] = []
    if let worth, worth != 0 { parts.append("改动使得分\(worth > 0 ? "多出" : "少了") \(abs(worth)) 分") }
    if let printed, printed != 0 { parts.append("自评总分比重算\(printed > 0 ? "多" : "少") \(abs(printed)) 分") }
    return parts.joined(separator: "；")
  }
}
