import ArgumentParser

/// `jixiao convert IN OUT`: the ending of OUT names the format.
struct ConvertCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: Messages.Abstract.convert, aliases: ["转换"])

  @Argument(help: ArgumentHelp(Messages.Option.anyForm, valueName: "表"))
  var input: String

  @Argument(help: ArgumentHelp(Messages.Option.output, valueName: "输出文件"))
  var output: String

  @Flag(help: ArgumentHelp(Messages.Option.force))
  var force = false

  func execute() throws -> ExitCode {
    let library = Library()
    let forms = try FormFiles.forms(at: input, library)
    let text = try FormFiles.text(
      of: forms.map { ($0.form, try library.template(of: $0.form)) }, for: output)
    if output != "-", AtomicFile.exists(output), !force {
      throw Complaint(Messages.exists(output), .cannotCreate)
    }
    try FormFiles.put(text, to: output)
    return .clean
  }
}
