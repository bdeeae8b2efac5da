import Foundation
import TestSupport

/// Reading, and the whole of `convert`, in every format: how many forms a second, whether ten times the forms take
/// ten times as long, and whether memory stays flat.
enum BatchFigures {
  static var measurements: [() throws -> [Figure]] { [figures] }

  /// The demanded rate is that of reading; writing the interchange form with its meanings doubles the work of
  /// the whole command, which is held to a third.
  private static let rates: KeyValuePairs<BatchFormat, Double> = [
    .tabText: 17_000, .ndjson: 20_000, .xlsx: 2_400, .docx: 1_200,
  ]

  private static func figures() throws -> [Figure] {
    try BatchTask.figures(
      of: rates.flatMap { format, rate in
        let (few, many) = (try batch(BatchTask.small, format), try batch(BatchTask.large, format))
        return [
          BatchTask("read \(format.rawValue)", rate: rate, few: few, many: many, run: read),
          BatchTask("convert \(format.rawValue)", rate: rate / 3, few: few, many: many, run: convert),
        ]
      })
  }

  private static func batch(_ count: Int, _ format: BatchFormat) throws -> Batch {
    var forms = RealisticForms(seed: 7)
    return try Batch(count, of: format) { forms.form() }
  }

  /// Reading alone says how long it took after its start.
  private static func read(_ batch: Batch) throws -> BatchRun {
    let work = try TemporaryFolder()
    var (run, output) = try BatchRun.of {
      try CommandRun(
        BuiltExecutable.path("jixiao-bench"), ["--read", batch.folder.path],
        environment: CommandRun.environment(home: work.path))
    }
    let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3 && numbers[0] == Double(batch.forms) && numbers[1] == Double(batch.rows) else {
      throw BatchRun.Failure.misread("\(output) instead of \(batch.forms) \(batch.rows)")
    }
    run.seconds = numbers[2]
    return run
  }

  private static func convert(_ batch: Batch) throws -> BatchRun {
    let work = try TemporaryFolder()
    return try BatchRun.of {
      try CommandRun.jixiao(
        ["convert", batch.folder.path, "--to", "ndjson", "-o", "all.ndjson"], folder: work.path)
    }.run
  }
}
