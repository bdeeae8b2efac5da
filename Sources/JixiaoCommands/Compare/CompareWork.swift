import ChineseText
import FormComparison
import FormModel
import FormRules
import FormTemplates
import FormWriting
import Synchronization

/// Compares pairs of forms; the same for any number of threads.
struct CompareWork: Sendable {
  let library: Library
  /// The template of all self-evaluations; `nil` for each form's own.
  let template: String?
  let today: CalendarDate?
  let words: MatchingWords
  private let rules: RuleSet
  private let engines = Engines()

  /// The groups of rules that are about a self-evaluation and what it answers for.
  private static let groups: Set<String> = ["comparison", "scoring", "across"]
  /// The rules of these groups; others are asked only whether they silence one of them.
  private let reported: Set<String>

  init(library: Library, template: String?, today: CalendarDate?) throws {
    (self.library, self.template, self.today) = (library, template, today)
    let all = try library.rules()
    words = all.matchingWords
    let rules = try Self.asComplaint { () throws(RuleError) in try all.only(Self.groups) }
    self.rules = rules
    reported = Set(rules.rules.filter { Self.groups.contains($0.group) }.map(\.id))
    if let template { _ = try library.template(template) }
  }

  /// - Parameter approved: `nil` for a self-evaluation alone.
  /// - Throws: `Complaint` for a template that nothing is known of.
  func compare(
    _ approved: ComparedSource?, _ evaluated: ComparedSource, decisions: PairList
  ) throws -> ComparedForms {
    let template =
      try self.template.map(library.template) ?? recognised(evaluated.read.form)
    let own = approved ?? evaluated
    let comparison = Comparison(
      approved: own.read.form, evaluated: evaluated.read.form, words: words, decisions: decisions)
    let report = try engine(for: template).check(
      evaluated.read, beside: Companions(comparison: approved == nil ? nil : comparison),
      today: today)
    return ComparedForms(
      approved: checked(
        own, try approved.map { try recognised($0.read.form) } ?? template, []),
      evaluated: checked(evaluated, template, findings(of: report)),
      comparison: comparison,
      points: template.scoring.flatMap { plan in
        evaluated.read.form.kind == .selfEvaluation ? TwofoldPoints(comparison, plan: plan) : nil
      }, isAlone: approved == nil)
  }

  private func findings(of report: Report) -> [ReportedFinding] {
    report.findings.filter { reported.contains($0.rule) }.map { ReportedFinding($0) }
  }

  /// The pair with what the self-evaluations before say about its own; `nil` where that is nothing.
  func adding(_ likeness: Likeness, to pair: ComparedForms) throws -> ComparedForms? {
    guard !likeness.isEmpty else { return nil }
    let template = try library.template(pair.evaluated.template.id)
    let engine = try engine(for: template)
    let found = findings(of: engine.check(pair.evaluated.read, against: likeness, today: today))
    guard !found.isEmpty else { return nil }
    var pair = pair
    pair.evaluated.findings += found
    return pair
  }

  private func engine(for template: Template) throws -> RuleEngine {
    try engines.engine(of: template.id) {
      try Self.asComplaint { () throws(RuleError) in try RuleEngine(rules: rules, template: template) }
    }
  }

  /// The template that a form names, else the one that it looks like.
  private func recognised(_ form: Form) throws(Complaint) -> Template {
    try library.template(library.recognisedID(of: form))
  }

  private static func asComplaint<Result>(
    _ work: () throws(RuleError) -> Result
  ) throws(Complaint) -> Result {
    do throws(RuleError) {
      return try work()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  private func checked(
    _ source: ComparedSource, _ template: Template, _ findings: [ReportedFinding]
  ) -> CheckedForm {
    CheckedForm(
      file: source.file, number: source.number, read: source.read,
      profile: engines.profile(of: template), findings: findings)
  }
}

/// Engines and profiles, made once for each template.
private final class Engines: Sendable {
  private let known = Mutex<[String: RuleEngine]>([:])
  private let profiles = Mutex<[String: CheckedProfile]>([:])

  func profile(of template: Template) -> CheckedProfile {
    profiles.withLock { profiles in
      if let profile = profiles[template.id] { return profile }
      let profile = CheckedProfile(template)
      profiles[template.id] = profile
      return profile
    }
  }

  func engine(of template: String, make: () throws -> RuleEngine) throws -> RuleEngine {
    try known.withLock { known in
      if let engine = known[template] { return engine }
      let engine = try make()
      known[template] = engine
      return engine
    }
  }
}
