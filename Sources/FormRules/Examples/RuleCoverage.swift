import ChineseText
import FormModel
import FormTemplates

/// What the examples of rules exercise, and what they do not.
///
/// A condition or parameter is exercised when an example ends otherwise without it; a number, when an example ends
/// otherwise with it one step higher, and another with it one step lower: then there is an example on either side of the
/// border. A word is exercised when it stands in an example of a rule that uses its list.
public struct RuleCoverage: Sendable {
  /// A check kind, with the rules that use it and their examples.
  public struct Kind: Sendable, Hashable {
    /// Its key in rule files.
    public var name: String
    /// Rules that use it.
    public var rules: Int
    /// Their examples.
    public var examples: Int
  }

  /// What the examples of a rule leave open.
  public struct Gaps: Sendable, Hashable {
    /// The rule's id.
    public var rule: String
    /// Conditions of `when` without which every example ends the same.
    public var conditions: [String] = []
    /// Parameters of the check without which every example ends the same.
    public var parameters: [String] = []
    /// Numbers that could be one step lower or higher: `max + 1`.
    public var borders: [String] = []

    /// Whether nothing is left open.
    public var isEmpty: Bool { conditions.isEmpty && parameters.isEmpty && borders.isEmpty }
  }

  /// A word list, and its words that stand in no example.
  public struct Words: Sendable, Hashable {
    /// `vague-words`.
    public var list: String
    /// All words of the list.
    public var count: Int
    /// Those in no example of a rule that uses the list.
    public var missing: [String]
  }

  /// In the order of the program; kinds that no rule uses too.
  public private(set) var kinds: [Kind] = []
  /// The rules whose examples leave something open, in their order.
  public private(set) var gaps: [Gaps] = []
  /// Lists that the rules use, by name.
  public private(set) var words: [Words] = []
  /// How many examples have each key: `flag`, `pass`, `rows`, `template` ….
  public private(set) var exampleKinds: [(key: String, count: Int)] = []

  /// - Parameter ids: the rules that are looked at.
  public init(_ tester: RuleTester, rules ids: [String]) {
    let rules = ids.compactMap { tester.rules[$0] }
    let examples = rules.map { (try? $0.examples()) ?? [] }
    kinds = CheckKinds.all.map { type in
      let own = rules.indices.filter { rules[$0].checkKind == type.kind }
      return Kind(name: type.kind, rules: own.count, examples: own.reduce(0) { $0 + examples[$1].count })
    }
    gaps = zip(rules, examples).map { RuleMutations(rule: $0, examples: $1, tester: tester).gaps }
      .filter { !$0.isEmpty }
    words = Self.words(of: zip(rules, examples), in: tester.rules)
    let keys = examples.joined().flatMap(\.keys)
    exampleKinds = RuleExample.allKeys.map { key in (key, keys.count { $0 == key }) }
  }

  private static func words(
    of rules: Zip2Sequence<[Rule], [[RuleExample]]>, in set: RuleSet
  ) -> [Words] {
    var texts: [String: String] = [:]
    for (rule, examples) in rules {
      let text = examples.flatMap(\.texts).map(foldedWithoutSpace).joined(separator: "\n")
      for list in rule.vocabularyNames { texts[list, default: ""] += text + "\n" }
    }
    return texts.keys.sorted().map { list in
      let words = set.words(of: list)
      let missing = words.filter { word in
        let bare = word.drop { $0 == "^" }
        let text = String(bare.last == "$" ? bare.dropLast() : bare)
        return !(texts[list] ?? "").contains(foldedWithoutSpace(text))
      }
      return Words(list: list, count: words.count, missing: missing)
    }
  }
}

extension RuleExample {
  static let allKeys = [
    "flag", "pass", "rows", "indicators", "without", "empty-levels", "form", "budget", "template", "also",
    "as-of", "earlier", "narrative", "last-year",
  ]

  /// The keys that the example has.
  var keys: [String] {
    let parts: [(String, Bool)] = [
      ("flag", isFlagged), ("pass", !isFlagged), ("rows", !rows.isEmpty && !replacesAllRows),
      ("indicators", replacesAllRows), ("without", !without.isEmpty), ("empty-levels", !emptyLevels.isEmpty),
      ("form", !fields.isEmpty), ("budget", !budget.isEmpty), ("template", template != nil),
      ("also", !also.isEmpty), ("as-of", asOf != nil), ("earlier", earlier != nil),
      ("narrative", !narrative.isEmpty), ("last-year", lastYear != nil),
    ]
    return parts.filter(\.1).map(\.0)
  }

  /// Every text that it sets.
  var texts: [String] {
    var texts = fields.values.compactMap { $0 } + rows.flatMap { $0.values.compactMap { $0 } }
    texts += budget.values.flatMap { $0.values.compactMap { $0 } } + without + emptyLevels
    for case .form(let before)? in [earlier, lastYear] { texts += before.texts }
    texts += narrative
    return texts
  }
}
