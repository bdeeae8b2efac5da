import ArgumentParser
import FormInterview
import FormModel
import FormRules
import FormTemplates
import Foundation
import Terminal
import Testing

@testable import JixiaoCommands

/// Pages of Documentation/ that are made from the program itself; `JIXIAO_UPDATE_DOCUMENTATION=1` writes them anew.
@Suite struct GeneratedDocumentationTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation")

  @Test func commandsPageIsTheHelpOfTheProgram() throws {
    var parts = ["# 命令\n\n由程序的帮助生成，不要手改。\n"]
    for command in CommandTable.commands {
      let name = command.configuration.commandName ?? ""
      let help = Messages.inChinese(JixiaoCommand.helpMessage(for: command, columns: 100))
      parts.append("## jixiao \(name)\n\n```\n\(help)\n```\n")
    }
    let rows = InterviewCommand.entries.map { entry in
      "| \(entry.names.map { "`:\($0)`" }.joined(separator: " ")) | \(entry.argument) | \(entry.summary) |"
    }
    parts.append("## 填报时的命令\n\n| 命令 | 参数 | 做什么 |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n")
    try Self.compare(parts.joined(separator: "\n"), with: "Commands.md")
  }

  @Test func rulesPageIsWhatTheRulesSay() throws {
    let library = try Library()
    let rules = try library.rules().rules.sorted { ($0.group, $0.id) < ($1.group, $1.id) }
    var page = "# 规则\n\n由 Rules/ 生成，不要手改。共 \(rules.count) 条。\n"
    let explanation = try RuleExplanation(library, rules: rules)
    var group = ""
    for rule in rules {
      if rule.group != group { page += "\n## \(Messages.name(ofGroup: rule.group))\n" }
      group = rule.group
      page += "\n```\n\(try explanation.text(of: rule, style: .plain, width: 100))\n```\n"
    }
    try Self.compare(page, with: "Rules.md")
  }

  private static func compare(_ page: String, with name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["JIXIAO_UPDATE_DOCUMENTATION"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == page, "run `make documentation`")
  }
}
