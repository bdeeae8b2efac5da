import FormModel

/// What the layout of a report's index can name; the property names are the layout's words.
struct IndexPage {
  let heading = Messages.indexTitle
  let line: String
  let forms: [Row]
  let rules: [Rule]
  /// `nil` for a single page.
  let pageOf: String?
  let previous: String?
  let next: String?
  let words = Words()

  /// What stands on the page whatever was found.
  struct Words {
    let previous = Messages.previousPage
    let next = Messages.nextPage
    let search = Messages.searchLabel
    let searchHint = Messages.searchHint
    let rule = Messages.ruleHead
    let all = Messages.allRules
    let error = Messages.name(of: .error)
    let warning = Messages.name(of: .warning)
    let info = Messages.name(of: .info)
    let clean = Messages.noFindings
    let project = Messages.projectHead
    let file = Messages.fileHead
    let byRule = Messages.byRule
    let title = Messages.titleHead
    let level = Messages.levelHead
    let findings = Messages.findingsHead
    let forms = Messages.formsHead
  }

  struct Row {
    let page: String
    let name: String
    let title: String
    let errors: Int
    let warnings: Int
    let infos: Int
    /// The rules, each between blanks, for the filter.
    let rules: String
    /// `error`, `warning`, `info`, `clean`: the highest.
    let level: String
  }

  struct Rule {
    let id: String
    let title: String
    let findings: Int
    let forms: Int
    let severity: String
    let severityName: String
  }

  /// The file name of a page of the index, from 0.
  static func name(_ number: Int) -> String { number == 0 ? "index.html" : "index-\(number + 1).html" }

  init(
    _ entries: [ReportEntry], number: Int, count: Int, summary: ReportSummary, titles: [String: String]
  ) {
    line = Messages.sum(summary)
    forms = entries.map(Row.init)
    rules = summary.ruleIDs.map { id in
      let found = summary.rules[id] ?? ReportSummary.RuleCount()
      return Rule(
        id: id, title: titles[id] ?? "", findings: found.findings, forms: found.forms,
        severity: found.severity.rawValue, severityName: Messages.name(of: found.severity))
    }
    pageOf = count > 1 ? Messages.pageOf(number + 1, count) : nil
    previous = number > 0 ? Self.name(number - 1) : nil
    next = number + 1 < count ? Self.name(number + 1) : nil
  }
}

extension IndexPage.Row {
  init(_ entry: ReportEntry) {
    page = entry.page
    name = entry.name
    title = entry.title
    (errors, warnings, infos) = (entry.errors, entry.warnings, entry.infos)
    rules = " " + entry.rules.joined(separator: " ") + " "
    level =
      switch (errors, warnings, infos) {
      case (0, 0, 0): "clean"
      case (0, 0, _): "info"
      case (0, _, _): "warning"
      default: "error"
      }
  }
}
