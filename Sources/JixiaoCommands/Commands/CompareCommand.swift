import ArgumentParser

/// `jixiao compare`: an approved form against the self-evaluation of a year later, one pair or two folders.
struct CompareCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: CommandTable.program, abstract: Messages.Compare.abstract,
    discussion: Messages.Compare.discussion, aliases: ["对比"])

  @Argument(help: ArgumentHelp(Messages.Compare.approved, valueName: "申报表"))
  var approved: String

  @Argument(help: ArgumentHelp(Messages.Compare.evaluated, valueName: "自评表"))
  var evaluated: String?

  @Argument(help: .hidden)
  var others: [String] = []

  @Option(help: ArgumentHelp(Messages.Compare.pairs, valueName: "文件"))
  var pairs: String?

  @Option(help: ArgumentHelp(Messages.Compare.format, valueName: "格式[=文件]"))
  var format: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Compare.output, valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp(Messages.Compare.template, valueName: "模板"))
  var template: String?

  @OptionGroup var batch: BatchOptions

  @Flag(help: ArgumentHelp(Messages.Compare.noInput))
  var noInput = false

  static var needsRules: Bool { true }

  func execute() throws -> ExitCode {
    guard others.isEmpty else {
      throw Complaint(
        Messages.Trend.severalInCompare([approved] + [evaluated].compactMap { $0 } + others), .usage)
    }
    return try CompareRun(self).run()
  }
}
