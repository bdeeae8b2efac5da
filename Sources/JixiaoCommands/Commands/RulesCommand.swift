import ArgumentParser
import FormRules
import FormTemplates

/// `jixiao rules`: what is checked, and why; and the tests of rules of one's own.
struct RulesCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: Messages.Abstract.rules, discussion: Messages.Abstract.rulesDiscussion,
    aliases: ["规则"])

  @Argument(help: ArgumentHelp(Messages.Option.rulesWords, valueName: "词"))
  var words: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.ruleGroup, valueName: "类别"))
  var group: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.ruleTemplate, valueName: "模板"))
  var template: String?

  @Option(help: ArgumentHelp(Messages.Option.ruleFormat, valueName: "格式"))
  var format = RuleListFormat.human

  @Flag(help: ArgumentHelp(Messages.Option.coverage))
  var coverage = false

  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  func execute() throws -> ExitCode {
    let library = try Library(ruleFolders: rules, templateFolders: templates)
    switch words.first {
    case nil: try Console.data(try RuleList(library, self).text(format))
    case "test", "测试": return try RuleTestRun(library, folders: Array(words.dropFirst()), coverage).run()
    case "explain", "解释": try explain(Array(words.dropFirst()), library)
    case .some: try explain(words, library)
    }
    return .clean
  }

  private func explain(_ ids: [String], _ library: Library) throws {
    guard !ids.isEmpty else { throw Complaint(Messages.rulesUsage, .usage) }
    let texts = try ids.map { try Self.explanation(of: $0, library, template: template) }
    Console.out(texts.joined(separator: "\n\n"))
  }

  /// What a rule checks, why, and how to mend it.
  ///
  /// - Throws: `Complaint` with a did-you-mean for an unknown id.
  static func explanation(of id: String, _ library: Library, template: String? = nil) throws -> String {
    if let own = ProgramRule(rawValue: id) { return RuleExplanation.text(of: own.reported) }
    let rules = try library.rules()
    guard let rule = rules[id] else { throw Complaint(Messages.unknownRule(id, near: rules), .usage) }
    let surroundings = Surroundings.current
    let explanation = try RuleExplanation(library, rules: [rule], template: template)
    return try explanation.text(of: rule, style: surroundings.style, width: surroundings.width)
  }
}
