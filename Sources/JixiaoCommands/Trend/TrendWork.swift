import ChineseText
import FormComparison
import FormModel
import FormRules
import FormTemplates
import FormWriting
import Synchronization

/// Follows projects over the years; the same for any number of threads.
struct TrendWork: Sendable {
  let library: Library
  let today: CalendarDate?
  let words: MatchingWords
  private let rules: RuleSet
  private let engines = TrendEngines()

  init(library: Library, today: CalendarDate?) throws {
    (self.library, self.today) = (library, today)
    rules = try library.rules()
    words = rules.matchingWords
  }

  /// - Parameter sources: the forms of one project.
  /// - Throws: `Complaint` for a template that nothing is known of.
  func trend(of sources: [ComparedSource], decisions: PairList) throws -> TrendedProject {
    let templates = try sources.map { try library.template(library.recognisedID(of: $0.read.form)) }
    let forms = zip(sources, templates).map { source, template in
      TrendForm(form: source.read.form, name: source.name, plan: template.scoring)
    }
    let (habits, severity) = try overshooting(sources, templates)
    let trend = Trend(forms, words: words, habits: habits, decisions: decisions)
    let checked = zip(sources, templates).map { source, template in
      CheckedForm(
        file: source.file, number: source.number, read: source.read, profile: CheckedProfile(template),
        findings: [])
    }
    var findings: [TrendFinding] = []
    for year in trend.years.indices {
      findings += try self.findings(of: year, in: trend, sources, templates)
    }
    return TrendedProject(forms: checked, trend: trend, findings: findings, overshootSeverity: severity)
  }

  // MARK: What is data

  /// The numbers of the latest self-evaluation's profile, and how much its rule about a single year matters.
  private func overshooting(
    _ sources: [ComparedSource], _ templates: [Template]
  ) throws -> (TrendHabits, Severity?) {
    let evaluations = sources.indices.filter { sources[$0].read.form.kind == .selfEvaluation }
    let latest = evaluations.max { one, other in
      let (a, b) = (sources[one], sources[other])
      return (a.read.form.year ?? 0, a.name) < (b.read.form.year ?? 0, b.name)
    }
    guard let template = latest.map({ templates[$0] }),
      let limit = Self.number(Messages.Trend.overshoot, of: template),
      let rule = try engines.engine(of: template, rules: rules).rules[Messages.Trend.overshootRule]
    else { return (TrendHabits(), nil) }
    let years = Self.number(Messages.Trend.overshootYears, of: template).flatMap { Int("\($0)") }
    return (TrendHabits(overshoot: limit, fewestResults: max(2, years ?? 2)), rule.severity)
  }

  private static func number(_ name: String, of template: Template) -> Decimal? {
    template.parameters[name]?.first.flatMap { Decimal(string: $0) }
  }

  // MARK: Beside the year before

  /// What rules say of a year's form beside that of the year before, and not of it alone.
  private func findings(
    of year: Int, in trend: Trend, _ sources: [ComparedSource], _ templates: [Template]
  ) throws -> [TrendFinding] {
    guard let step = trend.step(to: year) else { return [] }
    let (before, after) = (sources[step.before], sources[step.after])
    let last = LastYear(
      form: before.read.form, name: before.name,
      pairs: step.pairs.map { LastYear.Pair(old: $0.old, new: $0.new) })
    let isTarget = after.read.form.kind == .target
    let template = isTarget ? templates[step.after] : try library.template(Messages.defaultTemplate)
    let engine = try engines.engine(of: template, rules: rules)
    let form = isTarget ? after.read : Self.asTargets(after.read)
    let alone = Set(engine.check(form, today: today).findings)
    let beside = engine.check(form, beside: Companions(lastYear: last), today: today).findings
    return beside.filter { !alone.contains($0) }.map {
      TrendFinding(year: year, form: step.after, finding: $0)
    }
  }

  /// The targets of a self-evaluation: rules about targets are for target forms alone.
  private static func asTargets(_ read: LocatedForm) -> LocatedForm {
    var (own, form) = (read, read.form)
    form.kind = .target
    form.template = nil
    form[.annualTotal] = form[.annualTotal] ?? form.budgetTotalText
    own.form = form
    return own
  }
}

extension Form {
  /// 年初预算数 of 年度资金总额.
  fileprivate var budgetTotalText: String? { budget.first { $0.line == "total" }?[.initial] }
}

/// Engines, made once for each template.
private final class TrendEngines: Sendable {
  private let known = Mutex<[String: RuleEngine]>([:])

  func engine(of template: Template, rules: RuleSet) throws -> RuleEngine {
    try known.withLock { known in
      if let engine = known[template.id] { return engine }
      do throws(RuleError) {
        let engine = try RuleEngine(rules: rules, template: template)
        known[template.id] = engine
        return engine
      } catch {
        throw Complaint(error.text, .unreadable)
      }
    }
  }
}
