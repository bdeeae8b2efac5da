import ChineseText
import FormModel

/// Everything this room says to people.
enum Messages {
  static func unknownTemplate(_ id: String, known: [String]) -> String {
    let guess = closestMatch(to: id, among: known).map { "是不是“\($0)”？" } ?? ""
    return "没有模板“\(id)”\n  \(guess)可用的有：\(known.joined(separator: "、"))"
  }

  static let emptyFile = "模板文件是空的"

  static func cycle(_ ids: [String]) -> String { "模板互相继承：\(ids.joined(separator: " → "))" }

  static let abstractTemplate = "这份模板只供其他模板继承（abstract: true），不能直接使用"

  static func usedTwice(_ word: String, by first: String) -> String { "“\(word)”已经属于“\(first)”" }

  static func weightSum(_ found: Decimal, of name: String, expected: Decimal) -> String {
    "first-level 里“\(name)”的分值合计为 \(found)，应当等于 indicators 的 \(expected)"
  }

  static let sameTree = "指标体系相同"
  static func sameTitle(_ title: String) -> String { "表名是“\(title)”" }
  static func samePlace(_ words: [String]) -> String { "单位名称里有“\(words.joined(separator: "”“"))”" }
  static func sameYear(_ year: Int) -> String { "用于 \(year) 年度" }
}
