import ArgumentParser
import ChineseText
import FormTemplates

/// `jixiao templates`: the form profiles that the program knows.
struct TemplatesCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: Messages.Abstract.templates, aliases: ["模板"])

  @Argument(help: ArgumentHelp(Messages.Option.templatesAction, valueName: "show"))
  var action: String?

  @Argument(help: ArgumentHelp(Messages.Option.template, valueName: "模板"))
  var id: String?

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  func execute() throws -> ExitCode {
    let library = try Library(templateFolders: templates)
    switch (action, id) {
    case (nil, nil):
      Console.out(try list(library))
    case ("show", let id?), ("查看", let id?):
      Console.out(TemplateText.description(of: try library.template(id), width: Surroundings.current.width))
    case (let id?, nil) where library.templateIDs.contains(id):
      Console.out(TemplateText.description(of: try library.template(id), width: Surroundings.current.width))
    default:
      throw Complaint(Messages.templatesUsage(library.templateIDs), .usage)
    }
    return .clean
  }

  private func list(_ library: Library) throws -> String {
    let summaries = try library.templateSummaries()
    let column = summaries.map { displayWidth(of: $0.id) }.max() ?? 0
    return summaries.map { "\(padded($0.id, to: column))  \($0.summary)" }.joined(separator: "\n")
  }
}
