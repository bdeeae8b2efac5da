import FormModel
import FormTemplates

/// What the layout of a form's page can name; the property names are the layout's words.
struct FindingsPage {
  let heading: String
  let line: String
  let indexName: String
  let indexTitle = Messages.indexTitle
  let backToIndex = Messages.backToIndex
  let wholeForm = Messages.wholeForm
  let noFindings: String?
  let findings: [Entry]
  let hasTable: Bool
  /// Why something is not on the page.
  let remark: String?
  let blocks: [HTMLPage.Block]

  struct Entry {
    let number: Int
    /// `error`, `warning`, `info`.
    let severity: String
    let severityName: String
    let path: String
    let location: String
    let message: String
    let values: String?
    let help: String
    let suggestion: String?
    let basis: String
    let rule: String
    let title: String
    let isNew: String?
  }

  /// - Parameter findings: how many are listed; all of them by default.
  init(
    _ form: CheckedForm, titles: [String: String], hasTable: Bool = true, findings count: Int = .max
  ) {
    heading = form.project ?? form.name
    line = Messages.formLine(form)
    indexName = IndexPage.name(0)
    findings = form.findings.prefix(count).enumerated().map { Entry($1, number: $0 + 1, form, titles) }
    noFindings = form.findings.isEmpty ? Messages.noFindings : nil
    self.hasTable = hasTable && form.isReadable
    let rest = form.findings.count - findings.count
    remark = rest > 0 ? Messages.leftOut(rest) : hasTable ? nil : Messages.tableLeftOut
    blocks = self.hasTable ? Self.blocks(form) : []
  }

  /// The printed form; each finding's number stands in the cell that it is about.
  private static func blocks(_ form: CheckedForm) -> [HTMLPage.Block] {
    var notes: [FormPath: [HTMLPage.Note]] = [:]
    for (index, entry) in form.findings.enumerated() {
      let note = HTMLPage.Note(number: index + 1, severity: entry.finding.severity.rawValue)
      let path = entry.finding.path
      if case .indicator(let row, nil) = path {
        notes[.indicator(row, .level3), default: []].append(note)
      } else {
        notes[path, default: []].append(note)
      }
    }
    return FormTable(form.read.form, template: form.template).blocks.map { block in
      HTMLPage.Block(block) { cell in cell.path.flatMap { notes[$0] } ?? [] }
    }
  }
}

extension FindingsPage.Entry {
  init(_ entry: ReportedFinding, number: Int, _ form: CheckedForm, _ titles: [String: String]) {
    let finding = entry.finding
    self.number = number
    severity = finding.severity.rawValue
    severityName = Messages.name(of: finding.severity)
    path = form.path(of: finding)
    location = form.place(of: finding)
    message = finding.message
    values = Messages.foundAndExpected(finding)
    help = Messages.help(finding)
    suggestion = finding.suggestion.map(Messages.suggestedWording)
    basis = Messages.basis(finding.basis)
    rule = finding.rule
    title = titles[finding.rule] ?? ""
    isNew = entry.state == .new ? Messages.isNew : nil
  }
}
