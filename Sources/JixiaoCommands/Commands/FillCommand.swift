import ArgumentParser

/// `jixiao fill`: the interview.
struct FillCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", _superCommandName: CommandTable.program, abstract: Messages.Abstract.fill,
    discussion: Messages.Abstract.fillDiscussion,
    aliases: ["填报", "open", "new"])

  static let needsRules = true

  @Argument(help: ArgumentHelp(Messages.Option.form, valueName: "表.yaml"))
  var form = Messages.defaultFormName

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Option.template, valueName: "模板"))
  var template: String?

  @Option(help: ArgumentHelp(Messages.Option.from, valueName: "上年的表"))
  var from: String?

  @Option(help: ArgumentHelp(Messages.Option.answers, valueName: "回答.yaml"))
  var answers: String?

  @Flag(help: ArgumentHelp(Messages.Option.noInput))
  var noInput = false

  @Option(help: ArgumentHelp(Messages.Option.transcript, valueName: "记录.txt"))
  var transcript: String?

  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  func execute() throws -> ExitCode {
    var runner = FillRunner(options: self)
    return try runner.run()
  }
}
