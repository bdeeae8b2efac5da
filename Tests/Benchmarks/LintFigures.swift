import Foundation
import TestSupport

/// The whole of `jixiao lint FOLDER`, all rules on and all findings written, on two cores.
enum LintFigures {
  static var measurements: [() throws -> [Figure]] { [figures] }

  /// Forms a second that issue 4 asks for.
  private static let rates: KeyValuePairs<BatchFormat, Double> = [
    .ndjson: 20_000, .yaml: 5_800, .tabText: 15_000,
  ]

  private static func figures() throws -> [Figure] {
    try BatchTask.figures(
      of: rates.map { format, rate in
        BatchTask(
          "lint \(format.rawValue)", rate: rate, few: try batch(BatchTask.small, format),
          many: try batch(BatchTask.large, format), telling: ("findings a form", "findings"), run: lint)
      })
  }

  private static func batch(_ count: Int, _ format: BatchFormat) throws -> Batch {
    var forms = YearOfForms(seed: 7)
    return try Batch(count, of: format) { forms.form() }
  }

  /// `jixiao-bench --forms FORMAT COUNT FOLDER`: writes what is linted, for a profiler.
  static func write(_ format: String, _ count: String, to folder: String) throws {
    var forms = YearOfForms(seed: 7)
    _ = try BatchFormat(rawValue: format)?.write(Int(count) ?? BatchTask.small, to: folder) { forms.form() }
  }

  private static func lint(_ batch: Batch) throws -> BatchRun {
    let work = try TemporaryFolder()
    let list = "\(work.path)/findings.txt"
    var run = try BatchRun.of(statuses: [0, 1]) {
      try CommandRun.jixiao(
        ["lint", batch.folder.path, "--jobs", "2", "--quiet", "--format", "concise=\(list)"],
        folder: work.path)
    }.run
    run.told = Double(try Data(contentsOf: URL(fileURLWithPath: list)).count { $0 == UInt8(ascii: "\n") })
    return run
  }
}
