import ArgumentParser
import ChineseText

/// `jixiao rules`: what is checked, and why.
struct RulesCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: Messages.Abstract.rules, aliases: ["规则"])

  @Argument(help: ArgumentHelp(Messages.Option.rulesAction, valueName: "explain"))
  var action: String?

  @Argument(help: ArgumentHelp(Messages.Option.rule, valueName: "规则"))
  var id: String?

  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  func execute() throws -> ExitCode {
    let library = Library(ruleFolders: rules)
    let ids = try library.ruleIDs()
    switch (action, id) {
    case (nil, nil): Console.out(try RuleText.list(library))
    case ("explain", let id?), ("解释", let id?): try explain(id, library, ids)
    case (let id?, nil) where ids.contains(id): try explain(id, library, ids)
    default: throw Complaint(Messages.rulesUsage, .usage)
    }
    return .clean
  }

  private func explain(_ id: String, _ library: Library, _ ids: [String]) throws {
    guard ids.contains(id) else {
      throw Complaint(Messages.unknownRule(id, didYouMean: closestMatch(to: id, among: ids)), .usage)
    }
    let surroundings = Surroundings.current
    Console.out(
      try RuleText.explanation(of: id, in: library, style: surroundings.style, width: surroundings.width))
  }
}
