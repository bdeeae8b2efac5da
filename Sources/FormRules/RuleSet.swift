import FormModel
import FormTemplates
import YAMLText

/// The rules at hand, by id, with the word lists they refer to.
public struct RuleSet: Sendable {
  /// In the order of the files; those that a template switches off are not among them.
  public private(set) var rules: [Rule] = []
  /// Rules that a template switches off, and why.
  public private(set) var switchedOff: [SwitchedOffRule] = []
  private(set) var vocabularies: [String: Vocabulary] = [:]
  private var positions: [String: Int] = [:]
  /// Rules for self-evaluations only, which nobody has asked for yet.
  private var postponed: [RuleFile] = []
  /// The place of each rule among the files.
  private var order: [String: Int] = [:]

  /// Decodes rules and word lists. Files that do not end in `.yaml` are passed over.
  ///
  /// - Parameter readsWordsLater: decodes a word list when a check first needs it, and the rules for self-evaluations
  ///   alone when a template of such forms, or ``complete()``, asks for them. For files that are known to be right, as
  ///   the bundled ones are by their tests: a wrong list would be an empty one.
  /// - Throws: `RuleError` for the first file that is wrong, and for an id given twice.
  public init(files: [RuleFile], readsWordsLater: Bool = false) throws(RuleError) {
    try add(files, readsWordsLater: readsWordsLater)
  }

  /// The rule of an id.
  public subscript(id: String) -> Rule? { positions[id].map { rules[$0] } }

  /// These rules and more: a rule or word list of the same name takes the place of the one there is.
  ///
  /// Rules that refer to a replaced word list read the new one.
  public func adding(files: [RuleFile]) throws(RuleError) -> RuleSet {
    var new = self
    let replacesWords = files.contains { $0.place?.group == Self.vocabularyFolder }
    try new.add(files)
    guard replacesWords else { return new }
    let reading = RuleReading(vocabularies: new.vocabularies)
    for index in new.rules.indices { new.rules[index] = try new.rules[index].decodedAgain(reading) }
    return new
  }

  /// The rules as a template wants them: its severities, parameters, and some switched off.
  ///
  /// - Throws: `RuleError` when the template names a rule there is not, or a parameter it does not have.
  public func adjusted(for template: Template) throws(RuleError) -> RuleSet {
    if template.kind == .selfEvaluation, !postponed.isEmpty { return try complete().adjusted(for: template) }
    try refuseUnknownRules(of: template)
    var new = self
    new.rules = []
    new.positions = [:]
    let reading = RuleReading(vocabularies: vocabularies, template: template)
    for rule in rules {
      let adjustment = template.rules[rule.id]
      if let reason = adjustment?.offReason {
        new.switchedOff.append(SwitchedOffRule(rule: rule, reason: reason))
        continue
      }
      var own = rule
      let overrides = adjustment?.parameters ?? []
      if rule.source.usesProfile || !overrides.isEmpty {
        own = try rule.decodedAgain(reading, overrides: overrides)
      }
      own.severity = adjustment?.severity ?? rule.severity
      new.positions[own.id] = new.rules.count
      new.rules.append(own)
    }
    return new
  }

  /// All rules, with those that wait for a self-evaluation.
  ///
  /// - Throws: `RuleError` for the first of them that is wrong.
  public func complete() throws(RuleError) -> RuleSet {
    guard !postponed.isEmpty else { return self }
    var new = self
    new.postponed = []
    let reading = RuleReading(vocabularies: vocabularies)
    for file in postponed {
      guard let place = file.place, new.positions[place.name] == nil else { continue }
      try Self.placing(file) { () throws(YAMLError) in
        let root = try Self.root(of: file)
        new.insert(try Rule(file, group: place.group, name: place.name, root: root, reading: reading))
      }
    }
    new.rules.sort { (order[$0.id] ?? Int.max, $0.id) < (order[$1.id] ?? Int.max, $1.id) }
    for (index, rule) in new.rules.enumerated() { new.positions[rule.id] = index }
    return new
  }

  /// The words of a list; none for a list there is not.
  func words(of list: String) -> [String] { vocabularies[list]?.groups.flatMap(\.words) ?? [] }

  /// A value of a rule file, or what the template has for it; `nil` where it cannot be read.
  func resolved(_ node: YAMLNode, for template: Template?) -> YAMLNode? {
    try? RuleReading(vocabularies: vocabularies, template: template).resolved(node).node
  }

