/// What `jixiao templates` says.
extension Messages {
  // Blank forms
  static func blankFormats(_ path: String) -> String {
    "空表用 Word 或 Excel 填，\(path) 请改成 .xlsx 或 .docx。要在终端里填：jixiao fill"
  }
  static func blankWritten(_ path: String) -> String {
    "空表在 \(path)。填好后检查：jixiao lint \(path)"
  }

  // Checking templates
  static func checkedTemplate(_ id: String, isFine: Bool) -> String { "\(id)：\(isFine ? "可用" : "要改")" }
  static func indented(_ text: String) -> String { "  " + text.replacing("\n", with: "\n  ") }
  static func reminder(_ text: String) -> String { "提醒：\(text)" }
  static let onlyExtended = "只供其他模板继承，没有单独试"
  static let budgetTable = "预算执行情况"
  static func layoutOfNothing(_ id: String, known: [String]) -> String {
    "有版式，但没有叫“\(id)”的模板。在文件夹里放 template.yaml，或把文件夹改成模板名：\(known.joined(separator: "、"))"
  }
  static func sampleUnread(_ format: String, forms: Int) -> String {
    "写出的样表（\(format)）读回来有 \(forms) 张表，应是 1 张。检查表名和表头的文字"
  }
  static func sampleDiffers(_ format: String, _ place: String, _ wrote: String, _ read: String) -> String {
    "样表（\(format)）的“\(place)”写的是“\(shortened(wrote))”，读回来是“\(shortened(read))”。检查它旁边的标签和合并的格"
  }
  static func sampleTable(_ format: String, _ table: String) -> String {
    "样表（\(format)）的“\(table)”读回来与写的不同。检查表头的文字和合并的格"
  }
  static func sampleRows(_ format: String, wrote: Int, read: Int) -> String {
    "样表（\(format)）写了 \(wrote) 行指标，读回来 \(read) 行。检查 {{#指标}} 和 {{/指标}} 所在的行，以及表头的文字"
  }
  static func sampleLacks(_ format: String, _ names: [String]) -> String {
    "样表（\(format)）里没有印：\(names.joined(separator: "、"))。不要印就不用改"
  }
  static func rowPlace(_ row: Int, _ column: String) -> String { "第 \(row) 行指标 \(column)" }
  static func templatesChecked(_ count: Int, problems: Int, remarks: Int) -> String {
    "试了 \(count) 个模板：\(problems) 处要改，\(remarks) 处提醒"
  }

  private static func shortened(_ text: String) -> String {
    text.count > 30 ? text.prefix(30) + "…" : text
  }
}
