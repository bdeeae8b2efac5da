import ChineseText
import FormModel
import FormTemplates

/// A form with what was found in it; or a file that could not be read, with that as its finding.
public struct CheckedForm: Sendable {
  /// The file as the caller named it.
  public var file: String
  /// Which form of the file, from 1; `nil` where the file holds one.
  public var number: Int?
  /// The form, and where its values stood in the file.
  public var read: LocatedForm
  /// The profile it was checked by.
  public var profile: CheckedProfile
  /// The template it was checked by.
  public var template: Template { profile.template }
  /// The words that places have in the template.
  public var labels: PathLabels { profile.labels }
  /// In the order in which they are reported.
  public var findings: [ReportedFinding]
  /// Findings that somebody has answered for.
  public var answered: [AnsweredFinding]
  /// How the rules ended.
  public var tally: RuleTally
  /// Whether there is a form at all.
  public var isReadable: Bool
  /// The parts of a YAML draft that safe fixes replace, by place and new text; only where a report shows them.
  public var replacements: [FormPath: [String: DraftPatch.Replacement]] = [:]

  public init(
    file: String, number: Int? = nil, read: LocatedForm, profile: CheckedProfile, findings: [ReportedFinding],
    answered: [AnsweredFinding] = [], tally: RuleTally = RuleTally(),
    isReadable: Bool = true
  ) {
    self.file = file
    self.number = number
    self.read = read
    self.profile = profile
    self.findings = findings
    self.answered = answered
    self.tally = tally
    self.isReadable = isReadable
  }

  /// `草稿/甲.xlsx#2`.
  public var name: String { number.map { "\(file)#\($0)" } ?? file }

  /// 项目名称, where the form has one.
  public var project: String? { read.form[.project] }

  /// The place in the form as people read it.
  public func path(of finding: Finding) -> String { finding.path.text(in: read.form, labels: profile.labels) }

  /// The place in the file; for what is missing there, that of the level, or of the form's beginning.
  public func location(of finding: Finding) -> SourceLocation? {
    finding.location ?? location(of: finding.path)
  }

  private func location(of path: FormPath) -> SourceLocation? {
    if let location = read.location(of: path) { return location }
    if case .level(let first, let second) = path, let row = row(first, second) { return row }
    let beginnings: [FormPath] = [.form, .field(.title), .field(.project), .field(.year), .indicator(0, nil)]
    return beginnings.lazy.compactMap { read.location(of: $0) }.first
      ?? read.location(of: .indicator(0, .level3))
  }

  /// Where the first row of a level stands.
  private func row(_ first: String, _ second: String?) -> SourceLocation? {
    let row = read.form.indicators.firstIndex { $0.level1 == first && (second == nil || $0.level2 == second) }
    return row.flatMap {
      read.location(of: .indicator($0, nil)) ?? read.location(of: .indicator($0, .level3))
    }
  }

  /// `草稿/甲.yaml:7:41`, `草稿/甲.xlsx:Sheet1!F12`; the name alone where no place is known.
  public func place(of finding: Finding) -> String {
    guard let location = location(of: finding) else { return name }
    return "\(name):\(location)"
  }

  /// Adds ``place(of:)`` of a finding, by its place in ``findings``, to a text.
  func writePlace(ofFinding index: Int, to text: inout GrowingText) {
    text.add(file)
    if let number {
      text.add("#")
      text.add(number)
    }
    guard let place = findings[index].finding.location ?? location(of: findings[index].finding.path) else {
      return
    }
    text.add(":")
    place.write(to: &text)
  }

  /// Adds ``path(of:)`` of a finding, by its place in ``findings``, to a text.
  func writePath(ofFinding index: Int, to text: inout GrowingText) {
    findings[index].finding.path.write(to: &text, in: read.form, labels: profile.labels)
  }

  /// Without the findings that a baseline knows.
  public var withoutKnown: CheckedForm {
    var form = self
    form.findings.removeAll { $0.state == .unchanged }
    return form
  }

  /// How many findings of a severity there are.
  public func count(of severity: Severity) -> Int {
    findings.reduce(0) { $0 + ($1.finding.severity == severity ? 1 : 0) }
  }
}

/// What forms are checked by; one for all forms of a template, handed on by reference.
public final class CheckedProfile: Sendable {
  /// The template.
  public let template: Template
  /// The words that places have in it.
  public let labels: PathLabels

  /// Its labels are made once.
  public init(_ template: Template) {
    self.template = template
    labels = PathLabels(template)
  }
}

/// How many rules ended in each of the four ways (DESIGN §4).
public struct RuleTally: Sendable, Hashable {
  /// Rules that found something.
  public var withFindings: Int
  /// Rules that looked and found nothing.
  public var passed: Int
  /// Rules that had nothing to look at.
  public var notApplicable: Int
  /// Rules that could not judge.
  public var cannotTell: Int

  public init(withFindings: Int = 0, passed: Int = 0, notApplicable: Int = 0, cannotTell: Int = 0) {
    self.withFindings = withFindings
    self.passed = passed
    self.notApplicable = notApplicable
    self.cannotTell = cannotTell
  }

  /// Adds up, number by number.
  public static func += (sum: inout RuleTally, other: RuleTally) {
    sum.withFindings += other.withFindings
    sum.passed += other.passed
    sum.notApplicable += other.notApplicable
    sum.cannotTell += other.cannotTell
  }
}

/// A finding, and what an earlier report said of it.
public struct ReportedFinding: Sendable, Hashable {
  /// What the rule says.
  public var finding: Finding
  /// Against a baseline; `nil` without one.
  public var state: BaselineState?

  public init(_ finding: Finding, state: BaselineState? = nil) {
    self.finding = finding
    self.state = state
  }
}

/// A finding against an earlier report. The raw value is SARIF's word.
public enum BaselineState: String, Sendable, Hashable {
  case new, unchanged
}

/// A finding that is not reported, because of a 免检.
public struct AnsweredFinding: Sendable, Hashable {
  /// What would be said without the 免检.
  public var finding: Finding
  /// The 免检 that removes it.
  public var suppression: Suppression

  public init(_ finding: Finding, _ suppression: Suppression) {
    self.finding = finding
    self.suppression = suppression
  }
}
