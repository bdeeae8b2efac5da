import Foundation
import TestSupport
import Testing

/// The program is killed at any moment, again and again: no acknowledged answer is lost, nothing is half
/// written, and the next start goes on from there.
@Suite(.serialized)
struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["JIXIAO_SOAK"] == "1" ? 1_000 : 200
  /// Printed, and taken from `JIXIAO_SEED` to run the same again.
  private static let seed = environment["JIXIAO_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999)

  @Test func noAcknowledgedAnswerIsLost() throws {
    print("KillTests: JIXIAO_SEED=\(Self.seed), \(Self.kills) kills")
    let script = try FillScript(answers: FillScript.answers)
    #expect(Set(script.stages.map(\.question)).count > 40)
    var sitting = try Sitting(script: script, random: SplitMix64(seed: Self.seed))
    while sitting.kills < Self.kills {
      guard let complaint = try sitting.startAndKill() else { continue }
      Issue.record("JIXIAO_SEED=\(Self.seed), kill \(sitting.kills): \(complaint)")
      return
    }
    print("KillTests: \(sitting.kills) kills over \(sitting.forms) forms; \(sitting.tally)")
    #expect(sitting.forms > 1, "kills come too early to reach the end of a form")
  }
}
