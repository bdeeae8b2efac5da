/// A scenario file: files, commands, and what they are expected to write.
///
///     # What this shows.
///     --- file: 表.yaml
///     年度: 2027
///     $ jixiao lint 表.yaml
///     <<<
///     text for standard input
///     >>>
///     expected standard output; … stands for anything in a line, alone for any lines
///     >>>2
///     expected standard error
///     >>>= 1
///
/// The commands run one after the other by `sh` in one folder of their own. Without `>>>` standard output is
/// not looked at; without `>>>2` standard error must be empty; without `>>>=` the status must be 0. Blank
/// lines at the end of a section do not count, except in input, where each is an Enter.
struct Scenario: Equatable {
  /// A file that is there before the first command.
  struct File: Equatable {
    var name: String
    var text: String
  }

  /// A command and what is expected of it.
  struct Step: Equatable {
    var line: Int
    var command: String
    var input: String?
    var output: String?
    var errors: String?
    var status: Int32?
  }

  /// A line where no section allows it.
  struct Fault: Error, Equatable {
    var line: Int
    var reason: String
  }

  var comment = ""
  var files: [File] = []
  var steps: [Step] = []
}

extension Scenario {
  init(text: String) throws {
    var section = Section.comment
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let next = try begin(String(line), number: index + 1) {
        section = next
      } else {
        try add(String(line), to: section, number: index + 1)
      }
    }
    trim()
  }

  private enum Section { case comment, file, command, input, output, errors }

  /// The section that the line begins, if it begins one.
  private mutating func begin(_ line: String, number: Int) throws -> Section? {
    if line.hasPrefix("--- file: ") {
      files.append(File(name: String(line.dropFirst(10)), text: ""))
      return .file
    }
    if line.hasPrefix("$ ") {
      steps.append(Step(line: number, command: String(line.dropFirst(2))))
      return .command
    }
    guard line.hasPrefix(">>>") || line.hasPrefix("<<<") else { return nil }
    guard !steps.isEmpty else { throw Fault(line: number, reason: "a command must come first") }
    return try beginStream(line, number: number)
  }

  private mutating func beginStream(_ line: String, number: Int) throws -> Section {
    let last = steps.count - 1
    switch line {
    case "<<<":
      steps[last].input = ""
      return .input
    case ">>>":
      steps[last].output = ""
      return .output
    case ">>>2":
      steps[last].errors = ""
      return .errors
    default:
      guard line.hasPrefix(">>>= "), let status = Int32(line.dropFirst(5)) else {
        throw Fault(line: number, reason: "neither <<<, >>>, >>>2 nor >>>= STATUS")
      }
      steps[last].status = status
      return .command
    }
  }

  private mutating func add(_ line: String, to section: Section, number: Int) throws {
    let last = steps.count - 1
    switch section {
    case .file: files[files.count - 1].text += line + "\n"
    case .input: steps[last].input? += line + "\n"
    case .output: steps[last].output? += line + "\n"
    case .errors: steps[last].errors? += line + "\n"
    case .comment where line.isEmpty || line.hasPrefix("#"): comment += line + "\n"
    case .command where line.isEmpty || line.hasPrefix("#"): break
    case .comment, .command: throw Fault(line: number, reason: "text outside a section")
    }
  }

  private mutating func trim() {
    for index in files.indices { files[index].text = files[index].text.withoutBlankEnd }
    for index in steps.indices {
      steps[index].output = steps[index].output?.withoutBlankEnd
      steps[index].errors = steps[index].errors?.withoutBlankEnd
    }
    comment = comment.withoutBlankEnd
  }
}

extension Scenario {
  /// The scenario as a file; comments between the commands are not kept.
  var text: String {
    var parts = comment.isEmpty ? [] : [comment]
    parts += files.map { "--- file: \($0.name)\n\($0.text)" }
    parts += steps.map(\.text)
    return parts.joined(separator: "\n")
  }
}

extension Scenario.Step {
  fileprivate var text: String {
    var text = "$ \(command)\n"
    if let input { text += "<<<\n\(input)" }
    if let output { text += ">>>\n\(output)" }
    if let errors, !errors.isEmpty { text += ">>>2\n\(errors)" }
    return text + ">>>= \(status ?? 0)\n"
  }
}

extension String {
  /// Without empty lines at the end; the last line ends with a line break.
  var withoutBlankEnd: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }
}
