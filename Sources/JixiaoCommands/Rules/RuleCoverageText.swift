import ChineseText
import FormRules

/// What the examples of rules exercise, as a person reads it.
struct RuleCoverageText {
  /// Words that are named of each list.
  private static let most = 5

  private let coverage: RuleCoverage
  private let width: Int
  /// Whether check kinds that no rule uses are worth a word.
  private let tellsUnused: Bool

  init(_ coverage: RuleCoverage, width: Int, tellsUnused: Bool) {
    (self.coverage, self.width, self.tellsUnused) = (coverage, width, tellsUnused)
  }

  var text: String {
    let parts: [(String, [String])] = [
      (Messages.Coverage.kinds, coverage.kinds.filter { $0.rules > 0 }.map(kind) + unused),
      (Messages.Coverage.examples, coverage.exampleKinds.map { "  \(padded($0.key, to: 14))\($0.count)" }),
      (
        Messages.Coverage.gaps,
        coverage.gaps.isEmpty ? [Messages.Coverage.noGaps] : coverage.gaps.flatMap(gap)
      ),
      (Messages.Coverage.words, coverage.words.map(words)),
    ]
    return parts.filter { !$0.1.isEmpty }.flatMap { head, lines in
      ["", "【\(head)】"] + lines.flatMap { wrapped($0, width: width) }
    }.joined(separator: "\n")
  }

  private func kind(_ kind: RuleCoverage.Kind) -> String {
    "  \(padded(kind.name, to: 14))\(Messages.Coverage.count(rules: kind.rules, examples: kind.examples))"
  }

  private var unused: [String] {
    let names = coverage.kinds.filter { $0.rules == 0 }.map(\.name)
    return names.isEmpty || !tellsUnused ? [] : [Messages.Coverage.unused(names)]
  }

  private func gap(_ gap: RuleCoverage.Gaps) -> [String] {
    ["  \(gap.rule)"]
      + [
        (Messages.Coverage.conditions, gap.conditions), (Messages.Coverage.parameters, gap.parameters),
        (Messages.Coverage.borders, gap.borders),
      ].filter { !$0.1.isEmpty }.map { "    \($0)：\($1.joined(separator: "、"))" }
  }

  private func words(_ words: RuleCoverage.Words) -> String {
    let named = words.missing.prefix(Self.most)
    let rest = words.missing.count - named.count
    return "  \(padded(words.list, to: 24))"
      + Messages.Coverage.words(
        used: words.count - words.missing.count, of: words.count, Array(named), rest: rest)
  }
}
