import ChineseText
import FormModel
import FormRules
import FormWriting
import Terminal

/// Rules as a person reads them.
enum RuleText {
  /// All rules by group, one line each.
  static func list(_ rules: RuleSet) -> String {
    let column = rules.rules.map { displayWidth(of: $0.id) }.max() ?? 0
    var lines: [String] = []
    var group = ""
    for rule in rules.rules.sorted(by: { ($0.group, $0.id) < ($1.group, $1.id) }) {
      if rule.group != group {
        lines += (lines.isEmpty ? [] : [""]) + ["【\(Messages.name(ofGroup: rule.group))】"]
        group = rule.group
      }
      lines.append("  \(padded(rule.id, to: column))  \(Messages.name(of: rule.severity))  \(rule.title)")
    }
    return lines.joined(separator: "\n")
  }

  /// 查什么 · 为什么 · 依据 · 错例 · 对例 · 怎么改 · 怎么免检.
  static func explanation(
    of rule: Rule, labels: PathLabels, style: Style, width: Int
  ) throws -> String {
    let examples: [RuleExample]
    do throws(RuleError) {
      examples = try rule.examples()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
    let parts: [(String, [String])] = [
      (Messages.Explain.what, [rule.title, rule.message]),
      (Messages.Explain.level, [Messages.name(of: rule.severity)]),
      (Messages.Explain.why, [Messages.basis(rule.basis)]),
      (Messages.Explain.wrong, examples.filter(\.isFlagged).map { text($0, labels) }),
      (Messages.Explain.right, examples.filter { !$0.isFlagged }.map { text($0, labels) }),
      (Messages.Explain.remedy, [rule.help]),
      (Messages.Explain.suppress, [Messages.Explain.suppression(rule.id)]),
    ]
    let body = parts.flatMap { head, lines in
      ["", style(.strong, head)] + lines.flatMap { wrapped($0, width: width - 2).map { "  \($0)" } }
    }
    return ([style(.heading, rule.id)] + body).joined(separator: "\n")
  }

  /// What the program itself objects to has no examples.
  static func explanation(of rule: ReportedRule) -> String {
    let parts = [
      (Messages.Explain.what, rule.title), (Messages.Explain.level, Messages.name(of: rule.severity)),
      (Messages.Explain.why, Messages.basis(rule.basis)), (Messages.Explain.remedy, rule.help),
    ]
    return rule.id + "\n" + parts.map { "\n\($0)\n  \($1)" }.joined(separator: "\n")
  }

  /// An example in one line: what is different from a clean form.
  private static func text(_ example: RuleExample, _ labels: PathLabels) -> String {
    let budget = example.budget.sorted { $0.key < $1.key }.flatMap { line, cells in
      BudgetLine.Column.allCases.compactMap { column in
        cells[column].map { text in
          let path = [labels.budgetLines[line] ?? line, labels.budgetColumns[column] ?? column.rawValue]
          return Messages.fieldExample(path.joined(separator: " "), text)
        }
      }
    }
    let rows = example.rows.map { row in
      let name = [row[.level2] ?? nil, row[.level3] ?? nil].compactMap { $0 }.joined(separator: " › ")
      let points = (row[.weight] ?? nil).map { weight in
        (row[.score] ?? nil).map { Messages.points($0 + "/" + weight) } ?? Messages.points(weight)
      }
      let result = (row[.actual] ?? nil).map { "→ " + $0 }
      let cells = [row[.target] ?? nil, result, points, row[.note] ?? nil].compactMap { $0 }
      return (["· " + name] + cells).joined(separator: "　")
    }
    let fields = example.fields.sorted { $0.key < $1.key }.map { key, text in
      Messages.fieldExample(labels.fields[key] ?? key.rawValue, text)
    }
    let without = example.without.map(Messages.withoutExample)
    let narrative = example.narrative.isEmpty ? [] : [Messages.narrativeExample(example.narrative)]
    var before: [String] = []
    if case .form(let last)? = example.lastYear {
      let text = text(last, labels)
      before = [Messages.lastYearExample(text == Messages.emptyExample ? nil : text)]
    }
    let text = (rows + budget + fields + without + narrative + before).joined(separator: "\n")
    return text.isEmpty ? Messages.emptyExample : text
  }
}
