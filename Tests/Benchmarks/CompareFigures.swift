import FormModel
import FormWriting
import Foundation
import TestSupport

/// The whole of `jixiao compare FOLDER FOLDER` on interchange forms: pairing, matching, changes, points twice, rules of
/// comparison and scoring, everything written as JSON, on two cores.
enum CompareFigures {
  static var measurements: [() throws -> [Figure]] { [figures] }

  /// Pairs a second that issue 5 asks for.
  private static let rate = 2_400.0
  private static let rounds = 5

  private static func figures() throws -> [Figure] {
    let (few, many) = (try Folders(1_000), try Folders(10_000))
    var samples: (few: [BatchRun], many: [BatchRun]) = ([], [])
    for _ in 0..<rounds {
      samples.few.append(try compare(few))
      samples.many.append(try compare(many))
    }
    let pairs = Double(many.pairs)
    return [
      Figure(
        name: "compare, 1,000 pairs", unit: "pairs/s", limit: rate,
        samples: samples.few.map { Double(few.pairs) / $0.seconds }, statistic: .best, isFloor: true),
      Figure(
        name: "compare, 10,000 pairs", unit: "pairs/s", limit: rate,
        samples: samples.many.map { pairs / $0.seconds }, statistic: .best, isFloor: true),
      Figure(
        name: "compare, processor a pair", unit: "µs", limit: 2e6 / rate,
        samples: samples.many.map { $0.processor * 1e6 / pairs }, statistic: .best),
      Figure(
        name: "compare, time 10,000 : 1,000", unit: "×", limit: 11,
        samples: zip(samples.few, samples.many).map { $1.seconds / $0.seconds }),
      Figure(
        name: "compare, memory at 10,000", unit: "MiB", samples: samples.many.map(\.peak), statistic: .max),
    ]
  }

  private static func compare(_ folders: Folders) throws -> BatchRun {
    let work = try TemporaryFolder()
    return try BatchRun.of(statuses: [0, 1]) {
      try CommandRun.jixiao(
        [
          "compare", folders.folder.path + "/a", folders.folder.path + "/b", "--jobs", "2", "--quiet",
          "--no-input", "--format", "json=\(work.path)/pairs.json",
        ], folder: work.path, seconds: 600)
    }.run
  }

  /// Approved forms and, in another order of rows, their self-evaluations.
  private struct Folders {
    let folder: TemporaryFolder
    let pairs: Int

    init(_ pairs: Int) throws {
      self.pairs = pairs
      folder = try TemporaryFolder()
      var forms = YearOfForms(seed: 11)
      var random = SplitMix64(seed: 11)
      var sides: (a: String, b: String) = ("", "")
      for side in ["a", "b"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder.path)/\(side)", withIntermediateDirectories: true)
      }
      for number in 1...pairs {
        var form = forms.form()
        while form.kind != .target { form = forms.form() }
        let evaluated = EvaluatedForms.evaluated(&form, &random)
        sides.a += JSONWriter.line(of: LocatedForm(form: form))
        sides.b += JSONWriter.line(of: LocatedForm(form: evaluated))
        if number % 250 == 0 || number == pairs {
          try sides.a.write(toFile: "\(folder.path)/a/\(number).ndjson", atomically: false, encoding: .utf8)
          try sides.b.write(toFile: "\(folder.path)/b/\(number).ndjson", atomically: false, encoding: .utf8)
          sides = ("", "")
        }
      }
    }
  }
}
