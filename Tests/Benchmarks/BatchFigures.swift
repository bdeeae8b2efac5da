import Foundation
import TestSupport

/// Batches of forms in every format: how many a second, whether ten times the forms take ten times as long, and
/// whether memory stays flat.
enum BatchFigures {
  private static let small = 1_000
  private static let large = 10_000
  private static let runs = 3

  static var measurements: [() throws -> [Figure]] {
    BatchFormat.allCases.map { format in { try figures(of: format) } }
  }

  private static func figures(of format: BatchFormat) throws -> [Figure] {
    let folders = (try TemporaryFolder(), try TemporaryFolder())
    let rows = (try format.write(small, to: folders.0), try format.write(large, to: folders.1))
    var figures: [Figure] = []
    for whole in [false, true] {
      let few = try (0..<runs).map { _ in try run(folders.0, small, rows.0, whole: whole) }
      let many = try (0..<runs).map { _ in try run(folders.1, large, rows.1, whole: whole) }
      figures += self.figures(of: format, few, many, whole: whole)
    }
    return figures
  }

  /// The demanded rate is that of reading; writing the interchange form with its meanings doubles the work of
  /// the whole command, which is held to a third.
  private static func figures(of format: BatchFormat, _ few: [Run], _ many: [Run], whole: Bool) -> [Figure] {
    let name = (whole ? "convert " : "read ") + format.rawValue
    let rate = whole ? format.leastRate / 3 : format.leastRate
    let rates = many.map { Double(large) / $0.seconds }
    return [
      Figure(name: name, unit: "forms/s", limit: rate, samples: rates, isFloor: true),
      Figure(
        name: "\(name), processor a form", unit: "µs", limit: 2e6 / rate,
        samples: many.map { $0.processor * 1e6 / Double(large) }),
      Figure(
        name: "\(name), time 10,000 : 1,000", unit: "×", limit: 11,
        samples: zip(few, many).map { $1.seconds / $0.seconds }),
      Figure(
        name: "\(name), memory at 10,000", unit: "MiB", limit: (few.map(\.peak).max() ?? 0) * 1.5 + 16,
        samples: many.map(\.peak), statistic: .max),
    ]
  }

  private struct Run {
    var seconds: Double
    /// Seconds on all cores, however busy the machine is.
    var processor: Double
    /// In MiB.
    var peak: Double
  }

  /// Reads a folder in a process of its own, with the whole command or without.
  private static func run(_ folder: TemporaryFolder, _ forms: Int, _ rows: Int, whole: Bool) throws -> Run {
    let work = try TemporaryFolder()
    let environment = CommandRun.environment(home: work.path)
    var run: CommandRun?
    let time = try milliseconds {
      run =
        whole
        ? try CommandRun.jixiao(
          ["convert", folder.path, "--to", "ndjson", "-o", "all.ndjson"], folder: work.path)
        : try CommandRun(
          BuiltExecutable.path("jixiao-bench"), ["--read", folder.path], environment: environment)
    }
    guard let run, run.status == 0 else { throw Failure.run(run?.errors ?? "") }
    let peak = Double(run.peakKibibytes) / 1024
    if whole { return Run(seconds: time / 1000, processor: run.processorSeconds, peak: peak) }
    let numbers = run.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3, numbers[0] == Double(forms), numbers[1] == Double(rows) else {
      throw Failure.misread("\(run.output) instead of \(forms) \(rows)")
    }
    return Run(seconds: numbers[2], processor: run.processorSeconds, peak: peak)
  }

  private enum Failure: Error {
    case run(String)
    case misread(String)
  }
}
