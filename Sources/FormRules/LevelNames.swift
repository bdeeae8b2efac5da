import ChineseText
import FormTemplates

/// The levels of a template by every spelling, as numbers.
final class LevelNames: Sendable {
  private let firsts: [TextBytes: Int]
  private let secondsBelow: [[TextBytes: Int]]
  private let secondsAnywhere: [TextBytes: [Int]]
  /// Names as the template prints them.
  let firstNames: [String]
  let secondNames: [(first: Int, name: String)]

  init(_ template: Template) {
    var firsts: [TextBytes: Int] = [:]
    var secondsBelow: [[TextBytes: Int]] = []
    var secondsAnywhere: [TextBytes: [Int]] = [:]
    var firstNames: [String] = []
    var secondNames: [(first: Int, name: String)] = []
    for (number, level) in template.levels.enumerated() {
      firstNames.append(level.name)
      for name in ([level.name] + level.aliases).map(TextBytes.init) where firsts[name] == nil {
        firsts[name] = number
      }
      var below: [TextBytes: Int] = [:]
      for second in level.levels {
        let id = secondNames.count
        secondNames.append((number, second.name))
        for name in ([second.name] + second.aliases).map(TextBytes.init) {
          if below[name] == nil { below[name] = id }
          secondsAnywhere[name, default: []].append(id)
        }
      }
      secondsBelow.append(below)
    }
    (self.firsts, self.secondsBelow, self.secondsAnywhere) = (firsts, secondsBelow, secondsAnywhere)
    (self.firstNames, self.secondNames) = (firstNames, secondNames)
  }

  /// The first level that a form calls `text`.
  func first(_ text: String) -> Int? { Self.look(text) { firsts[$0] } }

  /// The second level below a first one.
  func second(_ text: String, below first: Int) -> Int? { Self.look(text) { secondsBelow[first][$0] } }

  /// Every second level of that name.
  func seconds(named text: String) -> [Int] { Self.look(text) { secondsAnywhere[$0] } ?? [] }

  /// As printed, else without blanks and in half width.
  private static func look<Found>(_ text: String, _ find: (TextBytes) -> Found?) -> Found? {
    find(TextBytes(text)) ?? find(TextBytes(foldedWithoutSpace(text)))
  }
}
