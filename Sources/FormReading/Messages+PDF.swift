/// What is said about PDF files.
extension Messages {
  static func message(_ problem: ReadingError.PDFProblem) -> String {
    switch problem {
    case .noText: "PDF 里没有文字，多半是扫描的图片"
    case .tool(.missing): "读 PDF 要用 pdftotext 和 pdftocairo，这台机器上没有"
    case .tool(.broken): "PDF 打不开，文件不完整或已损坏"
    case .tool(.locked): "PDF 加了密码，或不允许取出文字"
    case .tool(.tooSlow(let seconds)): "PDF 太复杂，\(seconds) 秒没有读完"
    case .tool(.tooLarge(let bytes)): "PDF 展开后超过 \(bytes >> 20) MB 的上限"
    case .tool(.unsuitable): "这台机器上的 pdftotext 不是 poppler 的，或者版本太旧，读不了 PDF 里的表格"
    case .tool(.ended(let signal)): "读 PDF 的程序中途被停掉了（信号 \(signal)）"
    case .tool(.failed(let reason)): "读 PDF 的程序没有运行起来：\(reason)"
    }
  }

  static func help(_ problem: ReadingError.PDFProblem) -> String {
    switch problem {
    case .noText: "先用文字识别（OCR）软件转换，或向对方要 Word、Excel 文件"
    case .tool(.missing): "安装 poppler-utils：apt-get install poppler-utils（或 yum install poppler-utils）"
    case .tool(.unsuitable): "用 poppler-utils 换掉它：apt-get install poppler-utils"
    case .tool(.ended): "再读一次；还是这样就拆成几个文件，或要 Word、Excel 文件"
    case .tool(.broken): "重新下载或另存后再试"
    case .tool(.locked): "用 PDF 软件去掉密码后另存，或要 Word、Excel 文件"
    case .tool(.tooSlow), .tool(.tooLarge): "拆成几个文件，或要 Word、Excel 文件"
    case .tool(.failed): "重新安装 poppler-utils 后再试"
    }
  }
}
