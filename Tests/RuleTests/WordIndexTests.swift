import FormModel
import TestSupport
import Testing

@testable import FormRules

/// One pass for all words says the same as a search word by word.
@Suite struct WordIndexTests {
  @Test func marksAreThoseOfASearchWordByWord() throws {
    let lists = try Self.lists()
    let table = WordTable(lists)
    try #require(lists.count > 60 && lists.count <= WordTable.capacity)
    var (found, random) = (0, SplitMix64(seed: 11))
    let words = lists.flatMap(\.words)
    for _ in 0..<400 {
      let text = plain(Self.text(of: words, &random))
      let stem = random.one(in: 2) ? text : String(text.dropLast(random.one(in: 2) ? 1 : 3))
      let marks = table.marks(of: text, stemCount: stem.utf8.count)
      for list in lists {
        let expected = list.words.contains { Self.isIn(text, stem, $0) }
        #expect(table.has(list, in: marks) == expected, "\(text) / \(stem): \(list.words.prefix(3))")
        #expect((list.match(in: text, stem: stem) != nil) == expected)
        found += expected ? 1 : 0
      }
    }
    #expect(found > 2000)
  }

  @Test func listsBehindTheRoomAreAskedOneByOne() {
    let lists = (0..<(WordTable.capacity + 3)).map { WordList(["第\($0)项"]) }
    let table = WordTable(lists)
    let marks = table.marks(of: "第0项和第255项", stemCount: 0)
    #expect(table.has(lists[0], in: marks) == true && table.has(lists[255], in: marks) == true)
    #expect(table.has(lists[1], in: marks) == false)
    #expect(table.has(lists[256], in: marks) == nil && table.has(WordList(["项"]), in: marks) == nil)
  }

  /// The engine for many forms says what the one for a single form says, word for word.
  @Test(arguments: ["shanghai-target", "shanghai-self-evaluation-2024"])
  func reportsAreThoseOfASingleForm(_ id: String) throws {
    let template = try RuleFolder.templates.template(id)
    let single = try RuleFolder.engine(id)
    let many = try RuleEngine(rules: RuleFolder.rules.get(), template: template, forManyForms: true)
    var (year, seed) = (YearOfForms(seed: 5), RuleSeed(state: 8))
    var findings = 0
    for index in 0..<60 {
      let form = index % 3 == 0 ? seed.form() : year.form()
      let report = many.check(form)
      #expect(report == single.check(form))
      findings += report.findings.count
    }
    #expect(findings > 60)
  }

  /// All lists that the rules of a template look for.
  private static func lists() throws -> [WordList] {
    let rules = try RuleFolder.rules.get().adjusted(for: RuleFolder.templates.template("shanghai-target"))
    return rules.rules.flatMap(\.wordLists).reduce(into: []) { lists, list in
      if !lists.contains(where: { $0 === list }) { lists.append(list) }
    }
  }

  /// Words, halves of words, and what stands between them.
  private static func text(of words: [String], _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let word = random.pick(words).filter { $0 != "^" && $0 != "$" }
      let part = random.one(in: 3) ? String(word.dropLast()) : word
      return part + random.pick(["", "", "的", "（项）", "A", "5%", "　"])
    }.joined()
  }

  /// What the page about rules says of `^` and `$`.
  private static func isIn(_ text: String, _ stem: String, _ word: String) -> Bool {
    let bare = String(word.drop { $0 == "^" }.reversed().drop { $0 == "$" }.reversed())
    guard !bare.isEmpty, !text.isEmpty else { return false }
    switch (word.first == "^", word.last == "$") {
    case (true, true): return text == bare || stem == bare
    case (true, false): return text.hasPrefix(bare)
    case (false, true): return text.hasSuffix(bare) || stem.hasSuffix(bare)
    default: return text.contains(bare)
    }
  }
}
