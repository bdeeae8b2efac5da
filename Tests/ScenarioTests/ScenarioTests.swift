import Foundation
import TestSupport
import Testing

/// Runs every file of `Scenarios/` against the built program.
struct ScenarioTests {
  private static let folder = "Tests/ScenarioTests/Scenarios"
  private static let updates = ProcessInfo.processInfo.environment["JIXIAO_UPDATE_SCENARIOS"] == "1"

  @Test(arguments: PackageFolder.files(below: folder, endings: [".scenario"]))
  func scenario(path: String) throws {
    let run = try ScenarioRun(Scenario(text: PackageFolder.text(path)))
    guard !run.complaints.isEmpty else { return }
    if Self.updates {
      try Data(run.updated.text.utf8).write(to: URL(fileURLWithPath: PackageFolder.path + "/" + path))
    } else {
      Issue.record("\(path)\n\(run.complaints.joined(separator: "\n\n"))")
    }
  }

  /// Every scenario says what it shows, in its first line.
  @Test(arguments: PackageFolder.files(below: folder, endings: [".scenario"]))
  func hasAComment(path: String) throws { #expect(try PackageFolder.text(path).hasPrefix("# ")) }

  @Test func thereAreScenarios() {
    #expect(PackageFolder.files(below: Self.folder, endings: [".scenario"]).count >= 15)
  }
}
