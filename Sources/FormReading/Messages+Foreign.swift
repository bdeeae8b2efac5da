/// What is said of files of a known kind that hold no form.
extension Messages {
  static func message(_ kind: ForeignKind) -> String {
    switch kind {
    case .packed: "是压缩包，要先解开"
    case .ofd: "是 OFD 版式文件，读不了"
    case .openDocument: "是 LibreOffice 的 .ods、.odt 文件，读不了"
    case .picture: "是图片，里面没有可以读的文字"
    case .richText: "是 RTF 文件，读不了"
    case .webArchive: "是单个文件的网页（.mht），读不了"
    case .officeXML: "是 Office 2003 的 XML 文件，读不了"
    case .presentation: "是演示文稿，里面没有绩效表"
    case .binary: "不是文字，也不是认识的文件格式"
    }
  }

  static func help(_ kind: ForeignKind) -> String {
    switch kind {
    case .packed: "解开后读里面的文件，或读解开的文件夹"
    case .ofd: "用 OFD 阅读器另存为 PDF，或向对方要 Word、Excel 文件"
    case .openDocument: "打开后另存为 .xlsx 或 .docx"
    case .picture: "先用文字识别（OCR）软件转换，或向对方要 Word、Excel 文件"
    case .richText, .officeXML: "用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx"
    case .webArchive: "用浏览器打开，另存为网页（.html）；或把表复制到 Excel，存成 .xlsx"
    case .presentation: "把表复制到 Word 或 Excel，存成 .docx 或 .xlsx"
    case .binary: "检查文件是否选对；没有传完的请重新索取"
    }
  }
}
