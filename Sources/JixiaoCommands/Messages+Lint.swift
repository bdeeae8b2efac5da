import FormModel
import FormWriting

/// What is said about checking many forms.
extension Messages {
  static let lintUsage = "要检查哪些表？例如：jixiao lint 草稿/ 或 jixiao lint '草稿/*.docx'，清单用 --files-from"
  static let inputTwice = "标准输入只能读一次：- 和 --files-from - 不能一起用"
  static let stdinNameWithoutInput = "--stdin-name 是标准输入的文件名，要和 - 一起用：… | jixiao lint - --stdin-name 草稿.yaml"
  static func noMatch(_ pattern: String) -> String {
    "没有文件符合 \(pattern)。检查路径；名字里真有 *、?、[ 的文件，用 --files-from 列出"
  }

  // Reports
  static func unknownReport(_ name: String, didYouMean: String?, known: [String]) -> String {
    "没有“\(name)”这种输出。\(didYouMean.map { "是不是 \($0)？" } ?? "")--format 可用：\(known.joined(separator: " "))"
  }
  static func reportNeedsPath(_ name: String) -> String {
    "--format \(name)= 后面要写文件名，例如 --format \(name)=意见.\(name)"
  }
  static func reportNeedsFolder(_ name: String) -> String {
    "\(name) 是一个文件夹，要写明放在哪里，例如 --format \(name)=意见"
  }
  static func samePlace(_ word: String) -> String {
    "--format \(word)：那里已经有另一种输出。每种写到自己的文件，例如 --format sarif=意见.sarif；只有一种可以到标准输出"
  }

  // The program's own rules
  static let programGroup = "程序"
  static func title(of rule: ProgramRule) -> String {
    switch rule {
    case .unreadableFile: "文件读不了"
    case .unjudgedForm: "表判断不了"
    case .expiredSuppression: "免检过期"
    case .reasonlessSuppression: "免检没有理由"
    case .unusedSuppression: "免检没有用处"
    }
  }
  static func help(of rule: ProgramRule) -> String {
    switch rule {
    case .unreadableFile: "改好文件，或换一个能读的格式，再检查一次"
    case .unjudgedForm: "改正表里的“模板”，或用 --template 指定模板，再检查一次"
    case .expiredSuppression: "改正表里的问题；确需延期的，由责任人写明新的截止日期"
    case .reasonlessSuppression: "写明为什么这一处可以不改；没有理由的，删去这一条免检"
    case .unusedSuppression: "核对规则名和位置；问题已经改好的，删去这一条免检"
    }
  }
  static let mendThatFile = "改好意见里写明的那个文件（行:列），再检查一次"
  static func basis(of rule: ProgramRule) -> String {
    switch rule {
    case .unreadableFile, .unjudgedForm: "读不了、判断不了的表没有检查，不能当作没有问题"
    case .expiredSuppression, .reasonlessSuppression, .unusedSuppression: "免检要有人负责：写明理由，按期复核"
    }
  }

  // 免检
  private static func suppression(_ suppression: Suppression) -> String {
    let place = suppression.path.map { "（\($0)）" } ?? ""
    return "规则 \(suppression.rule)\(place)的免检"
  }
  static func reasonless(_ entry: Suppression) -> String { "\(suppression(entry))没有写理由" }
  static func expired(_ entry: Suppression, until: String) -> String {
    "\(suppression(entry))截止 \(until)，已经不算数" + (entry.person.map { "，责任人 \($0)" } ?? "")
  }
  static func unused(_ entry: Suppression) -> String { "\(suppression(entry))没有对应的意见" }
  static func suppressesNowhere(_ entry: Suppression) -> String {
    "\(suppression(entry))写的位置表里没有"
  }
  static func suppressesUnknown(_ entry: Suppression, didYouMean: String?) -> String {
    "免检写的规则“\(entry.rule)”没有" + (didYouMean.map { "，是不是 \($0)？" } ?? "")
  }

  // Choosing rules
  static let offWords = ["off", "关"]
  static func unknownRuleOrGroup(_ word: String, option: String, didYouMean: String?) -> String {
    "\(option)：没有规则或类别“\(word)”。\(didYouMean.map { "是不是 \($0)？" } ?? "")jixiao rules 列出全部"
  }

  // Baselines
  static func noBaseline(_ path: String) -> String {
    "\(path) 不是基线文件，或已损坏。重新生成：jixiao lint … --baseline \(path) --update-baseline"
  }
  static func missingBaseline(_ path: String) -> String {
    "没有基线文件 \(path)。先生成：jixiao lint … --baseline \(path) --update-baseline"
  }
  static let updateNeedsBaseline = "--update-baseline 要和 --baseline 文件 一起用"
  static func baselineLine(_ count: ReportSummary.BaselineCount) -> String {
    "比基线新增 \(count.new)，未变 \(count.unchanged)，消除 \(count.gone)"
  }
  static func goneLine(_ entry: Baseline.Entry) -> String {
    "  已消除：\(entry.project) \(entry.path) [\(entry.rule)]"
  }
  static func moreGone(_ count: Int) -> String { "  另有 \(count) 条已消除" }
  static func baselineWritten(_ path: String, count: Int) -> String { "基线 \(path)：记下 \(count) 条意见" }

