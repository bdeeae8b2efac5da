import FormModel
import FormTemplates
import FoundationEssentials
import YAMLText

/// A rule with one thing changed at a time: what no example notices is not exercised.
struct RuleMutations {
  let rule: Rule
  let examples: [RuleExample]
  let tester: RuleTester

  var gaps: RuleCoverage.Gaps {
    var gaps = RuleCoverage.Gaps(rule: rule.id)
    let before = outcomes(of: nil)
    for entry in rule.source.root.entry("when")?.value.entries ?? [] {
      if outcomes(of: .without("when", entry.key)) == before { gaps.conditions.append(entry.key) }
    }
    for entry in checkParameters {
      // A rule that cannot be read without the parameter cannot be tried without it.
      if let after = outcomes(of: .without("check", entry.key)), after == before {
        gaps.parameters.append(entry.key)
      }
      for step in [Decimal(-1), 1] where number(of: entry) != nil {
        guard let after = outcomes(of: .step(entry, step)), after == before else { continue }
        gaps.borders.append("\(entry.key) \(step < 0 ? "−" : "+") \(Self.step(of: number(of: entry) ?? 0))")
      }
    }
    gaps.parameters.removeAll { key in gaps.borders.contains { $0.hasPrefix(key + " ") } }
    return gaps
  }

  private enum Mutation {
    case without(String, String)
    case step(YAMLEntry, Decimal)
  }

  private var checkParameters: [YAMLEntry] {
    rule.source.root.entry("check")?.value.entries.first?.value.entries ?? []
  }

  /// Where the rule hits in each example; `nil` where the changed rule cannot be read.
  private func outcomes(of mutation: Mutation?) -> [Set<FormPath>]? {
    var outcomes: [Set<FormPath>] = []
    for example in examples {
      guard let stage = tester.stages[example.template ?? rule.usualTemplate] else { continue }
      var changed = stage.engine.rules[rule.id] ?? rule
      if let mutation {
        guard let mutated = mutated(mutation, for: stage.engine.template) else { return nil }
        changed = mutated
      }
      let form = example.form(from: stage.clean)
      let report = stage.engine.report(
        on: form, byOnly: changed, example.likeness(of: form, from: stage.clean),
        beside: example.companions(of: form, from: stage.clean, tester.stages), asOf: example.asOf)
      outcomes.append(Set(report.findings.map(\.path)))
    }
    return outcomes
  }

  private func mutated(_ mutation: Mutation, for template: Template) -> Rule? {
    var overrides = template.rules[rule.id]?.parameters ?? []
    var root = rule.source.root
    switch mutation {
    case .without("check", let key):
      guard let kind = root.entry("check")?.value.entries.first else { return nil }
      overrides.removeAll { $0.key == key }
      let check = YAMLNode(.mapping([kind.replacing(kind.value.without(key))]), at: kind.value.mark)
      root = root.replacing("check", with: check)
    case .without(let part, let key):
      guard let node = root.entry(part)?.value else { return nil }
      root = root.replacing(part, with: node.without(key))
    case .step(let entry, let sign):
      guard let value = number(of: entry, for: template) else { return nil }
      overrides.removeAll { $0.key == entry.key }
      let node = YAMLNode(
        .scalar("\(value + sign * Self.step(of: value))", quoted: true), at: entry.value.mark)
      overrides.append(entry.replacing(node))
    }
    return tester.rules.decoded(rule, root: root, overrides: overrides, for: template)
  }

  /// The number that a parameter is, or that the template gives for it.
  private func number(of entry: YAMLEntry, for template: Template? = nil) -> Decimal? {
    let own = template?.rules[rule.id]?.parameters.first { $0.key == entry.key } ?? entry
    guard let node = tester.rules.resolved(own.value, for: template),
      case .scalar(let text, _) = node.content
    else { return nil }
    return Decimal(string: text).flatMap { text.allSatisfy { "0123456789.-".contains($0) } ? $0 : nil }
  }

  /// The least by which a number of that many decimals can change.
  private static func step(of value: Decimal) -> Decimal {
    value.exponent < 0 ? Decimal(sign: .plus, exponent: value.exponent, significand: 1) : 1
  }
}

extension YAMLNode {
  fileprivate var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  fileprivate func entry(_ key: String) -> YAMLEntry? { entries.first { $0.key == key } }

  fileprivate func without(_ key: String) -> YAMLNode {
    YAMLNode(.mapping(entries.filter { $0.key != key }), at: mark)
  }

  fileprivate func replacing(_ key: String, with value: YAMLNode) -> YAMLNode {
    YAMLNode(.mapping(entries.map { $0.key == key ? $0.replacing(value) : $0 }), at: mark)
  }

  /// Every text in it.
  fileprivate var texts: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .sequence(let items): items.flatMap(\.texts)
    case .mapping(let entries): entries.flatMap(\.value.texts)
    }
  }
}

extension YAMLEntry {
  fileprivate func replacing(_ value: YAMLNode) -> YAMLEntry {
    YAMLEntry(key: key, keyMark: keyMark, value: value)
  }
}

extension Rule {
  /// The word lists that the rule's conditions and check name, each once.
  public var vocabularyNames: Set<String> {
    let nodes = ["when", "check"].compactMap { source.root.entry($0)?.value }
    let prefix = "vocabulary/"
    return Set(
      nodes.flatMap(\.texts).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
  }
}
