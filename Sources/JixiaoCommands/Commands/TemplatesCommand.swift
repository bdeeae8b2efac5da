import ArgumentParser
import ChineseText
import FormTemplates

/// `jixiao templates`: the form profiles that the program knows, blank forms, and tests of a place's own.
struct TemplatesCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: Messages.Abstract.templates,
    discussion: Messages.Abstract.templatesDiscussion, aliases: ["模板"])

  @Argument(help: ArgumentHelp(Messages.Option.templatesAction, valueName: "动作"))
  var action: String?

  @Argument(help: ArgumentHelp(Messages.Option.templatesSubject, valueName: "模板"))
  var id: String?

  @Argument(help: ArgumentHelp(Messages.Option.blankFile, valueName: "文件"))
  var file: String?

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  @Flag(help: ArgumentHelp(Messages.Option.force))
  var force = false

  func execute() throws -> ExitCode {
    switch (action, id, file) {
    case ("check", let folder?, nil), ("检查", let folder?, nil):
      return try TemplateCheck(folder: folder, templates: templates).run()
    case ("blank", let id?, let path?), ("空表", let id?, let path?):
      return try blank(id, path)
    default: return try tell()
    }
  }

  private func tell() throws -> ExitCode {
    let library = try Library(templateFolders: templates)
    switch (action, id, file) {
    case (nil, nil, nil):
      Console.out(try list(library))
    case ("show", let id?, nil), ("查看", let id?, nil):
      Console.out(TemplateText.description(of: try library.template(id), width: Surroundings.current.width))
    case (let id?, nil, nil) where library.templateIDs.contains(id):
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

  /// Writes the form of a template with nothing filled in.
  private func blank(_ id: String, _ path: String) throws -> ExitCode {
    let library = try Library(templateFolders: templates)
    let bytes = try BlankFile.bytes(of: try library.template(id), for: path, library)
    if path != "-", AtomicFile.exists(path) {
      guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
      guard force else { throw Complaint(Messages.exists(path), .cannotCreate) }
    }
    try FormFiles.put(bytes, to: path)
    Console.error(Messages.blankWritten(path))
    return .clean
  }
}
