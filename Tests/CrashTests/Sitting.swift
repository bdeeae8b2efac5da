import Foundation
import TestSupport

/// A form that is filled in spite of kills.
struct Sitting {
  private(set) var kills = 0
  private(set) var forms = 1
  /// How many kills hit which moment.
  private(set) var tally: [String: Int] = [:]
  private let script: FillScript
  private var random: SplitMix64
  private var folder: TemporaryFolder
  /// So many steps are certainly on the disk: a later question has been shown.
  private var acknowledged = 0
  /// So many steps were handed to the program at most.
  private var sent = 0

  init(script: FillScript, random: SplitMix64) throws {
    (self.script, self.random) = (script, random)
    folder = try TemporaryFolder()
  }

  /// One start, checked against what was acknowledged, and one kill.
  ///
  /// - Returns: what is wrong, if anything.
  mutating func startAndKill() throws -> String? {
    let command = try RunningCommand.fill(FillScript.form, in: folder)
    kills += 1
    if random.one(in: 8) { return killEarly(command) }
    guard command.pump(seconds: 30, until: { !$0.questions.isEmpty }) else {
      return "no question: \(command.text)\(command.errorText)"
    }
    guard let stage = stage(asking: command.questions[0]) else { return unexpected(command.questions[0]) }
    return try goOn(command, from: stage)
  }

  /// While the program starts, or takes up what the last kill left.
  private mutating func killEarly(_ command: RunningCommand) -> String? {
    command.pump(seconds: Double(Int.random(in: 0...30_000, using: &random)) / 1e6)
    command.killNow()
    tally["at start", default: 0] += 1
    return nil
  }

  /// The stage that the file and the question show, among those that are possible now.
  private func stage(asking question: String) -> Int? {
    let file = folder.text(FillScript.form)
    return (acknowledged...sent).first {
      script.stages[$0] == FillScript.Stage(question: question, file: file ?? "")
    }
  }

  private func unexpected(_ question: String) -> String {
    """
    asks \(question); \(acknowledged) steps were acknowledged and \(sent) sent, so expected one of \
    \(script.stages[acknowledged...sent].map(\.question)) and the file to match
    files: \(folder.names)
    \(folder.text(FillScript.form) ?? "no form")
    """
  }

  /// All lines at once: the program works at full speed, and the kill can hit any of its moments.
  private mutating func goOn(_ command: RunningCommand, from stage: Int) throws -> String? {
    (acknowledged, sent) = (stage, stage)
    guard stage < script.steps.count else { return try beginAnew(command) }
    let rest = Array(script.steps[stage...].prefix(Int.random(in: 1...12, using: &random)))
    sent = stage + rest.count
    command.send(rest.map { $0 + "\n" }.joined())
    let bytes = command.output.count + Int.random(in: 0...(rest.count * 300), using: &random)
    let pause = Double(Int.random(in: 0...4_000, using: &random)) / 1e6
    command.pump(seconds: 0.2) { $0.output.count >= bytes || $0.questions.count > rest.count }
    command.pump(seconds: pause)
    command.killNow()
    let shown = command.questions
    acknowledged = stage + shown.count - 1
    tally[acknowledged == sent ? "after all answers" : "between answers", default: 0] += 1
    let expected = script.stages[stage...].prefix(shown.count).map(\.question)
    return shown == expected ? nil : "asked \(shown), expected \(expected)"
  }

  private mutating func beginAnew(_ command: RunningCommand) throws -> String? {
    command.killNow()
    let own = [FillScript.form, ".\(FillScript.form).journal", ".\(FillScript.form).lock"]
    let strays = folder.names.filter { !own.contains($0) && !$0.hasSuffix(".tmp") && !$0.hasPrefix(".local") }
    guard strays.isEmpty else { return "strange files beside the form: \(strays)" }
    let lint = try CommandRun.jixiao(["lint", FillScript.form], folder: folder.path)
    guard lint.status == 0 || lint.status == 1 else { return "cannot be read: \(lint.errors)" }
    forms += 1
    folder = try TemporaryFolder()
    (acknowledged, sent) = (0, 0)
    return nil
  }
}
