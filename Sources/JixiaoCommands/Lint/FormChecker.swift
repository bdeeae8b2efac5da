import ChineseText
import FormModel
import FormRules
import FormTemplates
import FormWriting
import Synchronization

/// Checks forms, each by the rules of its template; the same for any number of threads.
struct FormChecker: Sendable {
  let library: Library
  /// The template that all forms are checked by; `nil` for each form's own.
  let template: String?
  let today: CalendarDate?
  let configurations: Configurations
  let baseline: Baseline?
  /// The day of the results; `nil` for those of the whole year.
  var asOf: CalendarDate?
  /// Finds the documents that lie beside a form; `nil` where none are wanted.
  var pairing: CompanionPairing?
  /// Whether anybody asks how every rule ended.
  var keepsOutcomes = false
  private let judges = Judges()

  /// Template and rules that are used for one kind of form; handed on with every form.
  final class Judge: Sendable {
    let engine: RuleEngine
    let profile: CheckedProfile
    private let selections = Mutex<[ObjectIdentifier: RuleSelection]>([:])

    init(_ engine: RuleEngine) {
      self.engine = engine
      profile = CheckedProfile(engine.template)
    }

    /// The rules that are wanted, which alone are asked; `nil` for all of them.
    func selection(for control: LintControl) -> RuleSelection? {
      if control.rules.isEmpty { return nil }
      return selections.withLock { selections in
        if let known = selections[ObjectIdentifier(control)] { return known }
        let new = engine.selection(where: control.rules.wants)
        selections[ObjectIdentifier(control)] = new
        return new
      }
    }
  }

  /// What came of a form.
  struct Verdict: Sendable {
    var form: CheckedForm
    /// Whether it has a finding that counts for the exit code.
    var isFailing: Bool
    /// How every rule ended; those across forms only where that is asked for.
    var outcomes = RuleOutcomes()
    /// To know its like again among later forms; `nil` for what could not be judged.
    var trace: FormTrace?
    /// The documents that it was held against.
    var beside = CompanionPairing.Outcome()
    /// What judged it.
    fileprivate var judge: Judge?
    fileprivate var control: LintControl?
  }

  init(
    library: Library, template: String?, today: CalendarDate?, configurations: Configurations,
    baseline: Baseline?
  ) {
    (self.library, self.template, self.today) = (library, template, today)
    (self.configurations, self.baseline) = (configurations, baseline)
  }

  /// Refuses a template that nothing is known of, before any form is read.
  func prepare() throws { if let template { _ = try judge(of: template) } }

  /// What is to be said of a form; that it cannot be judged, where it names a template there is not.
  ///
  /// - Parameters:
  ///   - path: where the file is, for its `jixiao.yaml`.
  ///   - isAlone: whether it is the only form of the run.
  func check(
    _ read: LocatedForm, file: String, path: String, number: Int?, isAlone: Bool = false
  ) -> Verdict {
    do {
      let control = try configurations.control(for: path)
      let judge = try judge(of: template ?? library.recognisedID(of: read.form))
      let beside = pairing.map { pairing in
        let name = number.map { "\(file)#\($0)" } ?? file
        return pairing.documents(beside: read.form, named: name, isAlone: isAlone)
      }
      let report = judge.engine.check(
        read, asking: judge.selection(for: control), beside: beside?.companions ?? .none, today: today,
        asOf: asOf)
      var form = CheckedForm(
        file: file, number: number, read: read, profile: judge.profile, findings: [],
        answered: report.suppressed.map { AnsweredFinding($0.finding, $0.suppression) },
        tally: RuleTally(report.counts))
      form.findings = wanted(report.findings, in: form, control)
      let objections = objections(to: report, on: read, judge, control.rules)
      if !objections.isEmpty { form.findings += wanted(objections, in: form, control) }
      return Verdict(
        form: form, isFailing: isFailing(form.findings, control), outcomes: report.outcomes,
        trace: FormTrace(read.form), beside: beside ?? .init(), judge: judge, control: control)
    } catch {
      let words = (error as? Complaint)?.text ?? "\(error)"
      // A file that is wrong is told with its line; the line itself would break the one that it is told on.
      let lines = words.split(separator: "\n")
      let finding = ProgramRule.unjudgedForm.finding(
        lines.first.map(String.init) ?? words, help: lines.count > 1 ? Messages.mendThatFile : nil)
      return Self.unjudged(finding, file: file, number: number, read: read)
    }
  }

