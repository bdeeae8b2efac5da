import ChineseText
import TestSupport
import Testing

@Suite struct WordSetTests {
  static let words = WordSet(["提升", "提升率", "提高", "a", "ab", "", "提升", "é", "不断提升", "进一步", "升"])

  @Test(arguments: [
    ("有效提升效率", ["提升"]), ("提升率不断提升", ["提升率", "不断提升"]), ("", []), ("甲乙", []), ("ab a", ["ab", "a"]),
    ("caféz", ["a", "é"]), ("升提", ["升"]), ("提升提高", ["提升", "提高"]), ("进一", []), ("😀提高", ["提高"]),
  ])
  func matches(_ text: String, _ expected: [String]) {
    #expect(Self.words.matches(in: text).map(\.word) == expected)
    #expect(Self.words.occurs(in: text) == !expected.isEmpty)
  }

  @Test func placesAreBytes() {
    let match = Self.words.firstMatch(in: "有提升率")
    #expect(match?.bytes == 3..<12)
    #expect(match?.index == 1)
    #expect(Self.words.words.count == 9)
  }

  @Test func emptySetFindsNothing() {
    #expect(!WordSet([]).occurs(in: "提升"))
  }

  /// Against the plain way of looking, on texts made of a few characters so that many words hit.
  @Test func sameAsSearchingOneByOne() {
    var random = SplitMix64(seed: 2)
    let letters = ["提", "升", "高", "a", "b", "é", "，", "😀"]
    for _ in 0..<300 {
      let vocabulary = (0..<Int.random(in: 0...30, using: &random)).map { _ in word(letters, 3, &random) }
      let set = WordSet(vocabulary)
      for _ in 0..<30 {
        let text = word(letters, 12, &random)
        let expected = plainMatches(of: vocabulary, in: text)
        #expect(set.matches(in: text).map(\.word) == expected)
        #expect(set.makesUp(text) == (expected.joined() == text))
      }
    }
  }

  private func word(_ letters: [String], _ length: Int, _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }.joined()
  }

  private func plainMatches(of words: [String], in text: String) -> [String] {
    let sorted = words.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    var found: [String] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      if let hit = sorted.first(where: { rest.starts(with: $0.unicodeScalars) }) {
        found.append(hit)
        rest = rest.dropFirst(hit.unicodeScalars.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return found
  }
}
