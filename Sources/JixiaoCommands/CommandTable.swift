import ArgumentParser

/// A command of the program; one line in `CommandTable.commands` serves the command line and the shell.
protocol ExecutableCommand: ParsableCommand {
  func execute() throws -> ExitCode
  /// Whether all rules are needed, whatever the options say.
  static var needsRules: Bool { get }
}

extension ExecutableCommand {
  static var needsRules: Bool { false }
}

/// All commands.
enum CommandTable {
  /// The name that stands before a command's. A command that has one is not first parsed twice as a request for
  /// completion scripts, which takes longer than parsing it.
  static let program = "jixiao"

  static let commands: [any ExecutableCommand.Type] = [
    FillCommand.self,
    LintCommand.self,
    CompareCommand.self,
    TrendCommand.self,
    ShowCommand.self,
    ConvertCommand.self,
    RulesCommand.self,
    TemplatesCommand.self,
    ShellCommand.self,
  ]

  /// The command of a name or alias.
  static func command(named name: String) -> (any ExecutableCommand.Type)? {
    commands.first { $0.configuration.commandName == name || $0.configuration.aliases.contains(name) }
  }

  /// Every name and alias.
  static var names: [String] {
    commands.flatMap { command in
      [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
  }
}

/// The root: `jixiao`.
struct JixiaoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandTable.program, abstract: Messages.Abstract.program,
    discussion: Messages.Abstract.discussion,
    version: Messages.versionLine, subcommands: CommandTable.commands)
}
