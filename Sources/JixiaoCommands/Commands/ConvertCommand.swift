import ArgumentParser

/// `jixiao convert`: forms of any format, many at a time, into another one.
struct ConvertCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", _superCommandName: CommandTable.program, abstract: Messages.Abstract.convert,
    discussion: Messages.Abstract.convertDiscussion, aliases: ["转换"])

  @Argument(help: ArgumentHelp(Messages.Option.sources, valueName: "表"))
  var inputs: [String]

  @Option(help: ArgumentHelp(Messages.Option.to, valueName: "格式"))
  var to: String?

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Option.output, valueName: "去处"))
  var output: String?

  @Flag(help: ArgumentHelp(Messages.Option.force))
  var force = false

  @Flag(help: ArgumentHelp(Messages.Option.oneWorkbook))
  var oneWorkbook = false

  @Option(help: ArgumentHelp(Messages.Option.csvValues))
  var csvValues = CSVValues.split

  @Flag(help: ArgumentHelp(Messages.Option.locations))
  var locations = false

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Option.jobs, valueName: "个数"))
  var jobs: Int?

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  @Flag(name: [.short, .long], help: ArgumentHelp(Messages.Option.quiet))
  var quiet = false

  @Flag(name: [.short, .long], help: ArgumentHelp(Messages.Option.verbose))
  var verbose = false

  @Flag(help: ArgumentHelp(Messages.Option.noPrompt))
  var noInput = false

  func execute() throws -> ExitCode { try ConvertRun(self).run() }
}

/// How targets stand in separated values.
enum CSVValues: String, ExpressibleByArgument, CaseIterable {
  /// Sign, number and unit in a column each.
  case split
  /// Whole, as printed.
  case joined
}
