import ChineseText
import FormReading
import Glibc

/// The forms that a command line of `lint` names.
enum LintInputs {
  /// - Throws: `Complaint` where nothing is named or standard input is wanted twice; `FileError` for a list that
  ///   cannot be read.
  static func sources(_ options: LintCommand) throws -> [FormSource] {
    guard !options.forms.isEmpty || options.filesFrom != nil else {
      throw Complaint(Messages.lintUsage, .usage)
    }
    var sources = InputList.sources(options.forms)
    if let list = options.filesFrom { sources += InputList.sources(listedIn: try FormFiles.text(at: list)) }
    let wantsInput = sources.count { $0.path == "-" } + (options.filesFrom == "-" ? 1 : 0)
    guard wantsInput < 2 else { throw Complaint(Messages.inputTwice, .usage) }
    if options.noInput, wantsInput > 0, isatty(STDIN_FILENO) == 1 {
      throw Complaint(Messages.noInputFromTerminal, .usage)
    }
    if let name = options.stdinName {
      guard let place = sources.firstIndex(where: { $0.path == "-" }) else {
        throw Complaint(Messages.stdinNameWithoutInput, .usage)
      }
      sources[place].standsFor = name
    }
    return once(sources)
  }

  /// A file that is named twice is read once: its project would be taken for two.
  private static func once(_ sources: [FormSource]) -> [FormSource] {
    var seen: Set<String> = []
    return sources.filter { source in
      var path = source.path
      if hasEmptyPart(path) { path = path.replacing("//", with: "/") }
      while path.hasPrefix("./") { path.removeFirst(2) }
      return seen.insert("\(path)#\(source.number ?? 0)").inserted
    }
  }

  private static func hasEmptyPart(_ path: String) -> Bool {
    let slash = UInt8(ascii: "/")
    return zip(path.utf8, path.utf8.dropFirst()).contains { $0 == slash && $1 == slash }
  }

  /// The day of `--as-of`.
  static func day(_ text: String?) throws(Complaint) -> CalendarDate? {
    guard let text else { return nil }
    guard let day = CalendarDate(printed: text) else { throw Complaint(Messages.wrongDay(text), .usage) }
    return day
  }
}
