import ArgumentParser
import FormModel

/// `jixiao lint`: what a reviewer would object to, in one form or in hundreds.
struct LintCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: Messages.Abstract.lint, discussion: Messages.Abstract.lintDiscussion,
    aliases: ["检查"])

  @Argument(help: ArgumentHelp(Messages.Option.lintSources, valueName: "表"))
  var forms: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.filesFrom, valueName: "清单"))
  var filesFrom: String?

  @Option(help: ArgumentHelp(Messages.Option.stdinName, valueName: "文件名"))
  var stdinName: String?

  @Option(help: ArgumentHelp(Messages.Option.template, valueName: "模板"))
  var template: String?

  @Option(help: ArgumentHelp(Messages.Option.narrative, valueName: "文件或文件夹"))
  var narrative: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.lastYear, valueName: "文件或文件夹"))
  var lastYear: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.asOf, valueName: "日期"))
  var asOf: String?

  @Option(help: ArgumentHelp(Messages.Option.select, valueName: "规则"))
  var select: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.ignore, valueName: "规则"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.configuration, valueName: "jixiao.yaml"))
  var config: String?

  @Option(help: ArgumentHelp(Messages.Option.baseline, valueName: "文件"))
  var baseline: String?

  @Flag(help: ArgumentHelp(Messages.Option.updateBaseline))
  var updateBaseline = false

  @Flag(help: ArgumentHelp(Messages.Option.fix))
  var fix = false

  @Flag(help: ArgumentHelp(Messages.Option.diff))
  var diff = false

  @Flag(help: ArgumentHelp(Messages.Option.statistics))
  var statistics = false

  @Flag(help: ArgumentHelp(Messages.Option.time))
  var time = false

  @Option(help: ArgumentHelp(Messages.Option.findingFormat, valueName: "格式[=去处]"))
  var format: [String] = []

  @OptionGroup var batch: BatchOptions

  @Flag(help: ArgumentHelp(Messages.Option.noPrompt))
  var noInput = false

  func execute() throws -> ExitCode { try LintRun(self).run() }
}
