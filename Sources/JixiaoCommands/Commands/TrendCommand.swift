import ArgumentParser

/// `jixiao trend`: a project's forms of several years side by side.
struct TrendCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", _superCommandName: CommandTable.program, abstract: Messages.Trend.abstract,
    discussion: Messages.Trend.discussion, aliases: ["历年"])

  @Argument(help: ArgumentHelp(Messages.Trend.forms, valueName: "表"))
  var forms: [String]

  @Flag(help: ArgumentHelp(Messages.Trend.together))
  var together = false

  @Option(help: ArgumentHelp(Messages.Trend.pairs, valueName: "文件"))
  var pairs: String?

  @Option(help: ArgumentHelp(Messages.Trend.format, valueName: "格式[=文件]"))
  var format: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Trend.output, valueName: "文件"))
  var output: String?

  @OptionGroup var batch: BatchOptions

  static var needsRules: Bool { true }

  func execute() throws -> ExitCode { try TrendRun(self).run() }
}
