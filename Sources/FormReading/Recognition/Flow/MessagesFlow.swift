/// What is said about flowed text.
extension Messages {
  static let flowedText = "纯文本"
  static let looseText = "文字的先后和表格对不上，从这里起逐行列出，没有读成指标；请直接读 PDF 本身，或用 pdftotext -raw 重新导出"
  static let doubtfulBorder = "和相邻一栏的分界不一定对，请核对"
}
