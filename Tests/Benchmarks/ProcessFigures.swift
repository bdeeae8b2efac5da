import Foundation
import TestSupport

/// Whole processes, as a person starts them.
enum ProcessFigures {
  private static let runs = 200
  private static let warmUps = 10

  /// From exec to the exit of `jixiao --version`.
  static func version() throws -> Figure {
    let samples = try measured {
      _ = try CommandRun.jixiao(["--version"], folder: NSTemporaryDirectory())
    }
    return Figure(name: "jixiao --version", unit: "ms", limit: 5, samples: samples)
  }

  /// From exec to the first prompt on a terminal, with all rules loaded.
  static func firstPrompt() throws -> Figure {
    var samples: [Double] = []
    for run in -warmUps..<runs {
      let folder = try TemporaryFolder()
      var program: PtyProcess?
      let time = try milliseconds {
        program = try PtyProcess(
          BuiltExecutable.jixiao, ["fill", "表.yaml"], environment: environment(home: folder.path),
          folder: folder.path)
        guard program?.waitFor("> ") ?? false else { throw POSIXError(.ETIMEDOUT) }
      }
      if run >= 0 { samples.append(time) }
    }
    return Figure(name: "jixiao fill, first prompt", unit: "ms", limit: 15, samples: samples)
  }

  /// The most memory that a sitting with a whole form needs, as the kernel counted it.
  static func peakMemory() throws -> Figure {
    let samples = try (0..<5).map { _ in
      let folder = try TemporaryFolder()
      let command = try RunningCommand(
        BuiltExecutable.jixiao, ["fill", "表.yaml"], environment: CommandRun.environment(home: folder.path),
        folder: folder.path)
      command.send((answers + [":检查", ":表格", ":导出 表.html"]).map { $0 + "\n" }.joined())
      guard command.pump(seconds: 60, until: { String(decoding: $0.output, as: UTF8.self).contains("已写出") })
      else { throw POSIXError(.ETIMEDOUT) }
      return try peakMebibytes(of: command.processID)
    }
    return Figure(name: "jixiao fill, peak memory", unit: "MiB", limit: 40, samples: samples, statistic: .max)
  }

  private static func measured(_ work: () throws -> Void) throws -> [Double] {
    for _ in 0..<warmUps { try work() }
    return try (0..<runs).map { _ in try milliseconds(work) }
  }

  private static func environment(home: String) -> [String: String] {
    CommandRun.environment(home: home).merging(["TERM": "xterm-256color"]) { $1 }
  }

  private static func peakMebibytes(of process: pid_t) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard
      let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { throw POSIXError(.EINVAL) }
    return kibibytes / 1024
  }

  private static let answers = [
    "2027", "社区图书自助借还服务", "经常性项目", "某区文化和旅游局", "某区图书馆", "", "", "元", "1280000", "",
    "", "1280000", "", "", "", "", "2027年布设自助借还设备6台，9月30日前开通，读者满意度90%以上", "自助借还设备布设数量",
    "≥6台", "全年借还册次", "≥50000册次", "", "设备验收合格率", "=100%",
  ]
}
