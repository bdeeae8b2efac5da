import ChineseText
import FormModel
import FormRules
import FormTemplates
import FormWriting
import Terminal

/// Rules as a person reads them: 查什么 · 为什么 · 依据 · 错例 · 对例 · 怎么改 · 怎么免检.
struct RuleExplanation {
  private let tester: RuleTester
  private let templates: [Template]
  /// The template that was asked for.
  private let template: Template?
  private let usualLabels: PathLabels

  /// - Parameters:
  ///   - rules: those that are to be explained.
  ///   - template: explains them as this template wants them.
  /// - Throws: `Complaint` for an unknown template, or where something cannot be read.
  init(_ library: Library, rules: [Rule], template: String? = nil) throws {
    let examples = rules.flatMap { rule in
      ((try? rule.examples()) ?? []).map { $0.template ?? rule.usualTemplate }
    }
    tester = try library.tester(for: Set(examples))
    templates = try library.templateIDs.map { try library.template($0) }
    self.template = try template.map { try library.template($0) }
    usualLabels = PathLabels(try library.template(Messages.defaultTemplate))
  }

  func text(of rule: Rule, style: Style, width: Int) throws -> String {
    let examples: [RuleExample]
    do throws(RuleError) {
      examples = try rule.examples()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
    let shown = examples.map { example in (example: example, finding: finding(of: rule, in: example)) }
    let first = shown.lazy.compactMap(\.finding).first
    let parts: [(String, [String])] = [
      (Messages.Explain.what, [rule.title, Messages.Explain.scope(rule)]),
      (Messages.Explain.why, [rule.why].compactMap { $0 }),
      (Messages.Explain.basis, [Messages.Explain.document(rule.basis)]),
      (Messages.Explain.level, levels(of: rule)),
      (
        Messages.Explain.wrong,
        shown.filter(\.example.isFlagged).map { text($0.example, said: $0.finding?.finding.message) }
      ),
      (Messages.Explain.right, examples.filter { !$0.isFlagged }.map { text($0, said: nil) }),
      (Messages.Explain.remedy, remedy(of: rule, first?.finding)),
      (Messages.Explain.suppress, suppression(of: rule.id, first)),
    ]
    let body = parts.filter { !$0.1.isEmpty }.flatMap { head, lines in
      ["", style(.strong, head)]
        + lines.flatMap { part in
          // Paths are to be copied whole.
          head == Messages.Explain.suppress
            ? visible(part).split(separator: "\n").map { "  \($0)" }
            : wrapped(visible(part), width: width - 2).map { "  \($0)" }
        }
    }
    return ([style(.heading, rule.id)] + body).joined(separator: "\n")
  }

  /// What the program itself objects to has no examples.
  static func text(of rule: ReportedRule) -> String {
    let parts = [
      (Messages.Explain.what, rule.title), (Messages.Explain.level, Messages.name(of: rule.severity)),
      (Messages.Explain.why, rule.basis.document), (Messages.Explain.remedy, rule.help),
    ]
    return rule.id + "\n" + parts.map { "\n\($0)\n  \($1)" }.joined(separator: "\n")
  }

  // MARK: Parts

  /// What the rule says of an example, and where.
  private func finding(of rule: Rule, in example: RuleExample) -> (finding: Finding, form: Form)? {
    guard example.isFlagged, let (form, findings) = tester.findings(of: example, of: rule) else { return nil }
    return findings.first { $0.rule == rule.id }.map { ($0, form) }
  }

  private func levels(of rule: Rule) -> [String] {
    let changes = templates.compactMap { template in
      template.rules[rule.id].flatMap { Messages.Explain.change($0, in: template.id) }
    }
    guard let template else { return [Messages.name(of: rule.severity)] + changes }
    guard rule.appliesTo.contains(template.kind) else { return [Messages.Explain.notFor(template.id)] }
    let own = template.rules[rule.id].flatMap { Messages.Explain.change($0, in: template.id) }
    return [own ?? Messages.Explain.unchanged(rule.severity, in: template.id)]
  }

  private func remedy(of rule: Rule, _ finding: Finding?) -> [String] {
    let suggestion = finding?.suggestion.map(Messages.suggestedWording)
    return [finding?.help ?? rule.help, suggestion, rule.isFixable ? Messages.Explain.fixable : nil]
      .compactMap { $0 }
  }

  private func suppression(of rule: String, _ first: (finding: Finding, form: Form)?) -> [String] {
    let path = first.map { $0.finding.path.text(in: $0.form, labels: labels(of: $0.form)) }
    return [Messages.Explain.suppression(rule, path: path, until: first?.form[.year])]
  }

  private func labels(of form: Form) -> PathLabels {
    form.template.flatMap { id in templates.first { $0.id == id } }.map { PathLabels($0) } ?? usualLabels
  }

  /// An example: what is different from a clean form, and what is said of it.
  private func text(_ example: RuleExample, said message: String?) -> String {
    var lines = Self.lines(example, usualLabels)
    if let template = example.template { lines.append(Messages.Explain.onTemplate(template)) }
    if let day = example.asOf { lines.append(Messages.Explain.asOf("\(day)")) }
    if case .form(let before) = example.earlier {
      lines.append(Messages.Explain.earlier(Self.lines(before, usualLabels)))
    }
    if !example.narrative.isEmpty { lines.append(Messages.narrativeExample(example.narrative)) }
    if case .form(let last) = example.lastYear {
      lines.append(Messages.lastYearExample(Self.lines(last, usualLabels)))
    }
    if lines.isEmpty { lines = [Messages.emptyExample] }
    return (lines + [message.map { "  → " + $0 }].compactMap { $0 }).joined(separator: "\n")
  }

  private static func lines(_ example: RuleExample, _ labels: PathLabels) -> [String] {
    let budget = example.budget.sorted { $0.key < $1.key }.flatMap { line, cells in
      BudgetLine.Column.allCases.compactMap { column in
        cells[column].map { text in
          let path = [labels.budgetLines[line] ?? line, labels.budgetColumns[column] ?? column.rawValue]
          return Messages.fieldExample(path.joined(separator: " "), text)
        }
      }
    }
    let fields = example.fields.sorted { $0.key < $1.key }.map { key, text in
      Messages.fieldExample(labels.fields[key] ?? key.rawValue, text)
    }
    let noRows = example.replacesAllRows && example.rows.isEmpty ? [Messages.emptyExample] : []
    return example.rows.map { row($0, labels) } + budget + fields
      + example.without.map(Messages.withoutExample)
      + example.emptyLevels.map(Messages.Explain.emptyLevel) + noRows
  }

  private static func row(_ row: [IndicatorColumn: String?], _ labels: PathLabels) -> String {
    let name = [row[.level2] ?? nil, row[.level3] ?? nil].compactMap { $0 }.joined(separator: " › ")
    let points = (row[.weight] ?? nil).map { weight in
      (row[.score] ?? nil).map { Messages.points($0 + "/" + weight) } ?? Messages.points(weight)
    }
    let result = (row[.actual] ?? nil).map { "→ " + $0 }
    let cleared = IndicatorColumn.allCases.filter { row[$0] == .some(nil) }
      .map { Messages.Explain.cleared(labels.columns[$0] ?? $0.rawValue) }
    let cells = [row[.target] ?? nil, result, points, row[.note] ?? nil].compactMap { $0 } + cleared
    return (["· " + name] + cells).joined(separator: "　")
  }
}