  // Fixes
  static let diffNeedsOutput =
    "--diff 占用标准输出：其他输出写到文件，例如 --format json=意见.json；也可以不写 --diff 再运行一次"
  static let inputNotFixed = "标准输入不能改写：用 --diff 看怎么改，或存成 YAML 文件再 --fix"
  static func notFixedWhileHeld(_ path: String, by holder: DraftLock.Holder) -> String {
    "没有改 \(path)：正被 \(holder.user)@\(holder.host)（进程 \(holder.process)）填写，自 \(holder.since) 起。等它退出再 --fix"
  }
  static func notFixedBeforeRecovery(_ path: String, steps: Int) -> String {
    "没有改 \(path)：上次填报中断，有 \(steps) 步还没写进文件。先 jixiao fill \(path) 打开一次，再 --fix"
  }
  static func fixReadsOtherwise(_ path: String) -> String {
    "没有改 \(path)：改后读回的内容与预期不一致。请按意见手工改"
  }
  static func notADraft(_ path: String, findings: Int) -> String {
    "没有改 \(path)：有 \(findings) 条意见只改写法，但 --fix 只改 UTF-8 的 YAML 草稿。可先转换：jixiao convert \(path) 草稿.yaml"
  }
  static func moreNoDrafts(_ count: Int, findings: Int) -> String {
    "  另有 \(count) 个文件不是 YAML 草稿，\(findings) 条只改写法的意见没有改"
  }
  static func fixed(files: Int, fixes: Int, isWritten: Bool) -> String {
    if fixes == 0 { return "没有可以自动改的" }
    return isWritten ? "改了 \(files) 个文件 \(fixes) 处，都只改写法" : "--fix 会改 \(files) 个文件 \(fixes) 处，都只改写法"
  }
  static func leftUnfixed(_ count: Int) -> String {
    "还有 \(count) 条只改写法的意见没有改：改了会引出别的意见，或文字不在一行里。请手工改"
  }

  // Statistics
  static let statisticsHeads = ["意见", "有意见的表", "通过", "不适用", "不能判断", "规则"]
  static func statisticsReason(_ reason: String) -> String { "　不能判断：\(reason)" }
  static func time(_ seconds: String, read: String, check: String, report: String, rate: String) -> String {
    "用时 \(seconds) 秒，每秒 \(rate) 张表；各线程合计：读 \(read)，检查 \(check)，输出 \(report) 秒"
  }
}

/// What is said about the documents beside the forms.
extension Messages {
  /// A project's name may stand behind these words, and before those.
  static let wordsBeforeProjects = ["年", "年度", "关于", "名称", "项目"]
  static let wordsBehindProjects = ["项目", "经费", "资金", "情况", "说明", "预算", "绩效", "申报", "的"]

  static func wrongDay(_ text: String) -> String {
    "--as-of：“\(text)”不是一天。写成 2027-06-30 这样"
  }
  static func noNarratives(_ paths: [String]) -> String {
    "--narrative：\(paths.joined(separator: "、")) 里没有能读的经费情况说明。可用 Word（.docx）、PDF、.txt、.md"
  }
  static func noLastForms(_ paths: [String]) -> String {
    "--last-year：\(paths.joined(separator: "、")) 里没有能读的表。写上一年的申报表或自评表，或它们所在的文件夹"
  }
  static func noRunningText(_ path: String) -> String {
    "\(path) 不是经费情况说明：里面没有成段的文字。可用 Word（.docx）、PDF、.txt、.md"
  }
  static func form(_ file: String, of project: String) -> String { "\(file)（\(project)）" }
  static func noNarrative(_ form: String) -> String {
    "\(form)：没有找到它的经费情况说明，有关规则没有查。文件名用项目名称，或在开头几行写明项目名称"
  }
  static func severalNarratives(_ form: String, _ names: [String]) -> String {
    "\(form)：有几份经费情况说明（\(names.joined(separator: "、"))），不知道用哪一份，有关规则没有查。只留一份，或单独指定"
  }
  static func noLastForm(_ form: String) -> String {
    "\(form)：没有找到它上一年的表，有关规则没有查。项目名称和单位要相同，年度要更早"
  }
  static func severalLastForms(_ form: String, _ names: [String]) -> String {
    "\(form)：有几张上一年的表（\(names.joined(separator: "、"))），不知道用哪一张，有关规则没有查。只留一张，或单独指定"
  }
  static func otherProject(_ form: String, _ project: String, _ name: String) -> String {
    "\(form)：\(name) 的项目名称是“\(project)”，按指定的比较"
  }
  static func unusedNarrative(_ name: String) -> String { "\(name)：没有一张表用到这份经费情况说明" }
  static func unusedLastForm(_ name: String, _ project: String) -> String {
    "\(name)（\(project)）：今年没有对应的表"
  }
  static func moreCompanions(_ count: Int) -> String { "另有 \(count) 条（--verbose 全部列出）" }
}