  /// The rule read again from a changed file; `nil` where it cannot be read so.
  func decoded(_ rule: Rule, root: YAMLNode, overrides: [YAMLEntry], for template: Template) -> Rule? {
    let reading = RuleReading(vocabularies: vocabularies, template: template)
    return try? Rule(
      rule.source.file, group: rule.group, name: rule.id, root: root, reading: reading, overrides: overrides)
  }

  /// The rules of some groups, and those that silence them (`unless`), with all word lists.
  ///
  /// - Parameter groups: folders of `Rules/`.
  /// - Throws: `RuleError` for the first wrong rule among those that wait for a self-evaluation.
  public func only(_ groups: Set<String>) throws(RuleError) -> RuleSet {
    var new = try complete()
    let silencers = Set(new.rules.filter { groups.contains($0.group) }.flatMap(\.unless))
    new.rules.removeAll { !groups.contains($0.group) && !silencers.contains($0.id) }
    new.positions = [:]
    for (index, rule) in new.rules.enumerated() { new.positions[rule.id] = index }
    return new
  }

  private static let vocabularyFolder = "vocabulary"

  private mutating func add(_ files: [RuleFile], readsWordsLater: Bool = false) throws(RuleError) {
    let placed = files.compactMap { file in file.place.map { (file: file, group: $0.group, name: $0.name) } }
    for entry in placed where entry.group == Self.vocabularyFolder {
      let known = vocabularies[entry.name]
      let words = Vocabulary { () throws(YAMLError) in
        try Vocabulary.Content(try Self.root(of: entry.file), over: known)
      }
      if !readsWordsLater { try Self.placing(entry.file) { () throws(YAMLError) in try words.decode() } }
      vocabularies[entry.name] = words
    }
    let reading = RuleReading(vocabularies: vocabularies)
    var new: [String: RuleFile] = [:]
    for entry in placed where entry.group != Self.vocabularyFolder {
      if order[entry.name] == nil { order[entry.name] = order.count }
      if readsWordsLater, entry.file.isForSelfEvaluationsOnly {
        postponed.append(entry.file)
        continue
      }
      try Self.placing(entry.file) { () throws(YAMLError) in
        let root = try Self.root(of: entry.file)
        if let other = new.updateValue(entry.file, forKey: entry.name) {
          throw YAMLError(.other(Messages.twice(entry.name, path: other.path)), at: root.mark)
        }
        insert(try Rule(entry.file, group: entry.group, name: entry.name, root: root, reading: reading))
      }
    }
    try refuseUnknownUnless()
  }

  private mutating func insert(_ rule: Rule) {
    if let position = positions[rule.id] {
      rules[position] = rule
    } else {
      positions[rule.id] = rules.count
      rules.append(rule)
    }
  }

  private func refuseUnknownUnless() throws(RuleError) {
    for rule in rules {
      for id in rule.unless where order[id] == nil {
        let cause = YAMLError(.other(Messages.unknownUnless(id)), at: rule.source.root.mark)
        throw RuleError(path: rule.source.file.path, source: rule.source.file.text, cause: cause)
      }
    }
  }

  private func refuseUnknownRules(of template: Template) throws(RuleError) {
    for id in template.rules.keys.sorted() where order[id] == nil {
      let mark = template.rules[id]?.parameters.first?.keyMark ?? YAMLMark(line: 1, column: 1)
      let problem = YAMLError.Problem.unknownValue(id, key: "rules", allowed: order.keys.sorted())
      throw RuleError(path: template.id, source: "", cause: YAMLError(problem, at: mark))
    }
  }

  private static func root(of file: RuleFile) throws(YAMLError) -> YAMLNode {
    guard let root = try parseYAML(file.head) else {
      throw YAMLError(.other(Messages.emptyRuleFile), at: YAMLMark(line: 1, column: 1))
    }
    return root
  }

  private static func placing(
    _ file: RuleFile, _ body: () throws(YAMLError) -> Void
  ) throws(RuleError) {
    do throws(YAMLError) {
      try body()
    } catch {
      throw RuleError(path: file.path, source: file.text, cause: error)
    }
  }
}

/// A rule that a template switches off.
public struct SwitchedOffRule: Sendable {
  /// The rule as it would hold otherwise.
  public var rule: Rule
  /// The template's words.
  public var reason: String
}

extension Rule {
  /// The rule read again with other word lists or a template's parameters.
  func decodedAgain(_ reading: RuleReading, overrides: [YAMLEntry] = []) throws(RuleError) -> Rule {
    do throws(YAMLError) {
      return try Rule(
        source.file, group: group, name: id, root: source.root, reading: reading, overrides: overrides)
    } catch {
      throw RuleError(path: source.file.path, source: source.file.text, cause: error)
    }
  }
}
