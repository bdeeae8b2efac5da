import FormInterview
import FormModel
import FormTemplates
import FoundationEssentials
import Glibc

/// Everything the commands say, but for the texts in rules and templates.
enum Messages {
  static let version = "0.1.0"
  static let versionLine = "jixiao \(version)"

  // Cards.
  static func example(_ text: String) -> String { "例：\(text)" }
  static func demand(_ text: String) -> String { "要求：\(text)" }
  static func choices(_ words: [String]) -> String {
    "可选：" + words.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "　")
  }
  static func suggestion(_ text: String, from origin: String) -> String { "默认：\(text)（\(origin)）" }
  static func abridged(_ beginning: String, characters: Int) -> String {
    "\(beginning)……（共 \(characters) 字，:编辑器 可看全文）"
  }

  // Findings.
  static let noFindings = "没有问题"
  static let objectionChoices = "改写后回车＝更正　回车＝保留　:说明 理由＝免检　:解释＝为什么　:返回＝上一问"
  static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "错误"
    case .warning: "警告"
    case .info: "提示"
    }
  }
  static func help(_ text: String) -> String { "怎么改：\(text)" }
  static func suggestedWording(_ text: String) -> String { "可写成：\(text)" }
  static func basis(_ basis: Basis, rule: String) -> String {
    "依据：\(basis.document)（\(name(of: basis.certainty))）　规则 \(rule)"
  }
  static func name(of certainty: Basis.Certainty) -> String {
    switch certainty {
    case .read: "原文可查"
    case .practice: "实务做法"
    case .memory: "凭通行理解，未核原文"
    case .secondHand: "转述"
    case .own: "常理"
    }
  }

  // The fill session.
  static let helpHead = "命令以 : 或 ：开头；空回车从不清空。"
  static let lineAbandoned = "  （这一行作废；:退出 离开）"
  static func pipeStopped(at answer: String) -> String {
    "从回答“\(answer)”起都没有保存，后面的输入没有读。解决后从这一行接着输入。"
  }
  static let answerNotSaved = "这个回答还没有保存，仍在行里。解决后再按回车。"
  static func saved(_ path: String) -> String { "  已保存：\(path)" }
  static func finished(_ path: String) -> String { "填完了。草稿在 \(path)" }
  static func left(_ path: String) -> String { "草稿已保存在 \(path)，下次输入 jixiao fill \(path) 接着填。" }
  static func nothingKept(_ path: String) -> String { "还没有回答，没有建立 \(path)。" }
  static func terminated(_ path: String) -> String { "收到结束信号。草稿已保存在 \(path)，没有丢失任何回答。" }
  static func missing(_ paths: [String]) -> String {
    "还缺 \(paths.count) 项：\n" + paths.map { "  - \($0)" }.joined(separator: "\n")
  }
  static func unknownCommand(_ word: String, didYouMean: String?) -> String {
    let hint = didYouMean.map { "是不是 :\($0)？" } ?? ""
    return "没有“:\(word)”这个命令。\(hint):帮助 列出全部"
  }
  static func weightLine(_ name: String, assigned: Decimal, planned: Decimal?, open: Int) -> String {
    let target = planned.map { "（通常 \($0)）" } ?? ""
    return "  \(name)：已分 \(assigned)\(target)" + (open > 0 ? "，\(open) 行还没有" : "")
  }
  static func weightSum(assigned: Decimal, sum: Decimal, left: Decimal) -> String {
    "  合计 \(assigned) / \(sum)，还剩 \(left)"
  }
  static let transcriptHead = "# jixiao 填报记录：以 # 开头的是说明，其余各行是回答；jixiao fill 表.yaml < 本文件 可重放"

  // Opening a draft.
  static func newDraft(_ path: String, template: String) -> String {
    "新建 \(path)（\(template)）。一次问一项；:帮助 看命令，随时 :退出，下次接着填。"
  }
  static func resumed(_ path: String, done: Int, total: Int) -> String {
    "打开 \(path)：已填 \(done)/\(total)，从第一处没填的接着问。"
  }
  static func recovered(_ count: Int) -> String { "上次中断前有 \(count) 步没来得及写进文件，已找回。" }
  static let changedByHand = "文件在上次之后被别的程序改过；以文件为准，之前的撤销记录不再可用。"
  static func heldBy(_ holder: DraftLock.Holder, path: String) -> String {
    "\(path) 正被 \(holder.user)@\(holder.host)（进程 \(holder.process)）填写，自 \(holder.since) 起。"
      + "\n现在只能看：:表格、:检查、:导出 可用，回答不会保存。"
  }
  static func lockedForWriting(_ path: String) -> String { "\(path) 正被另一个程序填写，现在不能写。请等它退出。" }
  static func lastYear(_ path: String, year: Int?, rows: Int) -> String {
    "沿用 \(path)\(year.map { "（\($0) 年）" } ?? "")的 \(rows) 行指标作默认；金额和日期重新填。"
  }
  static func refused(_ path: String, _ reason: String) -> String { "\(path)：\(reason)" }

  // Files.
  static func fileError(_ error: FileError) -> String {
    let what =
      switch error.operation {
      case .read: "读不了"
      case .write: "写不了"
      case .readBack: "写入后读回的内容不一致"
      case .lock: "不能占用"
      case .changedMeanwhile: "文件被别的程序改过，没有覆盖"
      }
    return "\(what) \(error.path)：\(reason(error))"
  }
  private static func reason(_ error: FileError) -> String {
    if error.operation == .changedMeanwhile { return "请先 :退出，再重新打开" }
    if error.operation == .lock, error.code == EBUSY { return "另一个程序正在填写，这里只能看。回答没有保存" }
    return switch error.code {
    case ENOENT where error.operation == .read: missingInput(error.path)
    case ENOENT: "文件或文件夹不存在。检查路径，或重新建好文件夹后再试"
    case EACCES,
      EPERM where error.operation == .read:
      "没有权限读。请管理员授权，或向给你文件的人要一份"
    case EACCES, EPERM: "没有权限。换一个文件夹，或请管理员授权"
    case EROFS: "这里只能读。换一个可写的文件夹"
    case ENOSPC, EDQUOT: "磁盘满了。腾出空间后再试，原来的文件没有动"
    case ENODATA: "文件夹里没有可读的文件"
    case ELOOP: "链接绕成了圈。换成真正的文件"
    case EISDIR: "这是文件夹，不是文件"
    case ENODEV, ENXIO: "这是设备或套接字，不是文件。改用文件，或从标准输入读：jixiao … - < 文件"
    case EIO: "磁盘读写出错。换一个磁盘再试"
    case ETIMEDOUT: "这是管道，没有等到内容。改用文件，或从标准输入读：jixiao … - < 文件"
    case ENOTDIR: "路径中有一段不是文件夹"
    case 0: "磁盘可能有故障，换一个磁盘再试"
    default: String(cString: strerror(error.code))
    }
  }
  static func exists(_ path: String) -> String { "\(path) 已存在，没有覆盖。换一个文件名，或加 --force" }
  static func sayTwice(_ path: String) -> String {
    "\(path) 已存在，还没有覆盖。要覆盖就把文件名再输一次；不覆盖就换一个名字"
  }
  static func isTheDraft(_ path: String) -> String {
    "\(path) 就是这份草稿，每个回答都已经存在里面。换一个文件名"
  }
  static func exported(_ path: String) -> String { "  已写出 \(path)" }
  static func notForTerminal(_ ending: String) -> String {
    "\(ending) 文件不能显示在终端上；请写明去处：-o 表.\(ending)"
  }
  static func unknownFormat(_ path: String, known: [String]) -> String {
    "不知道 \(path) 要写成什么格式。后缀可用：\(known.map { ".\($0)" }.joined(separator: " "))"
  }

  static func noForm(_ path: String) -> String { "\(path) 里没有表。要新建请换一个文件名" }

  // $EDITOR.
  static let noEditor = "没有设置 EDITOR。例如先执行 export EDITOR=nano"
  static func editorFailed(_ command: String) -> String { "编辑器 \(command) 没有正常结束，文字没有改动" }
}

