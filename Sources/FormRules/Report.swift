import FormModel

/// What all rules say about one form.
public struct Report: Sendable, Hashable {
  /// In form order: fields, levels, rows, the form as a whole; at one place in the order of the rules.
  public var findings: [Finding]
  /// Findings that somebody has answered for in 免检.
  public var suppressed: [SuppressedFinding]
  /// One entry a rule, in the order of the rules.
  public var outcomes: RuleOutcomes

  /// How many rules ended in each way.
  public var counts: OutcomeCounts { outcomes.counts }

  /// The number of findings of a severity.
  public func count(of severity: Severity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}

/// A finding that a 免检 removes.
public struct SuppressedFinding: Sendable, Hashable {
  /// What would be said without the 免检.
  public var finding: Finding
  /// The 免检 that removes it.
  public var suppression: Suppression
}

/// How one rule ended on one form.
public struct RuleOutcome: Sendable, Hashable {
  /// The rule's id.
  public var rule: String
  /// How it ended.
  public var outcome: Outcome

  /// The four ways a rule can end (DESIGN §4).
  public enum Outcome: Sendable, Hashable {
    /// It found something; the number counts suppressed findings too.
    case findings(Int)
    /// It looked at something and found nothing.
    case pass
    /// There is nothing in the form that it speaks about, or another rule has said it.
    case notApplicable
    /// What it needs is missing or unreadable, in words.
    case cannotTell(String)
  }
}

/// The number of rules that ended in each of the four ways.
public struct OutcomeCounts: Sendable, Hashable {
  /// Rules that found something.
  public var withFindings = 0
  /// Rules that looked and found nothing.
  public var passed = 0
  /// Rules that had nothing to look at, or whose finding another rule has said.
  public var notApplicable = 0
  /// Rules that could not judge.
  public var cannotTell = 0

  public init() {}
}
