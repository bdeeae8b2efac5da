/// What is said about flowed text.
extension Messages {
  static let flowedText = "纯文本"
  static let doubtfulBorder = "和相邻一栏的分界不一定对，请核对"
}