extension Messages {
  static let defaultTemplate = "shanghai-target"
  static let defaultEvaluation = "shanghai-self-evaluation"
  static let defaultFormName = "绩效目标.yaml"
  static let requiredMark = "（必填）"

  enum Abstract {
    static let program = "绩效目标填报与检查"
    static let discussion = "不带命令时进入交互方式。开始填一张新表：jixiao fill"
    static let fill = "一问一答地填一张绩效目标申报表"
    static let fillDiscussion = "没有指定文件时用 \(defaultFormName)；文件已存在就接着填。每个回答都立即保存。"
    static let shell = "交互方式"
    static let show = "在终端显示整张表"
    static let convert = "把各种格式的表转换成另一种格式，可以一次转换许多文件"
    static let convertDiscussion = """
      表可以是文件、文件夹、-（标准输入），或文件#3（文件里的第三张表）。
      只转换一个文件时也可以写成：jixiao convert 表 输出文件，格式由输出文件的后缀决定。
      """
    static let lint = "检查一张或多张表，列出审核时会被问到的地方"
    static let lintDiscussion = """
      表可以是文件、文件夹、通配符（'草稿/*.docx'，** 代表任意层文件夹）、-（标准输入），或文件#3（文件里的第三张表）。
      读不了的文件也是一条意见，其余的照常检查。输出可以同时有几种：--format human --format sarif=意见.sarif --format html=意见
      退出码：0 没有意见 · 1 有 --fail-level 以上的意见 · 2 有读不了或判断不了的 · 64 用法不对 · 73/74 写不了。
      """
    static let templates = "列出模板，显示一个模板，写出空表，或测试自己的模板和版式"
    static let templatesDiscussion = """
      jixiao templates                        列出全部模板
      jixiao templates show 模板               填什么、指标体系、权重
      jixiao templates blank 模板 空表.docx     空表，用 Word、WPS 或 Excel 填（.docx 或 .xlsx），填好后能读
      jixiao templates check 文件夹            测试自己的模板和版式：template.yaml、form.sheet.yaml、form.docx
      check 的退出码：0 可用 · 1 有要改的 · 2 有文件读不了 · 64 用法不对。
      """
    static let rules = "列出规则，解释一条规则，或测试自己写的规则"
    static let rulesDiscussion = """
      jixiao rules                     列出全部规则
      jixiao rules explain 规则…        查什么、为什么、依据、错例、对例、怎么改、怎么免检
      jixiao rules test [文件夹…]       运行规则的例子；不写文件夹就测自带的规则
      test 的退出码：0 全部通过 · 1 有规则不通过 · 2 有规则文件读不了 · 64 用法不对。
      """
  }

