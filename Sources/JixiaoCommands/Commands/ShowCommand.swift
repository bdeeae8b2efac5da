import ArgumentParser

/// `jixiao show`: the table on the terminal.
struct ShowCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: CommandTable.program, abstract: Messages.Abstract.show,
    aliases: ["查看"])

  @Argument(help: ArgumentHelp(Messages.Option.anyForm, valueName: "表"))
  var form: String

  @Option(help: ArgumentHelp(Messages.Option.width, valueName: "列数"))
  var width: Int?

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  func execute() throws -> ExitCode {
    let library = try Library(templateFolders: templates)
    let outcome = SourceReader(library: library).read(FormSource(argument: form))
    var report = ReadingReport()
    for line in report.add(outcome) { Console.error(line) }
    for read in outcome.forms {
      let template = try library.template(of: read.form)
      Console.out(FormFiles.tableText(of: read.form, template, width: width ?? Surroundings.current.width))
    }
    return outcome.problems.isEmpty ? .clean : .unreadable
  }
}
