import ChineseText
import Glibc
import Terminal

/// The process's environment as the commands need it.
struct Surroundings {
  var environment: [String: String]
  var isTerminal: Bool

  static var current: Surroundings {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return Surroundings(environment: variables, isTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// Processors at hand.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  var style: Style { Style(isTerminal: isTerminal, environment: environment) }

  /// Columns to write to: the screen's, within what reads well.
  var width: Int { min(120, max(40, TerminalSize.current(environment: environment).columns)) }

  /// The editor for standard input, with the history of this user.
  func lineEditor() -> any LineEditor {
    suitableLineEditor(style: style, history: history, environment: environment)
  }

  /// Former answers are kept under the XDG state folder; in memory only where there is no home.
  private var history: HistoryStore {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { "\($0)/.local/state" }
    guard let state else { return HistoryStore() }
    mkdir(state, 0o700)
    return HistoryStore(folder: "\(state)/jixiao")
  }

  /// The day on which 免检 are judged: `JIXIAO_TODAY`, else that of the local clock.
  var today: CalendarDate? {
    environment["JIXIAO_TODAY"].flatMap { CalendarDate(printed: $0) }
      ?? CalendarDate(printed: Self.formatted("%Y-%m-%d"))
  }

  /// Local date and time to the minute, `2027-01-05 09:30`.
  static var now: String { formatted("%Y-%m-%d %H:%M") }

  /// The calendar year.
  static var year: Int? { Int(formatted("%Y")) }

  private static func formatted(_ format: String) -> String {
    var (seconds, parts) = (time(nil), tm())
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
