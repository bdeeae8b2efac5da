/// What `jixiao compare` says.
extension Messages {
  enum Compare {
    static let abstract = "把申报表和一年后的自评表对起来：改了什么，得分应是多少"
    static let discussion = """
      两张表可以是任何能读的格式，也可以是两个文件夹：按项目、单位、年度配对，配不上的列出来。
      只有一张自评表时，以它自己的指标值为准重算得分。得分算两遍：按批复的指标值和分值，按自评表自己的。
      拿不准是不是同一条的指标不自动配对：终端里会问，或写进 --pairs 文件 改好再用。
      退出码：0 没有要说的 · 1 有 --fail-level 以上的改动或问题 · 2 有读不了或没法对比的 · 64 用法不对 · 73/74 写不了。
      """
    static let approved = "批复的申报表：文件、文件夹、文件#3 或 -"
    static let evaluated = "自评表，同上；不写就以自评表自己的指标值为准"
    static let pairs = "哪条指标是哪条的认定：没有就新写，有就照用"
    static let format =
      "输出格式：human（默认）、json、markdown、csv、html（文件夹）、xlsx、docx，可写成 json=文件，可重复"
    static let output = "写到文件，格式看后缀：对比.xlsx、对比.docx、对比.csv …"
    static func unknownEnding(_ file: String, known: [String]) -> String {
      "看不出 \(file) 要哪种格式。后缀用 \(known.map { "." + $0 }.joined(separator: "、")) 之一；网页写成 --format html=文件夹"
    }
    static let template = "自评表的模板名，见 jixiao templates"
    static let noInput = "不提问：拿不准的配对留作待认定"

    static let nothing = "没有可以对比的自评表。用法：jixiao compare 申报表 自评表"
    static let exchanged = "前一张是自评表，后一张是申报表，已对调"

    static let severalOnBothSides = "申报和自评至少有一边只能是一条：一条对一条，一条拆成几条，或几条合成一条"

    // Questions at a terminal.
    static func questionHead(_ name: String, _ count: Int) -> String {
      "\(name)：有 \(count) 处拿不准，请认定"
    }
    /// - Parameter isEvaluation: whether the newer form answers for the older one; else both are of one kind.
    static func oldRow(_ text: String, isEvaluation: Bool) -> String {
      "  \(isEvaluation ? "批复" : "原") \(text)"
    }
    static func newRow(_ text: String, isEvaluation: Bool) -> String {
      "  \(isEvaluation ? "自评" : "现") \(text)"
    }
    static func question(approved: Int, evaluated: Int, _ confidence: Int) -> String {
      let what = evaluated > 1 ? "是一条拆成了这 \(evaluated) 条吗" : approved > 1 ? "是这 \(approved) 条合成了一条吗" : "是同一条吗"
      return "  \(what)（把握 \(confidence)%）？y 是 · n 不是 · o 另选 · 回车 先不定 · q 都先不定"
    }
    static let questionPrompt = "认定> "
    static let choosePrompt = "序号> "
    static let chooseHead = "  另选哪一条？写序号；拆成几条或几条合成的写几个序号，用空格隔开；回车返回"
    static func choice(_ number: Int, _ text: String) -> String { "  \(number) \(text)" }
    static let nothingToChoose = "  没有别的可选：其余的都已对上"
    static let unknownAnswer = "  请答 y、n、o、q，或直接回车"
    static let notKept = "刚才的认定只用于这一次；加 --pairs 文件 就记下来，下次不再问"
    static let stopped = "已停止"
    static func stopped(kept path: String) -> String { "已停止。答过的认定都在 \(path) 里" }
    static let yes: Set<String> = ["y", "yes", "是", "对", "1"]
    static let no: Set<String> = ["n", "no", "否", "不是", "不", "0"]
    static let other: Set<String> = ["o", "other", "另选", "选"]
    static let stop: Set<String> = ["q", "quit", "退出", "都先不定"]
  }
}
