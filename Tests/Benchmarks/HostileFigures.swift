import Foundation
import TestSupport

/// How fast, and in how much memory, a file that means harm is refused.
enum HostileFigures {
  private static let runs = 5

  static var measurements: [() throws -> [Figure]] {
    HostileFile.all.map { file in { try figures(of: file) } }
  }

  private static func figures(of file: HostileFile) throws -> [Figure] {
    let folder = try TemporaryFolder()
    let path = try file.make(in: folder.path)
    var (times, peaks): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      var run: CommandRun?
      times.append(
        try milliseconds {
          run = try CommandRun.jixiao(["convert", path, "--to", "ndjson"], folder: folder.path)
        })
      guard let run, run.status == 2 else { throw POSIXError(.EINVAL) }
      peaks.append(Double(run.peakKibibytes) / 1024)
    }
    return [
      Figure(name: "refuse \(file.name)", unit: "ms", limit: 1000, samples: times, statistic: .max),
      Figure(name: "refuse \(file.name), memory", unit: "MiB", limit: 256, samples: peaks, statistic: .max),
    ]
  }
}
