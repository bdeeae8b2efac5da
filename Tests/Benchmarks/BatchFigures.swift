import Foundation
import TestSupport

/// Batches of forms in every format: how many a second, whether ten times the forms take ten times as long, and
/// whether memory stays flat.
enum BatchFigures {
  private static let small = 1_000
  private static let large = 10_000
  /// Each goes through all formats, so that a noisy minute costs every figure a round and none of them all rounds.
  private static let rounds = 5

  static var measurements: [() throws -> [Figure]] { [figures] }

  private static func figures() throws -> [Figure] {
    let batches = try BatchFormat.allCases.flatMap { format in
      let few = try Batch(small, of: format)
      let many = try Batch(large, of: format)
      return [false, true].map { Task(format: format, isWhole: $0, few: few, many: many) }
    }
    var runs = batches.map { _ in Runs() }
    for _ in 0..<rounds {
      for (index, task) in batches.enumerated() {
        runs[index].few.append(try run(task.few, whole: task.isWhole))
        runs[index].many.append(try run(task.many, whole: task.isWhole))
      }
    }
    return zip(batches, runs).flatMap { figures(of: $0, $1) }
  }

  /// What is measured together: reading, or the whole command, of one format.
  private struct Task {
    var format: BatchFormat
    var isWhole: Bool
    var few: Batch
    var many: Batch
  }

  /// A folder of forms.
  private struct Batch {
    let folder: TemporaryFolder
    let forms: Int
    let rows: Int

    init(_ forms: Int, of format: BatchFormat) throws {
      folder = try TemporaryFolder()
      rows = try format.write(forms, to: folder)
      self.forms = forms
    }
  }

  private struct Runs {
    var few: [Run] = []
    var many: [Run] = []
  }

  /// The demanded rate is that of reading; writing the interchange form with its meanings doubles the work of
  /// the whole command, which is held to a third.
  private static func figures(of task: Task, _ runs: Runs) -> [Figure] {
    let name = (task.isWhole ? "convert " : "read ") + task.format.rawValue
    let rate = task.isWhole ? task.format.leastRate / 3 : task.format.leastRate
    let forms = Double(large)
    let instructions = runs.many.compactMap { $0.instructions.map { Double($0) / 1e3 / forms } }
    return [
      Figure(
        name: name, unit: "forms/s", limit: rate, samples: runs.many.map { forms / $0.seconds },
        statistic: .best, isFloor: true),
      Figure(
        name: "\(name), processor a form", unit: "µs", limit: 2e6 / rate,
        samples: runs.many.map { $0.processor * 1e6 / forms }, statistic: .best),
    ]
      + (instructions.isEmpty
        ? []
        : [
          Figure(
            name: "\(name), instructions a form", unit: "thousand", samples: instructions, statistic: .best)
        ]) + [
        Figure(
          name: "\(name), time 10,000 : 1,000", unit: "×", limit: 11,
          samples: zip(runs.few, runs.many).map { $1.seconds / $0.seconds }),
        Figure(
          name: "\(name), memory at 10,000", unit: "MiB", limit: (runs.few.map(\.peak).max() ?? 0) * 1.5 + 16,
          samples: runs.many.map(\.peak), statistic: .max),
      ]
  }

  private struct Run {
    var seconds: Double
    /// Seconds on all cores, however busy the machine is.
    var processor: Double
    /// In user mode; `nil` where they cannot be counted.
    var instructions: Int?
    /// In MiB.
    var peak: Double
  }

  /// Reads a folder in a process of its own, with the whole command or without.
  private static func run(_ batch: Batch, whole: Bool) throws -> Run {
    let work = try TemporaryFolder()
    let counter = ChildInstructions()
    var run: CommandRun?
    let time = try milliseconds { run = try command(on: batch, in: work, whole: whole) }
    guard let run, run.status == 0 else { throw Failure.run(run?.errors ?? "") }
    let numbers = run.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard whole || numbers.count == 3 && numbers[0] == Double(batch.forms) && numbers[1] == Double(batch.rows)
    else {
      throw Failure.misread("\(run.output) instead of \(batch.forms) \(batch.rows)")
    }
    return Run(
      seconds: whole ? time / 1000 : numbers[2], processor: run.processorSeconds,
      instructions: counter?.count(), peak: Double(run.peakKibibytes) / 1024)
  }

  private static func command(on batch: Batch, in work: TemporaryFolder, whole: Bool) throws -> CommandRun {
    if whole {
      return try CommandRun.jixiao(
        ["convert", batch.folder.path, "--to", "ndjson", "-o", "all.ndjson"], folder: work.path)
    }
    return try CommandRun(
      BuiltExecutable.path("jixiao-bench"), ["--read", batch.folder.path],
      environment: CommandRun.environment(home: work.path))
  }

  private enum Failure: Error {
    case run(String)
    case misread(String)
  }
}
