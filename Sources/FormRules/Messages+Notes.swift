/// What is said of notes.
extension Messages {
  static let isMet = "达到了指标值"
  /// What may stand between a word and its percentage.
  static let percentageLinks: Set<Character> = ["为", "达", "到", "是", "约", "仅", "至", "了", "有", ":", "="]
  static let isMissed = "没有达到指标值"
}
