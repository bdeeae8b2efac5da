import ArgumentParser
import ChineseText
import Glibc

/// The whole program: words in, exit code out.
public enum Program {
  /// Runs the command line. Without words the shell opens.
  public static func run(_ words: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    if words == ["--version"] {
      Console.out(Messages.versionLine)
      return ExitCode.clean.rawValue
    }
    if let unknown = unknownCommand(in: words) {
      Console.error(unknown)
      return ExitCode.usage.rawValue
    }
    do {
      return try execute(command(of: words.isEmpty ? ["shell"] : words)).rawValue
    } catch {
      return report(error)
    }
  }

  /// The command with its options. The named command alone is tried first, which is half the work of building
  /// the whole tree; the tree is left to say what is wrong, and to help.
  private static func command(of words: [String]) throws -> any ParsableCommand {
    if let type = CommandTable.command(named: words[0]) {
      if type.needsRules { Library.beginRules() }
      if let command = try? type.parse(Array(words.dropFirst())) { return command }
    }
    return try JixiaoCommand.parseAsRoot(words)
  }

  private static func execute(_ command: any ParsableCommand) throws -> ExitCode {
    if let command = command as? any ExecutableCommand { return try command.execute() }
    var command = command
    try command.run()
    return .clean
  }

  /// The words to say when the first word is no command; `nil` when it is one, or an option.
  private static func unknownCommand(in words: [String]) -> String? {
    guard let word = words.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = CommandTable.names
    guard !names.contains(word) else { return nil }
    return Messages.unknownProgramCommand(word, didYouMean: closestMatch(to: word, among: names))
  }

  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let error as FileError where error.code == EPIPE:
      // `jixiao … | head`: nobody is there to be told.
      return error.exitCode.rawValue
    case let error as FileError:
      Console.error(error.message)
      return error.exitCode.rawValue
    case let error as Complaint:
      Console.error(error.text)
      return error.exitCode.rawValue
    default:
      let code = JixiaoCommand.exitCode(for: error)
      let text = Messages.inChinese(JixiaoCommand.fullMessage(for: error))
      code.isSuccess ? Console.out(text) : Console.error(text)
      return code.rawValue
    }
  }
}

/// Something that stops a command: what, where, why, what to do; and the exit code that goes with it.
struct Complaint: Error {
  var text: String
  var exitCode: ExitCode

  init(_ text: String, _ exitCode: ExitCode) {
    self.text = text
    self.exitCode = exitCode
  }
}
