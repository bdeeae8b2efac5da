import ArgumentParser
import Terminal

/// `jixiao` alone: the same commands at a prompt.
struct ShellCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: Messages.Abstract.shell, aliases: ["交互"])

  func execute() throws -> ExitCode {
    let surroundings = Surroundings.current
    let editor = surroundings.lineEditor()
    Console.out(Messages.welcome)
    while true {
      let request = LineRequest(prompt: Messages.shellPrompt, history: "shell") { before, _ in
        Completion.matching(before, among: CommandTable.names.map { Completion.Candidate($0) })
      }
      switch editor.readLine(request) {
      case .line(let line):
        if let code = Self.run(line) { return code }
      case .interrupted: continue
      case .endOfInput: return .clean
      case .terminated: return .interrupted
      case .failed(let reason): Console.error(reason)
      }
    }
  }

  /// Runs one line; returns a code when the shell is to end.
  private static func run(_ line: String) -> ExitCode? {
    let words = words(of: line)
    guard let first = words.first else { return nil }
    let bare = first.hasPrefix(":") || first.hasPrefix("：") ? String(first.dropFirst()) : first
    switch bare {
    case "quit", "exit", "q", "退出": return .clean
    case "help", "帮助", "?", "？": Console.out(Messages.shellHelp(commands: help))
    case "shell", "交互": Console.out(Messages.alreadyInShell)
    default: _ = Program.run([bare] + words.dropFirst())
    }
    return nil
  }

  /// Runs a command of the program from inside the interview: `:lint 上年.yaml`.
  ///
  /// - Returns: whether there is such a command.
  static func runInside(_ word: String, _ argument: String) -> Bool {
    guard CommandTable.names.contains(word), !["shell", "交互"].contains(word) else { return false }
    _ = Program.run([word] + words(of: argument))
    return true
  }

  private static var help: [(name: String, summary: String)] {
    CommandTable.commands.dropLast().map { command in
      let names = [command.configuration.commandName ?? ""] + command.configuration.aliases
      return (names.joined(separator: " "), command.configuration.abstract)
    }
  }

  /// The words of a line; quotes of any kind hold blanks together.
  static func words(of line: String) -> [String] {
    let closing: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "‘": "’"]
    var words: [String] = []
    var word: String?
    var end: Character?
    for character in line {
      if let quote = end {
        if character == quote { end = nil } else { word = (word ?? "") + String(character) }
      } else if let quote = closing[character] {
        end = quote
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
