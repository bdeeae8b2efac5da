import FormComparison
import FormModel

/// One project over several years with all that is said of it.
public struct TrendedProject: Sendable {
  /// The forms that were given, in the order that ``Trend`` counts them in.
  public var forms: [CheckedForm]
  /// The years.
  public var trend: Trend
  /// What rules say of a year's form beside the form of the year before.
  public var findings: [TrendFinding]
  /// How much it matters that a target is always overshot; `nil` where nobody asks.
  public var overshootSeverity: Severity?

  public init(
    forms: [CheckedForm], trend: Trend, findings: [TrendFinding], overshootSeverity: Severity?
  ) {
    self.forms = forms
    self.trend = trend
    self.findings = findings
    self.overshootSeverity = overshootSeverity
  }

  /// The form that knows most of a year.
  func form(of year: Trend.Year) -> CheckedForm? { (year.evaluation ?? year.target).map { forms[$0] } }

  /// The latest form.
  var latest: CheckedForm? { trend.years.last.flatMap(form) }

  /// 项目名称 of the latest form, else its file.
  var project: String { latest.map { $0.project ?? $0.name } ?? "" }

  /// How much the worst that is said of it matters; `nil` where there is nothing to say.
  public var worst: Severity? { TrendOutline(self).sayings.compactMap(\.severity).max() }
}

/// What a rule says of a form of one year.
public struct TrendFinding: Sendable {
  /// By index in ``Trend/years``.
  public var year: Int
  /// The form, by index in ``TrendedProject/forms``.
  public var form: Int
  /// What the rule says.
  public var finding: Finding

  public init(year: Int, form: Int, finding: Finding) {
    self.year = year
    self.form = form
    self.finding = finding
  }
}

/// Forms that take part in no trend, as people are told them.
public struct LeftOutForms: Sendable, Hashable {
  /// Forms of projects of which there is one year.
  public var ofOneYear: [String]
  /// Forms without a year.
  public var undated: [String]

  public init(ofOneYear: [String] = [], undated: [String] = []) {
    self.ofOneYear = ofOneYear
    self.undated = undated
  }
}
