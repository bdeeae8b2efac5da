import FormModel
import FoundationEssentials

/// Everything the interview says.
enum Messages {
  enum Command {
    static let help = "列出命令，或说明一个命令"
    static let back = "回到上一问"
    static let skip = "这一问先不填；或不要去年的这一条"
    static let next = "到下一处问题"
    static let goto = "转到某处：栏目、字段、序号、指标名称"
    static let edit = "修改某处，原文留在行里"
    static let clear = "清空一格（空回车从不清空）"
    static let editor = "用 $EDITOR 编辑长文字"
    static let table = "显示整张表"
    static let progress = "各部分填到哪里"
    static let check = "列出全部问题"
    static let explain = "这条规则查什么、为什么、怎么改"
    static let reason = "说明理由，这一处免检"
    static let compare = "和另一张表对比（批复的申报表、自评表或上一稿）：改了什么"
    static let weights = "权重分配和剩余"
    static let even = "把剩余权重平均分给还没有权重的行"
    static let add = "增加一行指标"
    static let delete = "删除一行指标"
    static let move = "调整行的次序"
    static let undo = "撤销上一步（重新打开后也可以）"
    static let redo = "重做撤销的一步"
    static let export = "写出表格：.html .md .csv .json .yaml .txt"
    static let save = "立即保存（每个回答本来就已保存）"
    static let quit = "退出，下次从这里继续"
  }

  enum Origin {
    static let template = "模板"
    static let sameName = "与草稿同名"
    static let nextYear = "下一预算年度"
    static let budgetYear = "预算年度的起止"
    static func lastYear(_ year: Int?) -> String { year.map { "\($0) 年的表" } ?? "上一年的表" }
    static func yearAfter(_ year: Int) -> String { "\(year) 年的下一年" }
    static func remainder(of label: String) -> String { "“\(label)”的余额" }
    static func evenShare(left: Decimal) -> String { "平均分配，还剩 \(left) 分" }
  }

  enum Blank {
    static let keep = "回车保留，改写后回车更正"
    static let take = "回车采用"
    static let endGroup = "回车结束这一组"
    static let toOutput = "回车去输出；输入序号去修改"
    static let skip = "回车先跳过"
  }

  static let review = "检查"
  static let output = "输出"
  static let reviewMeaning = "交出之前，把还有的问题看一遍"
  static let outputMeaning = "把表写成文件；后缀决定格式：.html .md .csv .json .yaml .txt"

  static func name(of section: Plan.Section) -> String {
    switch section {
    case .fields(let name): name
    case .indicators: "指标"
    case .weights: "权重"
    case .review: review
    case .output: output
    }
  }

  static func progress(_ section: SectionProgress) -> String {
    section.total > 1 ? "\(section.name) \(section.done)/\(section.total)" : section.name
  }

  static func newRow(in level2: String) -> String { "\(level2)：三级指标名称" }

  static func pointsLeft(_ spread: WeightSpread) -> String {
    let levels = spread.levels.compactMap { level in
      level.planned.map { "\(level.name) \(level.assigned)/\($0)" }
    }
    return (["还剩 \(spread.left) 分（共 \(spread.sum) 分）"] + levels).joined(separator: "；") + "；:均分 可一次分完"
  }

