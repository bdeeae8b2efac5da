import CPty
import Foundation

/// A program in a terminal emulator (a detached tmux of its own), judged by what stands on the screen.
///
/// Every wait is bounded; the server and all in it are killed in `deinit`.
public final class TmuxScreen {
  /// What the screen shows.
  public struct Capture: Equatable, CustomStringConvertible {
    /// The rows from top to bottom, without blanks at their ends.
    public var rows: [String]
    /// The cursor's place, from 0.
    public var cursor: (row: Int, column: Int)

    public static func == (a: Capture, b: Capture) -> Bool { a.rows == b.rows && a.cursor == b.cursor }

    /// The rows joined, without the empty ones at the bottom.
    public var text: String { usedRows.joined(separator: "\n") }

    /// The rows down to the last that holds something.
    public var usedRows: [String] {
      Array(rows.prefix((rows.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }

    public var description: String {
      "cursor \(cursor)\n" + usedRows.map { "|\($0)|" }.joined(separator: "\n")
    }
  }

  /// The last look at the screen, for messages.
  public private(set) var latest = Capture(rows: [], cursor: (0, 0))

  /// Something tmux could not do, with its words.
  public struct Failure: Error { public let message: String }

  private let socket: String
  /// The program's process id (of the shell, when it was started by one).
  public private(set) var processID: pid_t = 0

  /// Starts `program` (a path) in a terminal of `columns`×`rows`.
  ///
  /// - Parameters:
  ///   - terminal: the TERM the program sees.
  ///   - environment: all other variables the program sees.
  public init(
    _ program: String, _ arguments: [String] = [], terminal: String = "tmux-256color",
    environment: [String: String] = [:], folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    socket = NSTemporaryDirectory() + "/jixiao-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let variables = environment.merging(["TERM": terminal]) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
    let command = ["exec", "env", "-i"] + (variables + [program] + arguments).map(Self.quoted)
    var start = ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    if let folder { start += ["-c", folder] }
    // The options come first: the size must hold before the program starts.
    start += [
      command.joined(separator: " "), ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0",
    ]
    start += [";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "window-size", "manual"]
    start += [";", "resize-window", "-x", "\(columns)", "-y", "\(rows)"]
    // A failed test keeps its objects, a killed one frees nothing: the server watches for our end.
    let watch = "while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done; tmux -S \(socket) kill-server"
    start += [";", "run-shell", "-b", watch]
    try tmux(start)
    processID =
      pid_t(
        try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines))
      ?? 0
  }

  /// Types `text` as it is.
  public func type(_ text: String) throws {
    guard !text.isEmpty else { return }
    // Arguments have a length; a paste of a whole page has another.
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 2_000) {
      let part = bytes[start..<min(start + 2_000, bytes.count)]
      try tmux(["send-keys", "-H"] + part.map { String($0, radix: 16) })
    }
  }

  /// Presses keys by tmux's names: `Enter`, `Left`, `Home`, `DC`, `BSpace`, `C-c`, `Tab` …
  public func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes `text` as a terminal does: within brackets when the program has asked for them.
  public func paste(_ text: String) throws {
    let file = socket + ".paste"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    defer { unlink(file) }
    try tmux(["load-buffer", file, ";", "paste-buffer", "-p", "-r"])
  }

  /// Changes the size of the terminal. Returns when the program has been told; before that, tmux may
  /// already show the rows wrapped anew.
  public func resize(columns: Int, rows: Int) throws {
    let before = try tmux(["display-message", "-p", "#{pane_tty}"])
    let terminal = open(
      before.trimmingCharacters(in: .whitespacesAndNewlines), O_RDONLY | O_NOCTTY | O_NONBLOCK)
    defer { close(terminal) }
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    for _ in 0..<2_000 where cpty_columns(terminal) != Int32(columns) { usleep(1_000) }
  }

  /// What the screen shows now.
  public func capture() throws -> Capture {
    let answer = try tmux(["display-message", "-p", "#{cursor_y} #{cursor_x}", ";", "capture-pane", "-p"])
    var lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.removeFirst().split(separator: " ").compactMap { Int($0) }
    if lines.last == "" { lines.removeLast() }
    let rows = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    latest = Capture(rows: rows, cursor: (place.first ?? -1, place.last ?? -1))
    return latest
  }

  /// Looks again and again until `condition` holds, at most `seconds`.
  ///
  /// - Returns: the last look, and whether the condition held.
  @discardableResult
  public func wait(seconds: Double = 10, until condition: (Capture) -> Bool) throws -> (
    screen: Capture, holds: Bool
  ) {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let screen = try capture()
      if condition(screen) { return (screen, true) }
      if Date() > end { return (screen, false) }
      usleep(5_000)
    }
  }

  /// Waits until the screen holds `text`.
  @discardableResult
  public func waitFor(_ text: String, seconds: Double = 10) throws -> Bool {
    try wait(seconds: seconds) { $0.text.contains(text) }.holds
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=xterm-256color", "SHELL=/bin/sh",
      "HOME=/tmp",
    ]
    var output: Int32 = -1
    let words = (["env", "tmux", "-u", "-S", socket] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    let child = cpty_spawn_piped("/usr/bin/env", words, variables, &output)
    guard child > 0 else { throw Failure(message: "tmux cannot be started") }
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    let end = Date(timeIntervalSinceNow: 20)
    while Date() < end {
      guard cpty_readable(output, 100) != 0 else { continue }
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { break }
      answer.append(contentsOf: chunk[..<count])
    }
    close(output)
    var status: Int32 = 0
    if Date() >= end { kill(child, SIGKILL) }
    waitpid(child, &status, 0)
    let text = String(decoding: answer, as: UTF8.self)
    guard status == 0 else { throw Failure(message: "tmux \(arguments.first ?? ""): \(text)") }
    return text
  }

  deinit {
    _ = try? tmux(["kill-server"])
    unlink(socket)
  }
}

/// Where the programs built with these tests are.
public enum BuiltProgram {
  /// The path of a built executable.
  public static func path(_ name: String) -> String {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