  enum Option {
    static let form = "要填的表"
    static let anyForm = "任何能读的格式的表；文件#3 是文件里的第三张；- 为标准输入"
    static let sources = "文件、文件夹、文件#3 或 -"
    static let template = "模板名，见 jixiao templates"
    static let from = "上一年的表：沿用单位、层级、指标名称和指标值作默认"
    static let answers = "从 YAML 文件取回答"
    static let noInput = "不提问；缺什么列出来，退出码 1"
    static let transcript = "把问答记入文件，可重放"
    static let rules = "追加或替换规则的文件夹，可重复"
    static let width = "表格宽度，默认随屏幕"
    static let to = "输出格式：xlsx docx csv html md txt yaml json ndjson"
    static let oneWorkbook = "所有的表放进一个 .xlsx，一张表一个工作表（-o 全部.xlsx）"
    static let csvValues = "CSV 里的指标值：split 符号、数值、单位各一栏，joined 照原文一栏"
    static let output = "输出文件，或每张表一个文件的文件夹；不写就到标准输出"
    static let force = "覆盖已有文件"
    static let locations = "在 JSON、NDJSON 里写明每个值在原文件的位置，以及没有归位的格"
    static let jobs = "同时读几个文件，默认随处理器；输出不因此不同"
    static let templates = "追加或替换模板的文件夹，可重复"
    static let quiet = "不显示进度和小结"
    static let verbose = "列出全部没有归位的格和备注"
    static let noPrompt = "不等人从终端输入"
    static let narrative = "项目经费情况说明（Word、PDF、文字）：与表里的金额、起止日期核对；文件夹按项目名称配对，可重复"
    static let lastYear = "上一年的申报表或自评表：与今年的指标值、金额比较；文件夹按项目名称和单位配对，可重复"
    static let asOf = "完成情况截至哪一天，例如 2027-06-30：自评表按当年已过的天数看进度"
    static let failLevel = "达到这一级（默认 warning）就以退出码 1 结束；never 从不"
    static let findingFormat =
      "human concise json ndjson sarif github junit csv markdown html；=去处 写到文件（html 是文件夹），可重复"
    static let lintSources = "文件、文件夹、通配符、文件#3 或 -"
    static let select = "只查这些规则或类别（逗号分开，可重复）"
    static let ignore = "不查这些规则或类别（逗号分开，可重复）"
    static let configuration = "用这个 jixiao.yaml；不写时从每个文件所在的文件夹往上找"
    static let baseline = "与这份基线比较：给人看的输出只列新增的意见，退出码也只算新增的"
    static let updateBaseline = "把现在的意见记成基线（--baseline 的文件）"
    static let fix = "把只改写法的意见直接改进 YAML 草稿（数字、单位、方向都不动），再报告其余的"
    static let diff = "在标准输出显示 --fix 会怎么改（与 --fix 同用：改了什么），可交给 patch -p0"
    static let statistics = "逐条规则统计：意见、通过、不适用、不能判断"
    static let time = "说明用了多少时间"
    static let filesFrom = "从清单读文件名，一行一个（或以零字节分隔）；- 为标准输入"
    static let stdinName = "标准输入（-）叫什么，按后缀认格式"
    static let templatesAction = "show、blank、check，或模板名"
    static let templatesSubject = "模板名（见 jixiao templates）；check 后面是文件夹"
    static let blankFile = "blank 写出的空表：.xlsx 或 .docx"
    static let rulesWords = "explain 规则…，test 文件夹…，或规则名"
    static let ruleGroup = "只列这些类别（逗号分开，可重复）"
    static let ruleTemplate = "按这个模板：级别，和它不查的规则"
    static let ruleFormat = "怎样列出规则"
    static let coverage = "与 test 同用：哪些检查方式、条件、界限、词没有例子"
  }

