import ArgumentParser
import ChineseText
import FormModel
import FormRules
import FormTemplates

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
    let library = try Library(ruleFolders: rules)
    switch (action, id) {
    case (nil, nil): Console.out(RuleText.list(try library.rules()))
    case ("explain", nil), ("解释", nil): throw Complaint(Messages.rulesUsage, .usage)
    case ("explain", let id?), ("解释", let id?), (let id?, nil):
      Console.out(try Self.explanation(of: id, library))
    default: throw Complaint(Messages.rulesUsage, .usage)
    }
    return .clean
  }

  /// What a rule checks, why, and how to mend it.
  ///
  /// - Throws: `Complaint` with a did-you-mean for an unknown id.
  static func explanation(of id: String, _ library: Library) throws -> String {
    let rules = try library.rules()
    guard let rule = rules[id] else {
      if let own = ProgramRule(rawValue: id) { return RuleText.explanation(of: own.reported) }
      throw Complaint(
        Messages.unknownRule(id, didYouMean: closestMatch(to: id, among: rules.rules.map(\.id))), .usage)
    }
    let surroundings = Surroundings.current
    let labels = PathLabels(try library.template(Messages.defaultTemplate))
    return try RuleText.explanation(
      of: rule, labels: labels, style: surroundings.style, width: surroundings.width)
  }
}
