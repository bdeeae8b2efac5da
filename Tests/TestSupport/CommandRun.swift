import Foundation

/// A program run to its end: what it wrote and how it ended.
public struct CommandRun: Sendable {
  /// The exit status, 128 + signal when a signal ended it; `nil` when it had to be killed at the time limit.
  public var status: Int32?
  /// Standard output.
  public var output: String
  /// Standard error.
  public var errors: String
  /// The most memory it had.
  public var peakKibibytes: Int
  /// What it used of all processors, in seconds.
  public var processorSeconds: Double

  /// Runs `program` (a path) with exactly `environment`, feeding `input`; at most `seconds`.
  public init(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String],
    folder: String? = nil, seconds: Double = 60
  ) throws {
    let command = try RunningCommand(program, arguments, environment: environment, folder: folder)
    command.send(input)
    command.finishInput()
    status = command.exitStatus(within: seconds)
    output = String(decoding: command.output, as: UTF8.self)
    errors = String(decoding: command.errors, as: UTF8.self)
    peakKibibytes = command.peakKibibytes
    processorSeconds = command.processorSeconds
  }

  /// Runs the built `jixiao` in a folder that is its home as well.
  public static func jixiao(
    _ arguments: [String], input: String = "", folder: String, seconds: Double = 60
  ) throws -> CommandRun {
    try CommandRun(
      BuiltExecutable.jixiao, arguments, input: input, environment: environment(home: folder), folder: folder,
      seconds: seconds)
  }

  /// The same surroundings on every machine.
  public static func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1",
      "TERM": "dumb", "SWIFT_BACKTRACE": "enable=no", "JIXIAO_TODAY": "2026-11-21",
    ]
  }
}
