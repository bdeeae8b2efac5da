import Foundation
import TestSupport

/// Writing forms as workbooks and documents, one file each, as `convert` does it: forms a second on two cores, whether
/// ten times the forms take ten times as long, and whether memory stays flat.
enum EmitFigures {
  static var measurements: [() throws -> [Figure]] { [figures] }

  /// Forms a second that issue 6 asks for.
  private static let rates: KeyValuePairs = ["xlsx": 580.0, "docx": 340.0]

  private static func figures() throws -> [Figure] {
    var forms = RealisticForms(seed: 7)
    let few = try Batch(BatchTask.small, of: .ndjson) { forms.form() }
    let many = try Batch(BatchTask.large, of: .ndjson) { forms.form() }
    return try BatchTask.figures(
      of: rates.map { ending, rate in
        BatchTask("emit \(ending)", rate: rate, few: few, many: many) { try emit($0, as: ending) }
      }, rounds: 3)
  }

  private static func emit(_ batch: Batch, as ending: String) throws -> BatchRun {
    let work = try TemporaryFolder()
    let run = try BatchRun.of {
      try CommandRun.jixiao(
        ["convert", batch.folder.path, "--to", ending, "-o", "out/", "--jobs", "2", "--quiet"],
        folder: work.path, seconds: 600)
    }.run
    let written = try FileManager.default.contentsOfDirectory(atPath: work.path + "/out").count
    guard written == batch.forms else { throw BatchRun.Failure.misread("\(written) files") }
    return run
  }
}
