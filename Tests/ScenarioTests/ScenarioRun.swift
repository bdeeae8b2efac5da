import Foundation
import TestSupport

/// A scenario run in a folder of its own.
struct ScenarioRun {
  /// What differed, ready to be shown.
  private(set) var complaints: [String] = []
  /// The scenario with what really came out, wherever it was not as expected.
  private(set) var updated: Scenario

  init(_ scenario: Scenario) throws {
    updated = scenario
    let folder = try TemporaryFolder()
    for file in scenario.files { try folder.write(file.text, to: file.name) }
    for index in scenario.steps.indices { try run(index, in: folder) }
  }

  private mutating func run(_ index: Int, in folder: TemporaryFolder) throws {
    let step = updated.steps[index]
    let result = try CommandRun(
      "/bin/sh", ["-c", step.command], input: step.input ?? "", environment: Self.environment(folder),
      folder: folder.path)
    if let expected = step.output {
      updated.steps[index].output = compare(expected, result.output, step, "standard output")
    }
    updated.steps[index].errors = compare(step.errors ?? "", result.errors, step, "standard error")
    if result.status != step.status ?? 0 {
      let status = result.status.map(String.init) ?? "none, killed at the time limit"
      complaints.append(
        "line \(step.line): $ \(step.command)\nstatus: expected \(step.status ?? 0), got \(status)")
      updated.steps[index].status = result.status
    }
  }

  private mutating func compare(
    _ expected: String, _ actual: String, _ step: Scenario.Step, _ stream: String
  ) -> String {
    guard !OutputPattern(expected).matches(actual) else { return expected }
    let difference = TextDiff.between(expected: expected, actual: actual.withoutBlankEnd)
    complaints.append(
      "line \(step.line): $ \(step.command)\n\(stream) (- expected, + actual):\n\(difference)")
    return actual.withoutBlankEnd
  }

  private static func environment(_ folder: TemporaryFolder) -> [String: String] {
    var environment = CommandRun.environment(home: folder.path + "/.home")
    let programs = URL(fileURLWithPath: BuiltExecutable.jixiao).deletingLastPathComponent().path
    environment["PATH"] = "\(programs):/usr/local/bin:/usr/bin:/bin"
    return environment
  }
}