  /// The verdict with what the forms before say about the form; `nil` where that is nothing.
  func adding(_ likeness: Likeness, to verdict: Verdict) -> Verdict? {
    guard let judge = verdict.judge, let control = verdict.control else { return nil }
    let report = judge.engine.check(verdict.form.read, against: likeness, today: today)
    guard !report.findings.isEmpty || !report.suppressed.isEmpty else { return nil }
    var verdict = verdict
    verdict.form.findings += wanted(report.findings, in: verdict.form, control)
    verdict.form.answered += report.suppressed.map { AnsweredFinding($0.finding, $0.suppression) }
    verdict.form.tally.withFindings += report.counts.withFindings
    verdict.form.tally.notApplicable -= report.counts.withFindings
    if keepsOutcomes { verdict.outcomes.update(with: report.outcomes) }
    verdict.isFailing = isFailing(verdict.form.findings, control)
    return verdict
  }

  /// The fixes that a form's wanted findings ask for, in the order in which they are made; `nil` where it cannot be
  /// judged.
  ///
  /// - Parameter closed: cells that are left as they are.
  func fixes(of form: Form, path: String, except closed: Set<FormPath>) -> [FormFix]? {
    guard let control = try? configurations.control(for: path),
      let judge = try? judge(of: template ?? library.recognisedID(of: form))
    else { return nil }
    return judge.engine.fixed(form, today: today) { finding in
      !closed.contains(finding.path) && control.rules.wants(finding.rule)
    }.fixes
  }

  private func isFailing(_ findings: [ReportedFinding], _ control: LintControl) -> Bool {
    findings.contains {
      $0.state != .unchanged && control.failLevel.isReached(by: $0.finding.severity)
    }
  }

  /// A file, or a part of one, that could not be read.
  static func unreadable(_ fault: SourceFault, file: String) -> Verdict {
    let finding = ProgramRule.unreadableFile.finding(
      fault.message, location: fault.location, help: fault.help)
    return unjudged(finding, file: file, number: nil, read: LocatedForm(form: Form()))
  }

  private static func unjudged(_ finding: Finding, file: String, number: Int?, read: LocatedForm) -> Verdict {
    let nothing = Template(
      id: "", title: "", summary: "", kind: read.form.kind, basis: finding.basis, fields: [:], levels: [],
      columns: [], weights: WeightPlan(indicatorSum: 0, execution: 0, decimals: 0, firstLevel: []))
    let form = CheckedForm(
      file: file, number: number, read: read, profile: CheckedProfile(nothing),
      findings: [ReportedFinding(finding)], isReadable: false)
    return Verdict(form: form, isFailing: true)
  }

  /// Most forms have no 免检.
  private func objections(
    to report: Report, on read: LocatedForm, _ judge: Judge, _ control: RuleControl
  ) -> [Finding] {
    guard !read.form.suppressions.isEmpty else { return [] }
    let review = SuppressionReview(
      form: read, labels: judge.profile.labels, names: configurations.names, today: today)
    return review.findings(used: Set(report.suppressed.map(\.suppression))) { rule in
      // What holds against other forms is only known later, or to `compare`.
      control.wants(rule) && !Self.groupsOfOtherForms.contains(judge.engine.rules[rule]?.group ?? "")
    }
  }

  private static let groupsOfOtherForms: Set<String> = ["across", "comparison"]

  /// The findings that are wanted, as they are to be reported.
  private func wanted(
    _ findings: [Finding], in form: CheckedForm, _ control: LintControl
  ) -> [ReportedFinding] {
    if control.rules.isEmpty { return findings.map { reported($0, in: form) } }
    return findings.compactMap { control.rules.adjusted($0).map { reported($0, in: form) } }
  }

  private func reported(_ finding: Finding, in form: CheckedForm) -> ReportedFinding {
    guard let baseline else { return ReportedFinding(finding) }
    let isKnown = baseline.holds(Fingerprint(of: finding, in: form))
    return ReportedFinding(finding, state: isKnown ? .unchanged : .new)
  }

  private func judge(of template: String) throws -> Judge {
    try judges.judge(of: template) {
      Judge(try library.engine(for: library.template(template), forManyForms: true))
    }
  }
}

extension RuleTally {
  /// The counts of a report.
  fileprivate init(_ counts: OutcomeCounts) {
    self.init(
      withFindings: counts.withFindings, passed: counts.passed, notApplicable: counts.notApplicable,
      cannotTell: counts.cannotTell)
  }
}

/// Judges, made once for each template.
private final class Judges: Sendable {
  private let known = Mutex<[String: Result<FormChecker.Judge, any Error>]>([:])

  /// What cannot be made is not tried again.
  func judge(of template: String, make: () throws -> FormChecker.Judge) throws -> FormChecker.Judge {
    try known.withLock { known in
      if let judge = known[template] { return judge }
      let judge = Result { try make() }
      known[template] = judge
      return judge
    }.get()
  }
}
