import FormModel
import FormTemplates
import FoundationEssentials

/// A form that takes part in a ``Trend``.
public struct TrendForm: Sendable {
  /// Target form or self-evaluation.
  public var form: Form
  /// Its file. Of two forms of one year and kind the one whose name comes first counts.
  public var name: String
  /// The scoring of its profile; `nil` where its forms are not scored.
  public var plan: ScoringPlan?

  public init(form: Form, name: String, plan: ScoringPlan?) {
    self.form = form
    self.name = name
    self.plan = plan
  }
}

/// From when on a result is said to overshoot its target always. Numbers of the profile, never of the program.
public struct TrendHabits: Sendable, Hashable {
  /// Result in per cent of the target from which on it overshoots; `nil` where that is not asked.
  public var overshoot: Decimal?
  /// Results that there must be.
  public var fewestResults: Int

  public init(overshoot: Decimal? = nil, fewestResults: Int = 2) {
    self.overshoot = overshoot
    self.fewestResults = fewestResults
  }
}
