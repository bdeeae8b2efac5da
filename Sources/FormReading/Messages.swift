import FormTemplates

/// Everything this room says to people.
enum Messages {
  static let form = "表"
  static let tabText = "制表符分隔的文本"
  static let answers = "答案"
  static let drawnTable = "用线条画的表"

  static func message(_ problem: ReadingError.Problem) -> String {
    switch problem {
    case .notUTF8: "这里有不成字的字节，认不出文字的编码"
    case .damagedText(let encoding): "文字是 \(encoding) 编码，但从这一行起有不成字的字节"
    case .empty: "文件是空的"
    case .tooLarge(let bytes, let limit): "文件有 \(megabytes(bytes)) MB，超过 \(megabytes(limit)) MB 的上限"
    case .tooManyForms(let limit): "一个文件里超过 \(limit) 张表"
    case .tooManyPages(let limit): "超过 \(limit) 页"
    case .tooManyWords(let limit): "文字超过 \(limit) 段"
    case .pdf(let problem): message(problem)
    case .tooManyPieces(let limit): "文字里的格子超过 \(limit) 个"
    case .noForm: "里面没有绩效目标表或自评表：找不到项目名称、三级指标这样的栏目"
    case .unknownFormat: "认不出这是什么格式的表"
    case .office(let error): message(error)
    case .compoundFile: "是旧版 Office、WPS 格式（.xls、.doc、.et、.wps），或是加了密码的文件"
    case .template(let error): brokenTemplate(error)
    case .foreign(let kind): message(kind)
    case .text(let error): error.message
    }
  }

  static func help(_ problem: ReadingError.Problem) -> String {
    switch problem {
    case .notUTF8: "文件可能没有传完，请重新索取；或用编辑器打开，另存为 UTF-8 编码"
    case .damagedText: "文件可能没有传完，请重新索取；或用编辑器打开，改好这一行，另存为 UTF-8 编码"
    case .empty: "检查文件名；新建一张表请用 jixiao fill"
    case .tooLarge, .tooManyForms, .tooManyPages, .tooManyWords, .tooManyPieces: "请拆成几个文件"
    case .pdf(let problem): help(problem)
    case .noForm: "确认是不是这个文件；表在别处的，把表另存成单独的文件再试"
    case .unknownFormat: "能读的格式：\(formats)"
    case .office(let error): help(error)
    case .compoundFile: "请用 Excel、Word 或 WPS 打开，去掉密码，另存为 .xlsx 或 .docx"
    case .template: "改好模板，或换一个 --templates"
    case .foreign(let kind): help(kind)
    case .text(let error): error.help
    }
  }

  private static var formats: String {
    FormReader.formats.map { format in
      let endings = format.extensions.filter { !refused.contains($0) }.map { ".\($0)" }.joined(separator: "、")
      return endings.isEmpty ? format.name : "\(format.name)（\(endings)）"
    }.joined(separator: "，")
  }

  /// Endings whose files are known and cannot be read.
  private static let refused: Set<String> = ["doc", "wps", "xls", "et"]

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 1_048_575) / 1_048_576 }

  static func brokenTemplate(_ error: TemplateError) -> String { "模板本身有误：\(error.text)" }
}