  enum Heading {
    static let fields = "【填什么】"
    static let levels = "【指标体系】"
    static let weights = "【权重】"
    static let kinds = "【各类项目常用指标】"
  }

  // The shell.
  static let shellPrompt = "jixiao> "
  static let welcome = "绩效 \(version)。fill 填一张表，help 看全部命令，quit 退出。"
  static let alreadyInShell = "已经在交互方式里了"
  static func shellHelp(commands: [(name: String, summary: String)]) -> String {
    (commands + [("quit 退出", "离开")]).map { "  \($0.name)：\($0.summary)" }.joined(separator: "\n")
      + "\n命令加 --help 看用法，例如 fill --help"
  }
  static func unknownProgramCommand(_ word: String, didYouMean: String?) -> String {
    let hint = didYouMean.map { "是不是 \($0)？" } ?? ""
    return "没有“\(word)”这个命令。\(hint)jixiao --help 列出全部"
  }

  /// The option parser's own words are English; its headings and most usual sentences are said in Chinese.
  static func inChinese(_ text: String) -> String {
    let phrases: [(String, String)] = [
      ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
      ("SUBCOMMANDS:", "命令："), ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"),
      ("(values: ", "（可用："), ("; default: ", "；默认："), ("(default: ", "（默认："),
      ("  See 'jixiao help <subcommand>' for detailed help.", "  jixiao help 命令 看详细用法"),
      ("<options>", "<选项>"), ("<subcommand>", "<命令>"), (" (aliases: ", "（也叫 "),
      ("Error: Unknown option '", "错误：没有这个选项 '"), ("Error: Missing expected argument '", "错误：缺少参数 '"),
      ("Error: Missing value for '", "错误：这个选项后面要有值 '"), ("Error: Unexpected argument '", "错误：多余的参数 '"),
      (" unexpected arguments: ", " 个多余的参数："), ("Error: The value '", "错误：值 '"),
      (". Please provide one of ", "。可用："), ("', '", "'、'"), ("' or '", "'、'"), ("' and '", "'、'"),
      ("' is invalid for '", "' 不能用于 '"), ("Did you mean '", "是不是 '"), ("Usage: ", "用法："), ("Help:  ", "说明："),
      ("  See '", "  见 '"), ("' for more information.", "'"), ("Error: ", "错误："),
      ("  default: ", "  默认："),
    ]
    return phrases.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  // Templates and rules.
  static func basis(_ basis: Basis) -> String { "依据：\(basis.document)（\(name(of: basis.certainty))）" }
  static func weightPlan(_ plan: WeightPlan) -> String {
    plan.execution > 0
      ? "指标合计 \(plan.indicatorSum) 分，预算执行率 \(plan.execution) 分，总分 \(plan.total) 分"
      : "指标合计 \(plan.indicatorSum) 分"
  }
  static func templatesUsage(_ ids: [String]) -> String {
    "用法：jixiao templates，jixiao templates show 模板，jixiao templates blank 模板 空表.docx，jixiao templates check 文件夹。模板有：\(ids.joined(separator: "、"))"
  }
  static func unknownTemplate(_ id: String, didYouMean: String?, known: [String]) -> String {
    "没有模板“\(id)”。\(didYouMean.map { "是不是 \($0)？" } ?? "")可用的有：\(known.joined(separator: "、"))"
  }
  static func unknownRule(_ id: String, didYouMean: String?) -> String {
    "没有规则“\(id)”。\(didYouMean.map { "是不是 \($0)？" } ?? "")jixiao rules 列出全部"
  }

  static func name(ofGroup group: String) -> String {
    let names = [
      "completeness": "完整", "structure": "结构", "weights": "权重", "measurability": "可衡量", "consistency": "一致",
      "scoring": "评分", "comparison": "对比", "across": "跨表",
    ]
    return names[group] ?? group
  }
}
