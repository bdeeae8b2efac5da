import ChineseText
import FormTemplates

/// The levels of a template by every spelling, as numbers.
struct LevelNames: Sendable {
  private var firsts: [String: Int] = [:]
  private var secondsBelow: [[String: Int]] = []
  private var secondsAnywhere: [String: [Int]] = [:]
  /// Names as the template prints them.
  private(set) var firstNames: [String] = []
  private(set) var secondNames: [(first: Int, name: String)] = []

  init(_ template: Template) {
    for (number, level) in template.levels.enumerated() {
      firstNames.append(level.name)
      for name in [level.name] + level.aliases where firsts[name] == nil { firsts[name] = number }
      var below: [String: Int] = [:]
      for second in level.levels {
        let id = secondNames.count
        secondNames.append((number, second.name))
        for name in [second.name] + second.aliases {
          if below[name] == nil { below[name] = id }
          secondsAnywhere[name, default: []].append(id)
        }
      }
      secondsBelow.append(below)
    }
  }

  /// The first level that a form calls `text`.
  func first(_ text: String) -> Int? { firsts[text] ?? firsts[foldedWithoutSpace(text)] }

  /// The second level below a first one.
  func second(_ text: String, below first: Int) -> Int? {
    secondsBelow[first][text] ?? secondsBelow[first][foldedWithoutSpace(text)]
  }

  /// Every second level of that name.
  func seconds(named text: String) -> [Int] {
    secondsAnywhere[text] ?? secondsAnywhere[foldedWithoutSpace(text)] ?? []
  }
}
