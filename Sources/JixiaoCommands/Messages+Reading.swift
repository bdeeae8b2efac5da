import FormModel

/// What is said about reading files and converting them.
extension Messages {
  static let standardInput = "标准输入"
  static let standardOutput = "标准输出"

  // Sources.
  static func noSuchForm(_ path: String, _ number: Int, count: Int) -> String {
    "\(path)#\(number)：里面有 \(count) 张表，没有第 \(number) 张。写 #1 到 #\(count)，或不写 # 读全部"
  }
  static func missingInput(_ path: String) -> String {
    guard let sign = path.lastIndex(of: "#"), AtomicFile.exists(String(path[..<sign])) else {
      return "文件或文件夹不存在。检查文件名和所在的文件夹"
    }
    return "文件不存在。要 \(path[..<sign]) 里的某一张表，# 后面写它是第几张，如 \(path[..<sign])#1"
  }
  static func progress(_ done: Int, of total: Int) -> String { "已读 \(done)/\(total)" }

  // Remarks.
  static func remark(_ remark: ReadingRemark, in name: String, text: String) -> String {
    let why = remark.reason.map { "（\($0)）" } ?? ""
    let what =
      switch remark.kind {
      case .unplaced: "没有归位"
      case .doubtful: "存疑"
      case .note: "备注"
      }
    return "\(name): \(remark.location) \(what)\(why)：“\(text)”"
  }
  static func moreRemarks(_ count: Int, in name: String) -> String {
    "\(name): 另有 \(count) 格没有归位或存疑；加 --verbose 全部列出"
  }
  static func moreProblems(_ count: Int, in name: String) -> String {
    "\(name): 另有 \(count) 处读不了；加 --verbose 全部列出"
  }
  static func readingSummary(
    files: Int, forms: Int, unplaced: Int, doubtful: Int, notes: Int, failures: Int, passedOver: [String]
  ) -> String {
    let remarks = [
      unplaced > 0 ? "\(unplaced) 格没有归位" : nil, doubtful > 0 ? "\(doubtful) 行存疑" : nil,
      notes > 0 ? "\(notes) 处备注" : nil,
    ].compactMap { $0 }
    let parts = [
      "读了 \(files) 个文件，\(forms) 张表", remarks.isEmpty ? nil : remarks.joined(separator: "，"),
      failures > 0 ? "\(failures) 处失败" : nil,
      passedOver.isEmpty ? nil : Self.passedOver(passedOver),
    ]
    return parts.compactMap { $0 }.joined(separator: "；")
  }
  static func passedOver(_ names: [String]) -> String { "跳过 \(names.count) 个不认识的文件（\(abridged(names))）" }
  private static func abridged(_ names: [String]) -> String {
    names.prefix(5).joined(separator: "、") + (names.count > 5 ? " 等" : "")
  }

  // Converting.
  static let convertUsage =
    "要转换成什么格式、写到哪里？例如：jixiao convert 草稿.xlsx --to yaml，或 jixiao convert 草稿.xlsx 草稿.yaml"
  static func unknownTarget(_ name: String, known: [String]) -> String {
    "不能转换成“\(name)”。--to 可用：\(known.joined(separator: " "))"
  }
  static func folderNeedsFormat(_ path: String) -> String {
    "\(path) 是文件夹，看不出要写成什么格式。加 --to 格式，例如 --to yaml"
  }
  static let locationsNeedJSON = "--locations 只用于 json 和 ndjson"
  static let jobsUsage = "--jobs 是同时读的文件个数，从 1 起"
  static let noInputFromTerminal = "标准输入是终端，--no-input 不等人输入。写文件名，或用管道送来：… | jixiao convert -"
  static func isTheInput(_ path: String) -> String { "\(path) 就是要读的文件，没有覆盖。换一个去处" }
  static func notRegular(_ path: String) -> String { "\(path) 不是普通文件，没有写。换一个文件名" }
  static func oneFormOnly(_ path: String?, count: Int) -> String {
    let head = path.map { "\($0) 的格式" } ?? "这种格式"
    return "要转换的共有 \(count) 张表，\(head)一个文件只能放一张。"
      + "改写成 .ndjson、.json、.csv、.md 或 .txt，或用 -o 文件夹 每张一个文件"
  }
  static let oneWorkbookNeedsFile =
    "--one-workbook 要写明一个 .xlsx 文件，例如 jixiao convert 草稿 --one-workbook -o 全部.xlsx"
  static func noTemplates(_ folder: String) -> String {
    "\(folder) 里没有模板。模板是文件夹里的 <模板名>/template.yaml"
  }

  // Starting from a form.
  static func nothingToStartFrom(_ path: String) -> String {
    "没有可以沿用的表。换一个 --from，或不写 --from 从空表填起（给出的是 \(path)）"
  }
  static func formList(_ path: String, _ forms: [Form]) -> String {
    let lines = forms.prefix(50).enumerated().map { index, form in
      "  #\(index + 1)　\(form[.project] ?? "没有项目名称")" + (form[.year].map { "（\($0)）" } ?? "")
    }
    return "\(path) 里有 \(forms.count) 张表：\n" + lines.joined(separator: "\n")
      + (forms.count > 50 ? "\n  ……" : "")
  }
  static func whichForm(_ path: String, _ forms: [Form]) -> String {
    formList(path, forms) + "\n写明用哪一张，例如 \(path)#2"
  }
  static let whichPrompt = "用第几张> "
  static func numberFrom(_ first: Int, to last: Int) -> String { "请输入 \(first) 到 \(last) 的数字" }
  static func otherTemplate(_ path: String, own: String, wanted: String) -> String {
    "\(path) 用的模板是 \(own)，不能改用 \(wanted)。去掉 --template 接着填，或换一个文件名新建"
  }

  // Drafts from other formats.
  static func draftIsThere(_ draft: String, instead path: String) -> String {
    "\(path) 不是草稿，要转成 \(draft)，但它已经存在。接着填：jixiao fill \(draft)；重新转：jixiao convert \(path) \(draft) --force"
  }
  static func noDraft(_ path: String) -> String { "\(path) 里没有可以接着填的表。要新建请换一个文件名" }
  static func madeDraft(_ draft: String, of path: String) -> String {
    "\(path) 已转成草稿 \(draft)，原文件不动；回答都存在草稿里。"
  }
}
