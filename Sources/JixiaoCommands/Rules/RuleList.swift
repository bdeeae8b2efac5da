import ArgumentParser
import ChineseText
import FormModel
import FormRules
import FormTemplates
import FormWriting

/// How a list of rules is written.
enum RuleListFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json, ndjson
}

/// The rules at hand, all of them or those of some groups, as they are or as a template wants them.
struct RuleList {
  private let entries: [RuleEntry]

  /// - Throws: `Complaint` for an unknown group or template.
  init(_ library: Library, _ options: RulesCommand) throws {
    let all = try library.rules()
    let template = try options.template.map { try library.template($0) }
    let adjusted = try template.map { try library.engine(for: $0).rules } ?? all
    let wanted = try RuleNames(all).rules(named: options.group, option: "--group")
    let off = Dictionary(
      adjusted.switchedOff.map { ($0.rule.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let known = try library.templateIDs.map { try library.template($0) }
    entries = all.rules.filter { wanted.isEmpty || wanted.contains($0.id) }
      .filter { rule in template.map { rule.appliesTo.contains($0.kind) } ?? true }
      .sorted { ($0.group, $0.id) < ($1.group, $1.id) }
      .map { RuleEntry(adjusted[$0.id] ?? $0, off: off[$0.id], known) }
  }

  func text(_ format: RuleListFormat) -> String {
    switch format {
    case .human: human
    case .json: RuleEntry.json(entries)
    case .ndjson: RuleEntry.jsonLines(entries)
    }
  }

  /// By group, one line each.
  private var human: String {
    let column = entries.map { displayWidth(of: $0.id) }.max() ?? 0
    var lines: [String] = []
    var group = ""
    for entry in entries {
      if entry.group != group {
        lines += (lines.isEmpty ? [] : [""]) + ["【\(entry.groupName)】"]
        group = entry.group
      }
      let level = entry.offReason == nil ? Messages.name(of: entry.severity) : Messages.isOff
      let reason = entry.offReason.map(Messages.offBecause) ?? ""
      lines.append("  \(padded(entry.id, to: column))  \(level)  \(entry.title)\(reason)")
    }
    return visible(lines.joined(separator: "\n")) + "\n"
  }
}

extension RuleEntry {
  /// - Parameters:
  ///   - off: why the template that is asked for does not check it.
  ///   - templates: those that may change it.
  fileprivate init(_ rule: Rule, off: String?, _ templates: [Template]) {
    let examples = (try? rule.examples()) ?? []
    self.init(
      id: rule.id, title: rule.title, group: rule.group, groupName: Messages.name(ofGroup: rule.group),
      severity: rule.severity, appliesTo: rule.appliesTo, isLive: rule.isLive, check: rule.checkKind,
      unless: rule.unless, message: rule.message, help: rule.help, why: rule.why, basis: rule.basis,
      isFixable: rule.isFixable, flagExamples: examples.count(where: \.isFlagged),
      passExamples: examples.count { !$0.isFlagged }, file: rule.file, offReason: off,
      templates: templates.compactMap { template in
        template.rules[rule.id].map {
          RuleEntry.Change(template: template.id, severity: $0.severity, offReason: $0.offReason)
        }
      })
  }
}
