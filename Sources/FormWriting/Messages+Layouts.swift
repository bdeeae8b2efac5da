import ChineseText
import FormModel
import OfficeFiles

/// What is said about a place's own layouts.
extension Messages {
  static let sentenceEnd = "。"

  // Names of placeholders
  static let formTitle = "表名"
  static let yearLineName = "年度行"
  static let number = "序号"
  static let measure = "数值"
  static let budgetLineName = "资金名称"

  /// The name of a field that its template does not know or that it calls like another one.
  static func placeholder(of key: FieldKey) -> String? {
    switch key {
    case .totalWeight: "分值合计"
    case .totalScore: "得分合计"
    case .projectOther: "其他资金（项目总额）"
    case .annualOther: "其他资金（年度）"
    default: label(of: key)
    }
  }

  static func name(of list: Placeholders.List) -> String {
    switch list {
    case .indicators: "指标"
    case .budget: "预算"
    }
  }

  static func names(of list: Placeholders.List) -> [String] {
    switch list {
    case .indicators: ["指标", "绩效指标"]
    case .budget: ["预算", "预算执行情况"]
    }
  }

  // The blank form
  static let blankYear = "　　　　年度"
  static func example(_ text: String) -> String { "例：\(text)" }
  static func demand(_ text: String) -> String { "要求：\(text)" }

  // Places
  static let textBox = "文本框"
  static let pageHead = "页眉 "
  static let pageFoot = "页脚 "
  static let footnote = "脚注 "
  static func paragraph(_ number: Int) -> String { "正文第 \(number) 段" }
  static func tableCell(_ table: Int, _ row: Int, _ cell: Int) -> String {
    "表格 \(table) 第 \(row) 行第 \(cell) 格"
  }

  // Placeholders
  static func unfinished(_ excerpt: String) -> String { "“\(excerpt)”的花括号没有成对" }
  static let strayBraces = "有多余的 }}"
  static let bracesRemedy = "占位符写成 {{项目名称}}，开头结尾各两个花括号，并且在同一段里"
  static func unknownPlaceholder(_ written: String) -> String { "没有 \(written) 这个占位符" }
  static func nearest(to name: String, _ known: [String]) -> String {
    closestMatch(to: name, among: known).map { "是不是 {{\($0)}}？" } ?? "改成下面列出的一个，或删去花括号"
  }
  static func knownPlaceholders(_ known: [String]) -> String {
    "可用的占位符：" + known.joined(separator: "、")
  }
  static func outsideList(_ written: String) -> String { "\(written) 是表格一行里的内容，这里不知道是哪一行" }
  static func insideList(_ list: String) -> String {
    "写在 {{#\(list)}} 和 {{/\(list)}} 之间：这两个放在要重复的那一行的第一格和最后一格"
  }
  static func listWithin(_ written: String) -> String { "\(written) 不能放在另一段重复里，也不能写成 {{^…}}" }
  static func unknownSign(_ written: String) -> String { "\(written) 的写法不支持" }
  static let signsRemedy = "可用的写法：{{名称}}、{{#指标}}…{{/指标}}（重复）、{{#名称}}…{{/名称}}（有内容才印）、{{^名称}}…{{/名称}}（没有内容才印）"
  static func neverClosed(_ written: String) -> String { "\(written) 没有结尾" }
  static func closing(_ name: String) -> String { "在要重复或取舍的内容后面写 {{/\(name)}}" }
  static func neverOpened(_ written: String) -> String { "\(written) 没有开头" }
  static func opening(_ name: String) -> String { "在要重复或取舍的内容前面写 {{#\(name)}}，或删去它" }
  static func wrongClose(_ written: String, open: String) -> String { "\(written) 与前面的 \(open) 不配对" }
  static func crossing(_ written: String) -> String { "\(written) 和它的结尾一个在表格里、一个在表格外，或隔着超链接" }
  static let overlapping = "几对 {{#…}} {{/…}} 互相交叉"
  static let crossingRemedy = "开头和结尾放在同一段里，或同一张表格的格里，或都放在表格外单独成段"

  // Files
  static func notWord(_ what: String) -> String { "不是能用的 Word 文件（\(what)）" }
  static func reason(_ error: OfficeFileError) -> String {
    switch error {
    case .notAnArchive: "内容不是 .docx"
    case .encrypted: "有密码"
    case .damaged: "文件不完整"
    case .missingPart(let part): "缺少 \(part)"
    case .malformed(let part, let line): "\(part) 第 \(line) 行不合 XML 格式"
    default: "\(error)"
    }
  }
  static let notWordRemedy = "用 Word、WPS 或 LibreOffice 打开，另存为 .docx"
  static let hasMacros = "文件里有宏"
  static let macrosRemedy = "另存为不带宏的 .docx"
  static let hasComments = "文件里有批注，会带着批注人的姓名随每份表一起发出去"
  static let commentsRemedy = "在“审阅”里删除所有批注后再保存"
  static let hasRevisions = "文件里有修订痕迹"
  static let revisionsRemedy = "在“审阅”里接受或拒绝所有修订，并关闭修订后再保存"
  static func hasLink(_ target: String) -> String { "文件引用了外面的文件 \(target)" }
  static let linkRemedy = "把图片等内容直接插入文件，不要用链接"

  /// All problems in the order of the document, then the names that there are.
  static func faultyDocument(_ path: String, _ problems: [LayoutProblem]) -> String {
    var lists: [[String]] = []
    for problem in problems where !problem.known.isEmpty && !lists.contains(problem.known) {
      lists.append(problem.known)
    }
    return
      (["Word 版式 \(path) 有 \(problems.count) 处要改："]
      + (problems.map(\.text) + lists.map(knownPlaceholders)).map { "  \($0)" }).joined(separator: "\n")
  }
}
