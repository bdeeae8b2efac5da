/// The Chinese words of this module.
enum Messages {
  static func moreCandidates(lines: Int) -> String { "……还有 \(lines) 行，再输几个字可缩小范围" }

  static func notUTF8(line: Int) -> String {
    "输入第 \(line) 行不是 UTF-8 文字（可能是 GBK 编码），没有采用；请先转成 UTF-8，例如 iconv -f GBK -t UTF-8"
  }

  static func cannotRead(_ reason: String) -> String { "读不到输入：\(reason)；请检查终端或输入文件" }

  static let editorUnavailable = "行编辑器无法启动；请设置环境变量 TERM=dumb 后再试"
}