  static func findings(_ findings: [Finding]) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return findings.isEmpty
      ? "没有问题" : "错误 \(errors)，警告 \(warnings)，提示 \(findings.count - errors - warnings)"
  }

  static let longText = "可以粘贴多段；:编辑器 在编辑器里写"

  // What is said about an answer.
  static func storedAs(_ text: String) -> String { "记为 \(text)" }
  static func leftOpen(_ label: String) -> String { "“\(label)”先空着；交表前要补上，:下一处 会回到这里" }
  static func notAYear(_ text: String) -> String { "“\(text)”不是年度。写四位数字，例如 2027" }
  static func notADate(_ text: String, year: Int?) -> String {
    "“\(text)”不是日期。写成 \(year ?? 2027)-01-01 或 1月1日"
  }
  static func notMoney(_ text: String, label: String) -> String {
    "“\(label)”要填金额，“\(text)”不是数。写成 1280000 或 128万元"
  }
  static func notAChoice(_ text: String, label: String, choices: [String]) -> String {
    let list = choices.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "，")
    return "“\(label)”没有“\(text)”这一项。请输入序号或名称：\(list)"
  }
  static func notAWeight(_ text: String) -> String { "“\(text)”不是权重。写大于 0 的数，例如 10 或 4.5" }
  static func tooManyDecimals(_ text: String, allowed: Int) -> String {
    "“\(text)”的小数太多，最多 \(allowed) 位"
  }
  static func reviewTakesANumber(_ count: Int) -> String {
    count == 0 ? "没有要改的，回车去输出" : "输入问题的序号 1–\(count) 去修改，或回车去输出"
  }

  // What commands say.
  static let atTheBeginning = "这是第一问"
  static let noFindings = "没有问题了"
  static let nothingToExplain = "现在没有规则可解释。用 :解释 规则名 指定一条"
  static let compareNeedsAFile = "写出另一张表的文件名，例如 :对比 批复的申报表.docx"
  static let exportNeedsAFile = "写出文件名，例如 :导出 绩效目标.html"
  static let gotoNeedsAPlace = "转到哪里？例如 :转到 资金、:转到 年度总目标、:转到 3"
  static let nothingToUndo = "没有可撤销的"
  static let nothingToRedo = "没有可重做的"
  static let nothingToClear = "这里本来就是空的"
  static let namesAreDeleted = "指标名称不能清空。要去掉整行请用 :删除"
  static let nothingToAnswerFor = "这里没有被提出问题，不需要说明"
  static let reasonTooShort = "请写明理由，例如 :说明 上级文件只要求定性描述"

  static func declined(_ name: String) -> String { "不要“\(name)”" }
  static func unknownPlace(_ text: String) -> String {
    "没有“\(text)”这个位置。可以是栏目、字段、指标序号或名称，:表格 可看序号"
  }
  static func unknownRow(_ text: String, count: Int) -> String {
    text.isEmpty ? "现在不在某一行上。请写序号，例如 :删除 3" : "没有第 \(text) 行，共 \(count) 行"
  }
  static func unknownGroup(_ text: String, groups: [String]) -> String {
    let list = groups.joined(separator: "、")
    return text.isEmpty ? "加到哪一组？\(list)" : "没有“\(text)”这一组。可选：\(list)"
  }
  static func moveNeedsTwoRows(count: Int) -> String { "写两个序号，例如 :移动 3 1（共 \(count) 行）" }
  static func nothingToSpread(left: Decimal) -> String {
    left <= 0 ? "没有剩余的分可分（剩 \(left) 分）。先改小某一行" : "每一行都有权重了，还剩 \(left) 分。改大某一行，或 :清空 一行后再均分"
  }
  static func spread(rows: Int, sum: Decimal) -> String { "已分给 \(rows) 行，合计 \(sum) 分" }
  static func cleared(_ text: String) -> String { "已清空“\(text)”；:撤销 可恢复" }
  static func deleted(_ name: String) -> String { "已删除“\(name)”；:撤销 可恢复" }
  static func removed(_ name: String) -> String { "删除“\(name)”" }
  static func inserted(_ name: String) -> String { "增加“\(name)”" }
  static func moved(_ name: String, to row: Int) -> String { "“\(name)”现在是第 \(row) 行" }
  static func movedRow(_ from: Int, _ to: Int) -> String { "第 \(from) 行移到第 \(to) 行" }
  static func change(_ label: String, _ text: String?) -> String {
    text.map { "“\(label)”改为“\($0)”" } ?? "清空“\(label)”"
  }
  static func suppression(_ rule: String) -> String { "免检 \(rule)" }
  static func severalChanges(_ count: Int) -> String { "\(count) 处修改" }
  static func undone(_ what: String) -> String { "已撤销：\(what)" }
  static func redone(_ what: String) -> String { "已重做：\(what)" }
  static func answeredFor(_ rules: [String]) -> String { "已记入免检：\(rules.joined(separator: "、"))" }
}
