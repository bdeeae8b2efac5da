import FormModel

/// What a whole report adds up to.
public struct ReportSummary: Sendable {
  /// Forms that were checked.
  public private(set) var forms = 0
  /// Forms without a finding.
  public private(set) var clean = 0
  /// Files, or parts of them, that could not be read or judged.
  public private(set) var unreadable = 0
  /// Findings that are errors.
  public private(set) var errors = 0
  /// Findings that are warnings.
  public private(set) var warnings = 0
  /// Findings that are notes.
  public private(set) var infos = 0
  /// Findings that somebody has answered for.
  public private(set) var answered = 0
  /// How often each rule found something, in no order.
  public private(set) var rules: [String: RuleCount] = [:]
  /// How all rules ended on all forms.
  public private(set) var tally = RuleTally()
  /// Against a baseline; `nil` without one.
  public var baseline: BaselineCount?

  /// What one rule has found.
  public struct RuleCount: Sendable, Hashable {
    /// How often it found something.
    public var findings = 0
    /// The forms these are in.
    public var forms = 0
    /// The highest severity that one of them has.
    public var severity = Severity.info
    /// The number of the last of these forms.
    private var lastForm = 0

    public init() {}

    fileprivate mutating func add(_ severity: Severity, inForm form: Int) {
      findings += 1
      if lastForm != form { forms += 1 }
      lastForm = form
      self.severity = max(self.severity, severity)
    }
  }

  /// Findings against an earlier report.
  public struct BaselineCount: Sendable, Hashable {
    /// Findings that the baseline has not.
    public var new = 0
    /// Findings that the baseline has too.
    public var unchanged = 0
    /// Findings of the baseline that are no longer there.
    public var gone = 0

    public init() {}
  }

  public init() {}

  /// All findings.
  public var findings: Int { errors + warnings + infos }

  /// Takes in what was found in a form.
  public mutating func add(_ form: CheckedForm) {
    if form.isReadable {
      forms += 1
      if form.findings.isEmpty { clean += 1 }
    } else {
      unreadable += 1
    }
    answered += form.answered.count
    tally += form.tally
    for index in form.findings.indices {
      add(form.findings[index].finding.rule, form.findings[index].finding.severity)
    }
  }

  private mutating func add(_ rule: String, _ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
    rules[rule, default: RuleCount()].add(severity, inForm: forms + unreadable)
  }

  /// The rules that found something, those with most findings first.
  public var ruleIDs: [String] {
    rules.keys.sorted { a, b in
      let (first, second) = (rules[a]?.findings ?? 0, rules[b]?.findings ?? 0)
      return first == second ? a < b : first > second
    }
  }
}
