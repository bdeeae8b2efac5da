import ChineseText
import FormModel
import FormRules
import FormWriting

/// Which findings are wanted, and how much they matter: from the command line and `jixiao.yaml`.
struct RuleControl: Sendable {
  /// What `severity:` can say of a rule.
  enum Level: Sendable, Hashable {
    case severity(Severity)
    case off

    init?(_ word: String) {
      if let severity = Severity(rawValue: word) {
        self = .severity(severity)
      } else if Messages.offWords.contains(word) {
        self = .off
      } else {
        return nil
      }
    }

    static let words = ["error", "warning", "info", "off"]
  }

  /// Only these rules; `nil` for all of them.
  private var selected: Set<String>?
  private var ignored: Set<String> = []
  private var levels: [String: Level] = [:]

  /// Whether anything is changed at all.
  var isEmpty: Bool { selected == nil && ignored.isEmpty && levels.isEmpty }

  /// - Parameters:
  ///   - select: rules, or groups of rules; none for all.
  ///   - severities: later entries over earlier ones.
  init(select: Set<String>, ignore: Set<String>, levels: [String: Level]) {
    selected = select.isEmpty ? nil : select
    ignored = ignore
    self.levels = levels
  }

  /// Whether a rule's findings are wanted.
  func wants(_ rule: String) -> Bool {
    if ignored.contains(rule) || levels[rule] == .off { return false }
    return selected?.contains(rule) ?? true
  }

  /// The finding as it is to be reported; `nil` where it is not wanted.
  func adjusted(_ finding: Finding) -> Finding? {
    guard wants(finding.rule) else { return nil }
    guard case .severity(let severity) = levels[finding.rule] else { return finding }
    var finding = finding
    finding.severity = severity
    return finding
  }
}

/// The names that rules and groups of rules have.
struct RuleNames: Sendable {
  /// Groups, by folder and by their Chinese name, with their rules.
  private let groups: [String: Set<String>]
  private let rules: Set<String>

  init(_ set: RuleSet) {
    var groups: [String: Set<String>] = [:]
    for rule in set.rules {
      groups[rule.group, default: []].insert(rule.id)
      groups[Messages.name(ofGroup: rule.group), default: []].insert(rule.id)
    }
    let own = Set(ProgramRule.allCases.map(\.rawValue))
    groups[Messages.programGroup] = own
    self.groups = groups
    rules = Set(set.rules.map(\.id)).union(own)
  }

  /// Whether there is a rule of this id.
  func holds(_ rule: String) -> Bool { rules.contains(rule) }

  /// The rule nearest to an unknown id.
  func nearest(_ word: String) -> String? { closestMatch(to: word, among: rules.sorted()) }

  /// The rules that a word names; `nil` for an unknown word.
  func rules(named word: String) -> Set<String>? {
    if rules.contains(word) { return [word] }
    return groups[word]
  }

  /// The rules that words of the command line name, each perhaps several with commas between them.
  ///
  /// - Throws: `Complaint` for an unknown word.
  func rules(named words: [String], option: String) throws(Complaint) -> Set<String> {
    var found: Set<String> = []
    for word in words.flatMap({ $0.split(whereSeparator: { ",，、 ".contains($0) }) }).map(String.init) {
      guard let rules = rules(named: word) else {
        let near = closestMatch(to: word, among: (Array(self.rules) + groups.keys).sorted())
        throw Complaint(Messages.unknownRuleOrGroup(word, option: option, didYouMean: near), .usage)
      }
      found.formUnion(rules)
    }
    return found
  }
}
