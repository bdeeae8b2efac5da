import BundledData
import FormModel
import FormTemplates
import FormWriting

/// Checked forms for the tests of reports.
enum ReportSamples {
  static let basis = Basis(document: "财预〔2021〕101号", certainty: .read)

  static let rules = [
    ReportedRule(
      id: "vague-target", title: "指标值只是一个词", group: "可衡量", severity: .warning, help: "写出数值", basis: basis),
    ReportedRule(
      id: "weight-sum", title: "分值合计不对", group: "权重", severity: .error, help: "使合计为 90", basis: basis),
  ]

  static var setting: ReportSetting {
    let names = [HTMLReporter.layoutNames.page, HTMLReporter.layoutNames.index]
    let layouts = names.map { ($0, BundledData.text(of: "Templates/layout/\($0)") ?? "") }
    return ReportSetting(
      rules: rules, version: "1.0", width: 76, layouts: Dictionary(uniqueKeysWithValues: layouts))
  }

  static func finding(
    _ rule: String = "vague-target", _ severity: Severity = .warning, at path: FormPath,
    _ location: SourceLocation? = nil, message: String = "无法衡量", found: String? = nil
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, path: path, location: location, message: message, expected: "≥__%",
      found: found, help: "写出数值", suggestion: "办事时限压缩率 ≥__%", basis: basis)
  }

  /// A row, a field, a budget line and the form as a whole, each at another kind of place.
  static let findings = [
    finding(at: .indicator(6, .target), .text(line: 31, column: 12), found: "制度印发并执行"),
    finding("weight-sum", .error, at: .form, .sheet(name: "Sheet1", row: 12, column: 6)),
    finding(at: .field(.annualGoal), .table(2, row: 7, cell: 3), found: "9月"),
    finding("weight-sum", .info, at: .level("产出指标", "数量指标"), .page(1, line: 9)),
    finding(at: .indicator(0, nil), .paragraph(4)),
  ]

  static func checked(
    _ findings: [Finding] = findings, form: Form = Samples.library, file: String = "草稿/图书馆 1.yaml",
    number: Int? = nil
  ) throws -> CheckedForm {
    let template = try Samples.template()
    return CheckedForm(
      file: file, number: number, read: LocatedForm(form: form), profile: CheckedProfile(template),
      findings: findings.map { ReportedFinding($0, state: .new) },
      answered: [AnsweredFinding(findings[0], Suppression(rule: findings[0].rule, reason: "省里统一口径"))])
  }

  /// The whole text of a report.
  static func report(_ reporter: any TextReporter, of forms: [CheckedForm]) -> String {
    var summary = ReportSummary()
    for form in forms { summary.add(form) }
    let texts = forms.map { reporter.text(of: $0) }.filter { !$0.isEmpty }
    return reporter.opening() + texts.joined(separator: reporter.separator) + reporter.closing(summary)
  }

  static var textReporters: [any TextReporter] {
    FindingReporters.all.compactMap { $0.init(setting) as? any TextReporter }
  }
}
